import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Command } from 'commander'
import { isIsoDate, londonDay } from '../domain/shared/calendar-date.ts'
import { acceptRelease, takeFile } from '../features/comparators/index.ts'
import { recordTrace } from '../shapes/person/access-trace.store.ts'
import { systemActor } from '../shapes/person/council.store.ts'
import { CommandRefused, type Run, requireCouncil } from './command.ts'

interface Options {
  title: string
  published: string
  source: string
  yes?: boolean
}

/** `kept comparators`: published files of the DfE, and lists of neighbours, taken in at once. */
export function addComparatorsCommand(program: Command, run: Run): void {
  program
    .command('comparators <files...>')
    .description('what the DfE publishes of every council, and lists of statistical neighbours (CSV)')
    .requiredOption('--title <release>', 'which release the files are from')
    .requiredOption('--published <date>', 'when it was published, yyyy-mm-dd')
    .option(
      '--source <words>',
      'who published it, under which licence',
      'Department for Education, Open Government Licence v3.0',
    )
    .option('--yes', 'let them count at once; else they wait to be accepted on the page')
    .action((files: string[], options: Options) =>
      run.onCouncil(async ({ database, terminal }) => {
        if (!isIsoDate(options.published)) throw new CommandRefused('Give --published as yyyy-mm-dd.')
        const council = await requireCouncil(database)
        const actor = systemActor(council)
        const today = londonDay(Temporal.Now.instant())
        for (const file of files) {
          const bytes = await readFile(resolve(terminal.folder, file)).catch(() => {
            throw new CommandRefused(`${file} cannot be read. Is that its name?`)
          })
          const given = {
            fileName: basename(file),
            bytes,
            title: options.title,
            publishedOn: options.published,
            source: options.source,
          }
          const taken = await takeFile({ database, council, actor }, given)
          if ('faults' in taken)
            throw new CommandRefused([`${file}: nothing of it is kept.`, ...taken.faults].join('\n'))
          if (taken.isKnown) {
            terminal.say(`${file}: taken in before, nothing changed.`)
            continue
          }
          await database.as(actor, async (query) => {
            if (options.yes) await acceptRelease(query, taken.id, today)
            await recordTrace(query, actor, { event: 'comparators taken in', detail: { release: taken.id } })
          })
          terminal.say(`${file}: ${taken.read.rows} rows read${options.yes ? '' : ', waiting to be accepted'}.`)
          for (const { row, words } of taken.read.findings)
            terminal.say(`  ${row === null ? '' : `Row ${row}: `}${words}`)
        }
      }),
    )
}
