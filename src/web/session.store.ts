import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import type { IsoDate } from '../domain/shared/calendar-date.ts'
import type { SignedIn } from './route.ts'

/** A session ends an hour after it was last used, and twelve hours after it was opened. */
const IDLE = '1 hour'
const WHOLE = '12 hours'

/** Opens a session for a person and returns what the browser is to hold; only its hash is kept. */
export async function openSession(database: Database, authorityId: number, personId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await database.atDoor(async (query) => {
    await sql`delete from session where ends_at < clock_timestamp()`.execute(query)
    await sql`insert into session (token_hash, authority_id, person_id, ends_at)
      values (${hash(token)}, ${authorityId}, ${personId}, clock_timestamp() + ${WHOLE}::interval)`.execute(query)
  })
  return token
}

interface Row {
  authority_id: number
  person_id: string
  given_name: string | null
  family_name: string | null
  title: string | null
  roles: string[]
  rights: string[]
  is_stale: boolean
}

/** Whose session it is; null where there is none, it has ended, or the person holds no role today. */
export async function findSession(database: Database, token: string, today?: IsoDate): Promise<SignedIn | null> {
  const row = await database.atDoor(async (query) => {
    const { rows } =
      await sql<Row>`select p.authority_id, p.person_id, p.given_name, p.family_name, p.title, p.roles, p.rights,
        s.seen_at < clock_timestamp() - interval '5 minutes' as is_stale
      from session s cross join lateral person_at_door(s.authority_id, s.person_id) p
      where s.token_hash = ${hash(token)} and s.ends_at > clock_timestamp() and s.seen_at > clock_timestamp() - ${IDLE}::interval`.execute(
        query,
      )
    // With the last role the session ends for good: a new role asks for a new sign-in.
    if (rows[0]?.roles.length === 0) await sql`delete from session where token_hash = ${hash(token)}`.execute(query)
    // Renewed at most every five minutes, or every reading would be a writing.
    else if (rows[0]?.is_stale)
      await sql`update session set seen_at = clock_timestamp() where token_hash = ${hash(token)}`.execute(query)
    return rows[0]
  }, today)
  if (!row || row.roles.length === 0) return null
  return {
    actor: { authorityId: row.authority_id, personId: row.person_id, ...(today ? { today } : {}) },
    name: [row.given_name, row.family_name].filter(Boolean).join(' '),
    title: row.title,
    roles: row.roles,
    rights: new Set(row.rights),
  }
}

export async function closeSession(database: Database, token: string): Promise<void> {
  await database.atDoor((query) => sql`delete from session where token_hash = ${hash(token)}`.execute(query))
}

/**
 * Counts a try from an address; true where there were too many in ten minutes (counted in the database, for every process).
 * A try that was held back is not counted, so waiting helps and nobody can fill the table.
 */
export async function isTriedTooOften(database: Database, address: string, most: number): Promise<boolean> {
  return database.atDoor(async (query) => {
    await sql`delete from sign_in_attempt where at < clock_timestamp() - interval '1 day'`.execute(query)
    const { rows } = await sql`insert into sign_in_attempt (address) select ${address}
      where (select count(*) from sign_in_attempt where address = ${address} and at > clock_timestamp() - interval '10 minutes') < ${most} returning 1`.execute(
      query,
    )
    return rows.length === 0
  })
}

/** Takes the newest tries of an address back: they led to somebody known. */
export async function forgetTries(database: Database, address: string, count: number): Promise<void> {
  await database.atDoor((query) =>
    sql`delete from sign_in_attempt where ctid in (select ctid from sign_in_attempt where address = ${address} order by at desc limit ${count})`.execute(
      query,
    ),
  )
}

/** The word a form must carry: known only to who holds the cookie. */
export function formWord(token: string): string {
  return createHmac('sha256', token).update('form').digest('base64url')
}

export function isFormWord(token: string, given: string | undefined): boolean {
  const right = Buffer.from(formWord(token))
  const other = Buffer.from(given ?? '')
  return right.length === other.length && timingSafeEqual(right, other)
}

function hash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
