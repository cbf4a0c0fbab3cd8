import type { Command } from 'commander'
import pg from 'pg'
import { prepareScript } from '../database/database.ts'
import { CommandRefused, type Terminal } from './command.ts'

/** `kept database prepare`: makes the roles and the schema on a PostgreSQL server. Passwords are given by who runs it. */
export function addDatabaseCommand(program: Command, terminal: Terminal): void {
  program
    .command('database')
    .description('the database server')
    .command('prepare')
    .argument('<admin-url>', 'the database, as someone who may make roles')
    .description('make the roles and the schema on a PostgreSQL server')
    .action(async (url: string) => {
      if (!/^postgres(ql)?:\/\//.test(url))
        throw new CommandRefused('Give the address of the database: postgres://admin@server:5432/kept.')
      await prepareDatabase(url)
      terminal.say(
        'The roles kept_owner, kept_guard, kept_app, kept_door and kept_login are there, and the schema kept.',
      )
      terminal.say(
        'Give kept_owner and kept_login their passwords (alter role … password …), then set DATABASE_OWNER_URL and DATABASE_URL.',
      )
    })
}

async function prepareDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(prepareScript())
  } finally {
    await client.end()
  }
}
