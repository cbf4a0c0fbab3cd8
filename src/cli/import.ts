import { readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { acceptReturn, fromDisk, readPreview, sayPreview, takeFiles } from '../features/imports/index.ts'
import { CommandRefused, type Run, requireCouncil, type Terminal } from './command.ts'

interface ImportOptions {
  yes?: boolean
  year?: number
  json?: boolean
}

/** `kept import`: a year's return, several years, a postcode directory, a population file; each known by its columns. */
export function addImportCommand(program: Command, run: Run): void {
  program
    .command('import')
    .description('take files in: check, preview, accept')
    .argument('<paths...>', 'files, or folders of files; a folder is one return')
    .option('--yes', 'accept the good rows without asking')
    .option('--year <year>', 'the year the return ends in, where its dates do not tell', readYear)
    .option('--json', 'print JSON alone on standard output')
    .action((paths: string[], options: ImportOptions) =>
      run.onCouncil(async ({ database, terminal }) => {
        const council = await requireCouncil(database)
        const tell = (answer: object) => {
          if (options.json) terminal.out(JSON.stringify(answer))
        }
        const files = paths.flatMap((path) => listFiles(resolve(terminal.folder, path)))
        const year = options.year === undefined ? {} : { year: options.year }
        const taken = await takeFiles(database, council, council.systemId, files, year, terminal.say)
        const { reference } = taken
        for (const line of sayReference(reference)) terminal.say(line)
        const preview = taken.returnId === null ? null : await readPreview(database, council, taken.returnId)
        for (const line of preview === null ? [] : sayPreview(preview)) terminal.say(line)
        if (taken.isRefused || reference?.isRefused) {
          tell({ reference, status: 'refused', ...preview })
          throw new CommandRefused(
            preview !== null && !taken.isRefused
              ? 'The return was not taken in either. Put the other files right, or import the return without them.'
              : 'Put these files right and import them again.',
          )
        }
        if (preview === null) return tell({ reference })
        if (!options.yes && !(await isAgreed(terminal))) {
          terminal.say('Nothing was taken in. Import again with --yes to accept the good rows.')
          return tell({ reference, status: 'checked', ...preview })
        }
        const acceptance = await acceptReturn(database, council, council.systemId, preview.id)
        if (acceptance.outcome === 'refused') throw new CommandRefused(acceptance.why)
        terminal.say(`Taken in: ${acceptance.taken.toLocaleString('en-GB')} facts.`)
        tell({ reference, status: 'accepted', taken: acceptance.taken, ...preview })
      }),
    )
}

type Taken = Awaited<ReturnType<typeof takeFiles>>['reference']

function sayReference(reference: Taken): string[] {
  if (reference === null) return []
  if (reference.isRefused) return reference.faults.map(({ file, message }) => `Refused ${file}: ${message}`)
  const count = (number: number) => number.toLocaleString('en-GB')
  return reference.taken.map(
    ({ file, rows, changed, unreadable }) =>
      `${file}: ${count(rows)} rows, ${count(changed)} new or changed${unreadable > 0 ? `, ${count(unreadable)} that cannot be read` : ''}.`,
  )
}

/** Large directories are read as they are taken in, so only their names are gathered here. */
function listFiles(path: string): ReturnType<typeof fromDisk>[] {
  try {
    if (!statSync(path).isDirectory()) return [fromDisk(path, dirname(path))]
    const names = readdirSync(path).filter((name) => !name.startsWith('.'))
    const files = names.map((name) => join(path, name)).filter((file) => statSync(file).isFile())
    if (files.length === 0) throw new CommandRefused(`There is no file in ${path}.`)
    return files.map((file) => fromDisk(file, path))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new CommandRefused(`There is no file or folder ${path}.`)
    if (code === 'EACCES') throw new CommandRefused(`You may not read ${path}.`)
    throw error
  }
}

function readYear(text: string): number {
  const year = Number(text)
  if (!(Number.isInteger(year) && year >= 2016 && year <= 2100))
    throw new InvalidArgumentError('It is the year a return ends in, for example 2026.')
  return year
}

async function isAgreed({ ask }: Terminal): Promise<boolean> {
  return ask !== null && /^y(es)?$/i.test((await ask('Accept the good rows? (yes/no) ')).trim())
}
