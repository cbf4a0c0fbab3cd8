import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { sql } from 'kysely'
import type { Database, Query } from './database.ts'

/** Every table of a council's data, parents first. Sessions end with a restore; kinds and migrations follow from the code. */
export const BACKED_UP = [
  'installation',
  'authority',
  'person',
  'identifier',
  'login_identity',
  'sql_login',
  'role_held',
  'grant_rule',
  'team',
  'team_member',
  'relationship',
  'break_glass',
  'event',
  'seal',
  'seal_head',
  'picker_entry',
  'audit',
  'row_history',
  'import_batch',
  'import_row',
  'import_finding',
  'postcode',
  'district',
  'population_estimate',
  'measure_value',
  'plan',
  'plan_item',
] as const

/** Tables that a backup leaves out, each with its reason. */
export const NOT_BACKED_UP = {
  session: 'a restored council signs in anew',
  sign_in_attempt: 'counted for minutes',
  migration: 'follows from the release',
  event_kind: 'follows from the release',
} as const

const ORDER: Partial<Record<string, string>> = { event: 'order by seal_number', seal: 'order by number' }
const ROWS_AT_A_TIME = 2000

/** One consistent copy of every table, while the council works on: lines of JSON, compressed. Returns rows by table. */
export async function writeBackup(database: Database, file: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  const unfinished = `${file}.unfinished`
  async function* lines(query: Query): AsyncGenerator<string> {
    const heads = await sql<{
      head: string
    }>`select coalesce(jsonb_agg(jsonb_build_object('authority', authority_id, 'number', number, 'hash', encode(hash, 'hex'))), '[]')::text as head from seal_head`.execute(
      query,
    )
    yield `${JSON.stringify({ kept: 1, heads: JSON.parse(heads.rows[0]!.head) })}\n`
    for (const table of BACKED_UP) {
      counts[table] = 0
      await sql
        .raw(
          `declare backup_rows cursor for select to_jsonb(t)::text as row from kept.${table} t ${ORDER[table] ?? ''}`,
        )
        .execute(query)
      for (;;) {
        const { rows } = await sql.raw<{ row: string }>(`fetch ${ROWS_AT_A_TIME} from backup_rows`).execute(query)
        if (rows.length === 0) break
        counts[table] += rows.length
        yield `${JSON.stringify({ table })}\n${rows.map((row) => `${row.row}\n`).join('')}`
      }
      await sql`close backup_rows`.execute(query)
    }
    yield `${JSON.stringify({ end: counts })}\n`
  }
  try {
    await database.asOwner(
      (query) => pipeline(Readable.from(lines(query)), createGzip(), createWriteStream(unfinished, { mode: 0o600 })),
      'repeatable read',
    )
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  return counts
}

/** Puts a backup into an empty, migrated database: all of it, or none. */
export async function readBackup(database: Database, file: string): Promise<Record<string, number>> {
  return database.asOwner(async (query) => {
    const triggered = ['event', 'seal', 'installation', 'picker_entry', 'population_estimate', 'postcode', 'district']
    for (const table of triggered) await sql.raw(`alter table kept.${table} disable trigger user`).execute(query)
    const counts: Record<string, number> = {}
    let table: string | null = null
    let waiting: string[] = []
    let end: Record<string, number> | null = null
    const flush = async () => {
      if (table !== null && waiting.length > 0) {
        counts[table] = (counts[table] ?? 0) + waiting.length
        await insertRows(query, table, waiting)
      }
      waiting = []
    }
    let isFirst = true
    for await (const line of createInterface({
      input: createReadStream(file).pipe(createGunzip()),
      crlfDelay: Infinity,
    })) {
      if (isFirst) {
        if ((JSON.parse(line) as { kept?: number }).kept !== 1)
          throw new Error('This file is not a backup that this release of Kept can read.')
        isFirst = false
      } else if (line.startsWith('{"table":')) {
        await flush()
        table = (JSON.parse(line) as { table: string }).table
        if (!(BACKED_UP as readonly string[]).includes(table))
          throw new Error(`The backup holds a table this release does not know: ${table}.`)
      } else if (line.startsWith('{"end":')) {
        await flush()
        end = (JSON.parse(line) as { end: Record<string, number> }).end
      } else {
        waiting.push(line)
      }
    }
    if (end === null) throw new Error('The backup ends too soon: it was cut off. Nothing was restored.')
    for (const name of BACKED_UP) {
      if ((counts[name] ?? 0) !== (end[name] ?? 0))
        throw new Error(
          `The backup is damaged: ${name} should hold ${end[name]} rows and holds ${counts[name] ?? 0}. Nothing was restored.`,
        )
    }
    await sql`select setval(pg_get_serial_sequence('kept.authority', 'authority_id'), greatest((select max(authority_id) from authority), 1))`.execute(
      query,
    )
    for (const name of triggered) await sql.raw(`alter table kept.${name} enable trigger user`).execute(query)
    return counts
  })
}

async function insertRows(query: Query, table: string, lines: string[]): Promise<void> {
  if (table === 'audit') {
    const first = lines.reduce(
      (least, line) =>
        (JSON.parse(line) as { at: string }).at < least ? (JSON.parse(line) as { at: string }).at : least,
      '9999',
    )
    await sql`select make_audit_months(${first.slice(0, 10)}::date, 6)`.execute(query)
  }
  const overriding = table === 'authority' ? 'overriding system value' : ''
  const statement = sql`${sql.raw(`insert into kept.${table} ${overriding} select * from jsonb_populate_recordset(null::kept.${table},`)} ${`[${lines.join(',')}]`}::jsonb)`
  await statement.execute(query)
}
