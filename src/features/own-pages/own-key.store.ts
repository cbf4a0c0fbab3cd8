import { createHash, randomBytes, randomInt, type ScryptOptions, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import type { Database, Query } from '../../database/database.ts'
import { makeDoorWord } from '../../domain/own/picture-key.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

/** About 50 ms a try: a list of all keys, were it ever taken, is slow to guess from. */
const COST: ScryptOptions = { N: 16_384, r: 8, p: 1 }
const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)
const hashOf = (secret: string, salt: Buffer) => derive(secret, salt, 32, COST)
const digest = (text: string) => createHash('sha256').update(text).digest()

export interface MadeCode {
  doorWord: string
  code: string
  needsSecond: boolean
}

/** Makes a code for a child whom the asker helps; null for any other child. The code itself is kept nowhere. */
export async function makeHelperCode(query: Query, childId: string): Promise<MadeCode | null> {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const salt = randomBytes(16)
  const words = Array.from({ length: 20 }, () => makeDoorWord((below) => randomInt(below)))
  const { rows } = await sql<{
    doorWord: string
    needsSecond: boolean
  }>`select door_word as "doorWord", needs_second as "needsSecond"
    from make_helper_code(${childId}, ${words}::text[], ${salt}, ${await hashOf(code, salt)})`.execute(query)
  return rows[0] ? { ...rows[0], code } : null
}

/** Says, as a second colleague, that an adult is who they say they are. */
export async function confirmHelperCode(query: Query, codeId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select confirm_helper_code(${codeId}) as done`.execute(query)
  return rows[0]!.done
}

export interface KnownCode {
  id: string
  issuedBy: string
  issuedOn: IsoDate
  isMine: boolean
  isOpen: boolean
  isUsed: boolean
  needsSecond: boolean
  isConfirmed: boolean
}

/** Codes made for one child, newest first: who made them and whether they served, never what they are. */
export async function readHelperCodes(query: Query, childId: string): Promise<KnownCode[]> {
  const { rows } =
    await sql<KnownCode>`select c.id, coalesce(concat_ws(' ', p.given_name, p.family_name), 'A colleague') as "issuedBy",
      (c.issued_at at time zone 'Europe/London')::date::text as "issuedOn", c.issued_by = (select me()) as "isMine",
      c.used_at is null and c.closes_at > clock_timestamp() as "isOpen", c.used_at is not null as "isUsed",
      c.needs_second as "needsSecond", c.confirmed_by is not null as "isConfirmed"
    from helper_code c left join person p on p.authority_id = c.authority_id and p.id = c.issued_by
    where c.authority_id = (select authority()) and c.child_id = ${childId} order by c.issued_at desc limit 5`.execute(
      query,
    )
  return rows
}

/** The name of a child whom the asker helps; null for any other. */
export async function findHelped(query: Query, childId: string): Promise<{ name: string } | null> {
  const { rows } = await sql<{ name: string }>`select coalesce(p.given_name, 'this child') as name from person p
    where p.authority_id = (select authority()) and p.id = ${childId} and p.id in (select h.child_id from helped() h)`.execute(
    query,
  )
  return rows[0] ?? null
}

/** Tries a code at the door. Where it is right, a ticket with which one key can be set. */
export async function useHelperCode(
  database: Database,
  authorityId: number,
  doorWord: string,
  code: string,
): Promise<string | null> {
  const salt = await readSalt(database, authorityId, doorWord, 'code_salt')
  const hash = await hashOf(code, salt)
  const ticket = randomBytes(32).toString('base64url')
  const { rows } = await database.atDoor((query) =>
    sql<{ is: boolean }>`select use_helper_code(${authorityId}, ${doorWord}, ${hash}, ${digest(ticket)}) as is`.execute(
      query,
    ),
  )
  return rows[0]!.is ? ticket : null
}

/** Sets the key that a ticket is for; null where the ticket has served or is too old. */
export async function keepOwnKey(
  database: Database,
  authorityId: number,
  ticket: string,
  pictures: readonly string[],
  today?: IsoDate,
): Promise<{ personId: string; doorWord: string } | null> {
  const salt = randomBytes(16)
  const hash = await hashOf(pictures.join(' '), salt)
  const { rows } = await database.atDoor(
    (query) =>
      sql<{ personId: string; doorWord: string }>`select person_id as "personId", door_word as "doorWord"
        from keep_own_key(${authorityId}, ${digest(ticket)}, ${salt}, ${hash})`.execute(query),
    today,
  )
  return rows[0] ?? null
}

/** Who four pictures belong to; null where they are wrong, wait, or no such name is known. All look alike from outside. */
export async function openOwnKey(
  database: Database,
  authorityId: number,
  doorWord: string,
  pictures: readonly string[],
): Promise<string | null> {
  const salt = await readSalt(database, authorityId, doorWord, 'key_salt')
  const hash = await hashOf(pictures.join(' '), salt)
  const { rows } = await database.atDoor((query) =>
    sql<{ id: string | null }>`select open_own_key(${authorityId}, ${doorWord}, ${hash}) as id`.execute(query),
  )
  return rows[0]!.id
}

/** A name nobody has takes as long as one that somebody has. */
async function readSalt(
  database: Database,
  authorityId: number,
  doorWord: string,
  which: 'code_salt' | 'key_salt',
): Promise<Buffer> {
  const { rows } = await database.atDoor((query) =>
    sql<{
      code_salt: Uint8Array | null
      key_salt: Uint8Array | null
    }>`select code_salt, key_salt from salts_at_door(${authorityId}, ${doorWord})`.execute(query),
  )
  const salt = rows[0]?.[which]
  return salt ? Buffer.from(salt) : digest(`no such name: ${doorWord}`).subarray(0, 16)
}
