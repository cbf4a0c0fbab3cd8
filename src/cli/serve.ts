import { type Command, InvalidArgumentError } from 'commander'
import pg from 'pg'
import type { Config } from '../config.ts'
import { openDatabase, prepareScript } from '../database/database.ts'
import { takeLock } from '../database/folder-lock.ts'
import { migrate } from '../database/migrate.ts'
import { londonDay } from '../domain/shared/calendar-date.ts'
import { loadDemonstration } from '../features/demonstration/index.ts'
import { startServer } from '../main.ts'
import { findCouncil } from '../shapes/person/council.store.ts'
import { CommandRefused, runHandedOver, type Terminal } from './command-line.ts'

/** `kept serve` (and `npm start`): opens the council that is there; makes Exampleshire where there is no folder. */
export function addServeCommand(program: Command, config: Config, terminal: Terminal): void {
  program
    .command('serve', { isDefault: true })
    .description('start Kept')
    .option('--port <number>', 'PORT does the same', (text) => {
      const port = Number(text)
      if (!Number.isInteger(port) || port < 0 || port > 65535)
        throw new InvalidArgumentError('A port is a whole number up to 65535.')
      return port
    })
    .action(async (options: { port?: number }) => {
      const port = options.port ?? config.port
      const withPort = {
        ...config,
        port,
        address: config.address.replace(/^http:\/\/localhost:\d+$/, `http://localhost:${port}`),
      }
      await serve(withPort, terminal)
    })
}

async function serve(config: Config, terminal: Terminal): Promise<void> {
  let context: Parameters<typeof runHandedOver>[1] | null = null
  const lock =
    config.source.engine === 'postgresql'
      ? null
      : await takeLock(config.dataFolder, async ({ arguments: words, from }, say) => {
          if (context === null) {
            say({ to: 'stderr', text: 'Kept is starting. Try again in a moment.\n' })
            return 1
          }
          const print = (to: 'stdout' | 'stderr') => (text: string) => say({ to, text: `${text}\n` })
          return runHandedOver(words, {
            ...context,
            terminal: { out: print('stdout'), say: print('stderr'), folder: from },
          })
        })
  if (config.source.engine === 'embedded' && lock === null) {
    throw new CommandRefused(
      `Kept is running on ${config.dataFolder} already. Stop it first, or name another folder in KEPT_DATA.`,
    )
  }
  const database = await openDatabase(config.source)
  if (config.source.engine === 'embedded' || config.source.ownerUrl !== null) await migrate(database)
  let council = await findCouncil(database)
  if (council === null) {
    if (config.source.engine === 'postgresql')
      throw new CommandRefused('There is no council in this database yet. Make one with `kept init` or `kept demo`.')
    council = await loadDemonstration(
      database,
      { children: 640, careExperienced: 310, years: 5, seed: 1, today: londonDay(Temporal.Now.instant()) },
      terminal.say,
    )
  }
  const server = await startServer({ config, database, council })
  context = { config, database, terminal }
  terminal.say(`${council.name} is open at ${server.address}`)
  if (council.isMadeUp) terminal.say('Everyone in it is made up. Press Ctrl+C to stop.')
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await server.close()
  await database.close()
  await lock?.release()
}

/** Makes the roles and the schema on a PostgreSQL server. The logins get their passwords from the person who runs it. */
export async function prepareDatabase(url: string, terminal: Terminal): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(prepareScript())
  } finally {
    await client.end()
  }
  terminal.say('The roles kept_owner, kept_guard, kept_app, kept_door and kept_login are there, and the schema kept.')
  terminal.say(
    'Give kept_owner and kept_login their passwords (alter role … password …), then set DATABASE_OWNER_URL and DATABASE_URL.',
  )
}
