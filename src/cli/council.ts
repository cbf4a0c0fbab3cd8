import type { Command } from 'commander'
import { sql } from 'kysely'
import { londonDay } from '../domain/shared/calendar-date.ts'
import { loadDemonstration } from '../features/demonstration/index.ts'
import { findCouncil, makeCouncil } from '../shapes/person/council.store.ts'
import { onsCodeOf } from '../shapes/person/council-code.ts'
import { CommandRefused, type Work } from './command-line.ts'

/** `kept init` makes an empty, real council; `kept demo` the made-up one. Neither touches a council that is there. */
export function addCouncilCommands(program: Command, run: (work: Work) => Promise<void>): void {
  program
    .command('init')
    .description('make an empty, real council in a folder of its own')
    .requiredOption('--council <name>', 'the name of the council')
    .requiredOption('--authority <number>', "the department's three-digit number, as in the return")
    .option('--area <code>', 'the ONS code of its area (E…), where the number does not tell it')
    .option('--admin-email <address>', 'the first administrator, who signs in with this address')
    .action((options: { council: string; authority: string; area?: string; adminEmail?: string }) =>
      run(async ({ database, terminal }) => {
        if (!/^\d{3}$/.test(options.authority))
          throw new CommandRefused(
            'The authority is the three-digit number the department gives a council, for example 830.',
          )
        if (await findCouncil(database))
          throw new CommandRefused(
            'There is a council here already. Name another folder in KEPT_DATA to make a new one.',
          )
        const onsCode = options.area ?? onsCodeOf(options.authority)
        const council = await makeCouncil(database, {
          nature: 'real',
          name: options.council,
          code: options.authority,
          onsCode,
        })
        if (options.adminEmail) {
          await database.asOwner(async (query) => {
            const { rows } = await sql<{
              id: string
            }>`insert into person (authority_id, kind, title, email) values (${council.authorityId}, 'staff', 'Administrator', ${options.adminEmail}) returning id`.execute(
              query,
            )
            await sql`insert into role_held (authority_id, person_id, role, starts_on) values (${council.authorityId}, ${rows[0]!.id}, 'administrator', kept.today())`.execute(
              query,
            )
          })
        }
        terminal.say(
          `Made ${options.council}. It is empty, and real: the sign-in picker and the made-up children cannot be switched on in it.`,
        )
        if (onsCode === null)
          terminal.say(
            'Its area is not known, so homes outside the area cannot be counted. Make it again with --area E….',
          )
      }),
    )
  program
    .command('demo')
    .description('make the made-up council, Exampleshire')
    .option('--children <number>', 'children in care', '640')
    .option('--care-experienced <number>', 'young adults who have left care', '310')
    .option('--years <number>', 'years of history', '5')
    .option('--seed <number>', 'the same seed makes the same council', '1')
    .option('--today <date>', 'the day it ends on (yyyy-mm-dd)')
    .action((options: Record<'children' | 'careExperienced' | 'years' | 'seed', string> & { today?: string }) =>
      run(async ({ database, terminal }) => {
        if (await findCouncil(database))
          throw new CommandRefused(
            'There is a council here already. Name another folder in KEPT_DATA to make the made-up one.',
          )
        const number = (name: 'children' | 'careExperienced' | 'years' | 'seed') => {
          const value = Number(options[name])
          if (!Number.isInteger(value) || value < 0) throw new CommandRefused(`--${name} takes a whole number.`)
          return value
        }
        const today = options.today ?? londonDay(Temporal.Now.instant())
        await loadDemonstration(
          database,
          {
            children: number('children'),
            careExperienced: number('careExperienced'),
            years: number('years'),
            seed: number('seed'),
            today,
          },
          terminal.say,
        )
      }),
    )
}
