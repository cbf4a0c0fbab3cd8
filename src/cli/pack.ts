import { writeFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import type { Command } from 'commander'
import { londonDay } from '../domain/shared/calendar-date.ts'
import { readPackFor, writePackFile } from '../features/governance/index.ts'
import { recordTrace } from '../shapes/person/access-trace.store.ts'
import { systemActor } from '../shapes/person/council.store.ts'
import { CommandRefused, type Run, requireCouncil } from './command.ts'

interface PackOptions {
  meeting: string
  out: string
}

/** `kept pack`: the pack that went out, or a draft of one, as PDF, Word or one web page. Small numbers are hidden in each. */
export function addPackCommand(program: Command, run: Run): void {
  program
    .command('pack')
    .description('the pack of a meeting as a file: .pdf, .docx or .html')
    .option('--meeting <which>', '"next", or the day of the meeting as yyyy-mm-dd', 'next')
    .requiredOption('--out <file>', 'where to write it; the ending says which kind')
    .action((options: PackOptions) =>
      run.onCouncil(async ({ database, terminal }) => {
        const council = await requireCouncil(database)
        const kind = extname(options.out).toLowerCase()
        if (kind !== '.pdf' && kind !== '.docx' && kind !== '.html')
          throw new CommandRefused('End the file’s name in .pdf, .docx or .html: it says which kind to write.')
        const today = londonDay(Temporal.Now.instant())
        const actor = systemActor(council)
        const found = await readPackFor({ database, council, actor, today }, options.meeting)
        if (found === null)
          throw new CommandRefused(
            options.meeting === 'next' ? 'No meeting is planned.' : 'There is no meeting on that day.',
          )
        const bytes = await writePackFile(found.pack, kind)
        await writeFile(resolve(terminal.folder, options.out), bytes)
        const detail = { meeting: found.pack.meeting.day, seal: found.pack.knownBy.sealNumber, isDraft: found.isDraft }
        await database.as(actor, (query) => recordTrace(query, actor, { event: 'pack written', detail }))
        const state = found.isDraft ? 'a draft: the pack has not been sent out in Kept' : 'as it was sent out'
        terminal.say(`${found.pack.title}: ${state}. ${options.out}`)
      }),
    )
}
