import { createInterface } from 'node:readline/promises'
import { Command, CommanderError } from 'commander'
import { type Config, readConfig } from '../config.ts'
import { handOver, NobodyThere, takeLock } from '../database/folder-lock.ts'
import { addBackupCommands } from './backup.ts'
import { type CommandContext, CommandRefused, type Run, type Terminal, type Work } from './command.ts'
import { addComparatorsCommand } from './comparators.ts'
import { addCouncilCommands } from './council.ts'
import { addDatabaseCommand } from './database.ts'
import { addDisclosureCommand } from './disclosure.ts'
import { addImportCommand } from './import.ts'
import { addMeasuresCommand } from './measures.ts'
import { makeHere, openHere, withDatabase } from './open-database.ts'
import { addPackCommand } from './pack.ts'
import { addServeCommand } from './serve.ts'
import { addVerifyCommand } from './verify.ts'

/**
 * Runs one command line. Embedded: where a server holds the folder, the whole command is handed to it, so that two
 * processes never open one folder.
 */
export async function runCommandLine(words: string[]): Promise<number> {
  const terminal: Terminal = {
    out: (text) => process.stdout.write(`${text}\n`),
    say: (line) => process.stderr.write(`${line}\n`),
    ask: process.stdin.isTTY ? ask : null,
    folder: process.cwd(),
  }
  return guard(terminal, async () => {
    const config = readConfig()
    const run: Run = {
      onCouncil: (work) =>
        holdFolder(config, words, terminal, async () =>
          withDatabase(await openHere(config), (database) => work({ config, database, terminal })),
        ),
      onEmpty: (work) =>
        holdFolder(config, words, terminal, () => makeHere(config, (database) => work({ config, database, terminal }))),
    }
    const program = makeProgram(terminal, run)
    addServeCommand(program, config, terminal, runHandedOver)
    addDatabaseCommand(program, terminal)
    addDisclosureCommand(program, terminal)
    await program.parseAsync(words, { from: 'user' })
  })
}

/** Runs a command that came through the folder's lock, on the database that is open here. */
export async function runHandedOver(words: string[], context: CommandContext): Promise<number> {
  const run = (work: Work) => work(context)
  return guard(context.terminal, async () => {
    await makeProgram(context.terminal, { onCouncil: run, onEmpty: run }).parseAsync(words, { from: 'user' })
  })
}

/** Carries the exit code of a command that another process did. */
class DoneElsewhere extends Error {
  readonly code: number
  constructor(code: number) {
    super('done elsewhere')
    this.code = code
  }
}

async function holdFolder(
  config: Config,
  words: string[],
  terminal: Terminal,
  work: () => Promise<void>,
): Promise<void> {
  if (config.source.engine === 'postgresql') return work()
  for (let tries = 1; ; tries += 1) {
    const lock = await takeLock(config.dataFolder, null)
    try {
      if (lock !== null) return await work()
      const handover = { arguments: words, folder: config.dataFolder, from: terminal.folder }
      throw new DoneElsewhere(await handOver(handover, ({ to, text }) => process[to].write(text)))
    } catch (error) {
      // It ended in the moment between: the folder may be free now.
      if (!(error instanceof NobodyThere) || tries === 10) throw error
    } finally {
      await lock?.release()
    }
  }
}

function makeProgram(terminal: Terminal, run: Run): Command {
  // Set before the first subcommand: each takes a copy when it is made.
  const program = new Command('kept')
    .description('The corporate-parenting system of an English council.')
    .usage('<command> [options]')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.say(text.trimEnd()),
      outputError: (text, write) => write(saySentence(text)),
    })
    .showHelpAfterError('`kept --help` lists the commands, `kept COMMAND --help` what one takes.')
    .addHelpText('after', AFTER_HELP)
  addCouncilCommands(program, run)
  addImportCommand(program, run)
  addComparatorsCommand(program, run)
  addMeasuresCommand(program, run)
  addPackCommand(program, run)
  addVerifyCommand(program, run)
  addBackupCommands(program, run)
  return program
}

const AFTER_HELP = `
Settings:
  KEPT_DATA       the data folder (./.kept unless set)
  DATABASE_URL    a PostgreSQL instead; DATABASE_OWNER_URL for migrations, backup and verify
  PORT            where the server listens (3000 unless set)

A real council:
  kept init --council "Your Council" --authority 999
  kept import postcodes.csv return-2025 return-2026
  kept measures --as-at 2026-03-31
The made-up one:
  kept serve`

/** Commander's "error: unknown option '--x'" as a sentence. */
function saySentence(text: string): string {
  const plain = text.trim().replace(/^error: /, '')
  return `${plain[0]!.toUpperCase()}${plain.slice(1)}${/[.?)]$/.test(plain) ? '' : '.'}`
}

async function ask(question: string): Promise<string> {
  const asked = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await asked.question(question)
  } finally {
    asked.close()
  }
}

async function guard(terminal: Terminal, work: () => Promise<void>): Promise<number> {
  try {
    await work()
    return 0
  } catch (error) {
    if (error instanceof DoneElsewhere) return error.code
    if (error instanceof CommanderError) return error.exitCode
    terminal.say(
      error instanceof CommandRefused
        ? error.message
        : `Kept could not do that. ${error instanceof Error ? error.message : String(error)}`,
    )
    return 1
  }
}
