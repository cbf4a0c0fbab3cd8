import { type Command, InvalidArgumentError } from 'commander'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { isIsoDate, londonDay } from '../domain/shared/calendar-date.ts'
import { type Council, makeCouncil } from '../shapes/person/council.store.ts'
import { onsCodeOf } from '../shapes/person/council-code.ts'
import { type Run, requireNoCouncil } from './command.ts'

interface InitOptions {
  council: string
  authority: string
  area?: string
  adminEmail?: string
}

interface DemoChoice {
  children: number
  careExperienced: number
  years: number
  seed: number
  today?: string
}

/** `kept init` makes an empty, real council; `kept demo` the made-up one. Neither touches a council that is there. */
export function addCouncilCommands(program: Command, run: Run): void {
  program
    .command('init')
    .description('make an empty, real council in a folder of its own')
    .requiredOption('--council <name>', 'the name of the council', readName)
    .requiredOption('--authority <number>', "the department's three-digit number, as in the return", readNumber)
    .option('--area <code>', 'the ONS code of its area (E…), where the number does not tell it', readArea)
    .option('--admin-email <address>', 'the first administrator, who signs in with this address', readAddress)
    .action((options: InitOptions) =>
      run.onEmpty(async ({ database, terminal }) => {
        await requireNoCouncil(database)
        const onsCode = options.area ?? onsCodeOf(options.authority)
        const { council: name, authority: code } = options
        const council = await makeCouncil(database, { nature: 'real', name, code, onsCode })
        if (options.adminEmail !== undefined) await addAdministrator(database, council, options.adminEmail)
        terminal.say(
          `Made ${name}. It is empty, and real: the sign-in picker and the made-up children cannot be switched on in it.`,
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
    .option('--children <number>', 'children in care', readCount, 640)
    .option('--care-experienced <number>', 'young adults who have left care', readCount, 310)
    .option('--years <number>', 'years of history', readCount, 5)
    .option('--seed <number>', 'the same seed makes the same council', readCount, 1)
    .option('--today <date>', 'the day it ends on (yyyy-mm-dd)', readToday)
    .action(({ today = londonDay(Temporal.Now.instant()), ...options }: DemoChoice) =>
      run.onEmpty(async ({ database, terminal }) => {
        await requireNoCouncil(database)
        const { loadDemonstration } = await import('../features/demonstration/index.ts')
        await loadDemonstration(database, { ...options, today }, terminal.say)
      }),
    )
}

async function addAdministrator(database: Database, { authorityId }: Council, email: string): Promise<void> {
  await database.asOwner(async (query) => {
    const { rows } = await sql<{ id: string }>`insert into person (authority_id, kind, title, email)
      values (${authorityId}, 'staff', 'Administrator', ${email}) returning id`.execute(query)
    await sql`insert into role_held (authority_id, person_id, role, starts_on)
      values (${authorityId}, ${rows[0]!.id}, 'administrator', kept.today())`.execute(query)
  })
}

function readName(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('Give the name people know the council by.')
  return text.trim()
}

function readNumber(text: string): string {
  if (!/^\d{3}$/.test(text))
    throw new InvalidArgumentError('It is the three-digit number the department gives a council, for example 999.')
  return text
}

function readArea(text: string): string {
  if (!/^E\d{8}$/.test(text)) throw new InvalidArgumentError('It is an E and eight digits, for example E10999999.')
  return text
}

function readAddress(text: string): string {
  if (!/^[^\s@]+@[^\s@]+$/.test(text)) throw new InvalidArgumentError('It is an address as name@council.example.')
  return text
}

function readCount(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('It is a whole number.')
  return Number(text)
}

function readToday(text: string): string {
  if (!isIsoDate(text)) throw new InvalidArgumentError('It is a day as yyyy-mm-dd, for example 2026-03-31.')
  return text
}
