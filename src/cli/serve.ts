import { type Command, InvalidArgumentError } from 'commander'
import type { Config } from '../config.ts'
import type { Database } from '../database/database.ts'
import { type FolderLock, type HandoverWorker, takeLock } from '../database/folder-lock.ts'
import { londonDay } from '../domain/shared/calendar-date.ts'
import type { RunningServer } from '../main.ts'
import { type Council, findCouncil } from '../shapes/person/council.store.ts'
import { type CommandContext, CommandRefused, type Terminal } from './command.ts'
import { isDatabaseThere, makeHere, openHere } from './open-database.ts'

type RunHandedOver = (words: string[], context: CommandContext) => Promise<number>

/** `kept serve` (and `npm start`): opens the council that is there; makes Exampleshire where there is no folder. */
export function addServeCommand(
  program: Command,
  config: Config,
  terminal: Terminal,
  runHandedOver: RunHandedOver,
): void {
  program
    .command('serve')
    .description('start Kept; makes the made-up council, Exampleshire, where there is none')
    .option('--port <number>', 'where it listens (PORT does the same)', readPort)
    .action(async (options: { port?: number }) => {
      const port = options.port ?? config.port
      const address = config.address.replace(/^http:\/\/localhost:\d+$/, `http://localhost:${port}`)
      await serve({ ...config, port, address }, terminal, runHandedOver)
    })
}

function readPort(text: string): number {
  const port = text.trim() === '' ? Number.NaN : Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new InvalidArgumentError('A port is a whole number up to 65535.')
  return port
}

async function serve(config: Config, terminal: Terminal, runHandedOver: RunHandedOver): Promise<void> {
  const commands = new HandedOverCommands(runHandedOver)
  let lock: FolderLock | null = null
  if (config.source.engine === 'embedded') {
    lock = await takeLock(config.dataFolder, commands.work)
    if (lock === null)
      throw new CommandRefused(
        `Kept is running on ${config.dataFolder} already. Stop it first, or name another folder in KEPT_DATA.`,
      )
  }
  try {
    if (!isDatabaseThere(config)) await makeExampleshire(config, terminal)
    const database = await openHere(config)
    try {
      await listenUntilStopped(config, database, terminal, commands)
    } finally {
      await database.close()
    }
  } finally {
    // Only now: whoever takes the folder next must find its database closed.
    await lock?.release()
  }
}

async function listenUntilStopped(
  config: Config,
  database: Database,
  terminal: Terminal,
  commands: HandedOverCommands,
): Promise<void> {
  const stopped = Promise.withResolvers<void>()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.resolve())
  const council = await findCouncil(database)
  if (council === null)
    throw new CommandRefused('There is no council in this database yet. Make one with `kept init` or `kept demo`.')
  const server = await start(config, database, council)
  try {
    commands.start({ config, database })
    terminal.say(`${council.name} is open at ${server.address}`)
    if (council.isMadeUp) terminal.say('Everyone in it is made up. Press Ctrl+C to stop.')
    await stopped.promise
  } finally {
    await commands.stop()
    await server.close()
  }
}

async function start(config: Config, database: Database, council: Council): Promise<RunningServer> {
  // The pages are loaded here alone: the other commands need none of them.
  const { startServer } = await import('../main.ts')
  try {
    return await startServer({ config, database, council })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new CommandRefused(
      `Port ${config.port} is in use by another program. Choose another: \`kept serve --port ${config.port + 1}\`.`,
    )
  }
}

async function makeExampleshire(config: Config, terminal: Terminal): Promise<void> {
  const { loadDemonstration } = await import('../features/demonstration/index.ts')
  const today = londonDay(Temporal.Now.instant())
  await makeHere(config, (database) =>
    loadDemonstration(database, { children: 640, careExperienced: 310, years: 5, seed: 1, today }, terminal.say),
  )
}

/** Commands that came through the folder's lock, done on the database that is open here. */
class HandedOverCommands {
  readonly #run: RunHandedOver
  readonly #running = new Set<Promise<number>>()
  #context: Omit<CommandContext, 'terminal'> | null = null

  constructor(run: RunHandedOver) {
    this.#run = run
  }

  start(context: Omit<CommandContext, 'terminal'>): void {
    this.#context = context
  }

  /** Takes no more, and waits for those at work: a command that was taken is done. */
  async stop(): Promise<void> {
    this.#context = null
    await Promise.allSettled(this.#running)
  }

  readonly work: HandoverWorker = async ({ arguments: words, from }, say) => {
    if (this.#context === null) {
      say({ to: 'stderr', text: 'Kept is starting or stopping. Try again in a moment.\n' })
      return 1
    }
    const print = (to: 'stdout' | 'stderr') => (text: string) => say({ to, text: `${text}\n` })
    const terminal: Terminal = { out: print('stdout'), say: print('stderr'), ask: null, folder: from }
    const done = this.#run(words, { ...this.#context, terminal })
    this.#running.add(done)
    return done.finally(() => this.#running.delete(done))
  }
}
