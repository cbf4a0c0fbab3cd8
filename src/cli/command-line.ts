import { Command, CommanderError } from 'commander'
import { type Config, readConfig } from '../config.ts'
import { type Database, openDatabase } from '../database/database.ts'
import { handOver, takeLock } from '../database/folder-lock.ts'
import { migrate } from '../database/migrate.ts'
import { type Council, findCouncil } from '../shapes/person/council.store.ts'
import { addBackupCommands } from './backup.ts'
import { addCouncilCommands } from './council.ts'
import { addImportCommand } from './import.ts'
import { addMeasuresCommand } from './measures.ts'
import { addServeCommand, prepareDatabase } from './serve.ts'
import { addVerifyCommand } from './verify.ts'

/** What a command writes to: data alone on `out`, messages and progress on `say`. */
export interface Terminal {
  out: (text: string) => void
  say: (line: string) => void
  /** The folder that relative paths start from. */
  folder: string
}

export interface CommandContext {
  config: Config
  database: Database
  terminal: Terminal
}

/** A mistake of the person at the keyboard: said in a sentence, without a stack. */
export class CommandRefused extends Error {}

export type Work = (context: CommandContext) => Promise<void>

/**
 * Runs one command line. Embedded: where a server holds the folder, the whole command is handed to it, so that two
 * processes never open one folder.
 */
export async function runCommandLine(words: string[]): Promise<number> {
  const terminal: Terminal = {
    out: (text) => process.stdout.write(`${text}\n`),
    say: (line) => process.stderr.write(`${line}\n`),
    folder: process.cwd(),
  }
  return guard(terminal, async () => {
    const config = readConfig()
    const program = makeProgram(terminal, async (work) => {
      if (config.source.engine === 'postgresql') return withDatabase(config, terminal, work)
      const lock = await takeLock(config.dataFolder, null)
      if (lock === null) {
        const handover = { arguments: words, folder: config.dataFolder, from: terminal.folder }
        const code = await handOver(handover, ({ to, text }) => process[to].write(text))
        if (code !== 0) throw new HandedOver(code)
        return
      }
      try {
        await withDatabase(config, terminal, work)
      } finally {
        await lock.release()
      }
    })
    addServeCommand(program, config, terminal)
    program
      .command('database')
      .description('the database server')
      .command('prepare')
      .argument('<admin-url>', 'someone who may make roles')
      .description('make the roles and the schema on a PostgreSQL server')
      .action((url: string) => prepareDatabase(url, terminal))
    await program.parseAsync(words, { from: 'user' })
  })
}

/** Runs a command that came through the folder's lock, on the database that is open here. */
export async function runHandedOver(words: string[], context: CommandContext): Promise<number> {
  return guard(context.terminal, async () => {
    await makeProgram(context.terminal, (work) => work(context)).parseAsync(words, { from: 'user' })
  })
}

class HandedOver extends Error {
  readonly code: number
  constructor(code: number) {
    super('handed over')
    this.code = code
  }
}

function makeProgram(terminal: Terminal, run: (work: Work) => Promise<void>): Command {
  const program = new Command('kept')
    .description(
      'The corporate-parenting system of an English council. KEPT_DATA names the data folder; DATABASE_URL a PostgreSQL instead.',
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.say(text.trimEnd()),
    })
  program.hook('preSubcommand', (_, sub) => void sub.exitOverride().configureOutput(program.configureOutput()))
  addCouncilCommands(program, run)
  addImportCommand(program, run)
  addMeasuresCommand(program, run)
  addVerifyCommand(program, run)
  addBackupCommands(program, run)
  return program
}

async function withDatabase(config: Config, terminal: Terminal, work: Work): Promise<void> {
  const database = await openDatabase(config.source)
  try {
    if (config.source.engine === 'embedded' || config.source.ownerUrl !== null) await migrate(database)
    await work({ config, database, terminal })
  } finally {
    await database.close()
  }
}

async function guard(terminal: Terminal, work: () => Promise<void>): Promise<number> {
  try {
    await work()
    return 0
  } catch (error) {
    if (error instanceof HandedOver) return error.code
    if (error instanceof CommanderError) return error.exitCode
    terminal.say(
      error instanceof CommandRefused
        ? error.message
        : `Kept could not do that. ${error instanceof Error ? error.message : String(error)}`,
    )
    return 1
  }
}

/** The council of this installation; a refusal that says how to make one where there is none. */
export async function requireCouncil(database: Database): Promise<Council> {
  const council = await findCouncil(database)
  if (council === null) {
    throw new CommandRefused(
      'There is no council here yet. Make one with `kept init --council NAME --authority NUMBER`, or the made-up one with `kept demo`.',
    )
  }
  return council
}
