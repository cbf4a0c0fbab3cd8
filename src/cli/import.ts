import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import type { Command } from 'commander'
import { acceptReturn, type ReturnFile, readPreview, sayPreview, takeFiles } from '../features/imports/index.ts'
import { CommandRefused, requireCouncil, type Work } from './command-line.ts'

/** `kept import`: a year's return, several years, a postcode directory, a population file; each known by its columns. */
export function addImportCommand(program: Command, run: (work: Work) => Promise<void>): void {
  program
    .command('import')
    .description('take files in: check, preview, accept')
    .argument('<paths...>', 'files, or folders of files; a folder is one return')
    .option('--yes', 'accept the good rows without asking')
    .option('--year <year>', 'the year the return ends in, where its dates do not tell')
    .option('--json', 'print JSON alone on standard output')
    .action((paths: string[], options: { yes?: boolean; year?: string; json?: boolean }) =>
      run(async ({ database, terminal }) => {
        const council = await requireCouncil(database)
        const year = options.year === undefined ? undefined : Number(options.year)
        if (year !== undefined && !(year >= 2016 && year <= 2100))
          throw new CommandRefused('--year takes the year a return ends in, for example 2026.')
        const files = paths.flatMap((path) => readPath(resolve(terminal.folder, path)))
        const taken = await takeFiles(
          database,
          council,
          council.systemId,
          files,
          year === undefined ? {} : { year },
          terminal.say,
        )
        if (taken.returnId === null) {
          if (options.json) terminal.out(JSON.stringify({ reference: taken.reference }))
          return
        }
        const preview = await readPreview(database, council, taken.returnId)
        for (const line of sayPreview(preview)) terminal.say(line)
        if (taken.isRefused) {
          if (options.json) terminal.out(JSON.stringify({ reference: taken.reference, status: 'refused', ...preview }))
          throw new CommandRefused('Nothing was taken in. Put the files right and import them again.')
        }
        if (!options.yes && !(await isAgreed(terminal.say))) {
          terminal.say('Nothing was taken in. Import again with --yes to accept the good rows.')
          if (options.json) terminal.out(JSON.stringify({ reference: taken.reference, status: 'checked', ...preview }))
          return
        }
        const acceptance = await acceptReturn(database, council, council.systemId, taken.returnId)
        if (acceptance.outcome === 'refused') throw new CommandRefused(acceptance.why)
        terminal.say(`Taken in: ${acceptance.taken} facts.`)
        if (options.json)
          terminal.out(
            JSON.stringify({ reference: taken.reference, status: 'accepted', taken: acceptance.taken, ...preview }),
          )
      }),
    )
}

function readPath(path: string): ReturnFile[] {
  let isFolder: boolean
  try {
    isFolder = statSync(path).isDirectory()
  } catch {
    throw new CommandRefused(`There is no file or folder ${path}.`)
  }
  if (!isFolder) return [{ name: basename(path), bytes: readFileSync(path), group: dirname(path) }]
  const names = readdirSync(path).filter((name) => !name.startsWith('.'))
  return names
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => ({ name: basename(file), bytes: readFileSync(file), group: path }))
}

async function isAgreed(say: (line: string) => void): Promise<boolean> {
  if (!process.stdin.isTTY) return false
  const asked = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = await asked.question('Accept the good rows? (yes/no) ')
    return /^y(es)?$/i.test(answer.trim())
  } catch {
    say('')
    return false
  } finally {
    asked.close()
  }
}
