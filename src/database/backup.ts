// Long because the list of what is backed up stands beside what writes and reads it.
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { sql } from 'kysely'
import { type BackupHead, readBackupFile } from './backup-line.ts'
import type { Database, Query } from './database.ts'
import { hashOfFile, RestoredFiles, readStoredFile } from './file-folder.ts'

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
  'reference_version',
  'population_estimate',
  'measure_value',
  'plan',
  'plan_item',
  'plan_part',
  'owner_match',
  'plan_columns',
  'commitment_event',
  'event_guest',
  'item_proof',
  'item_update',
  'loose_progress',
  'progress_join',
  'arms_length',
  'obstacle',
  'promise_reason',
  'promise_rule',
  'knot_join',
  'stored_file',
  'body',
  'body_member',
  'terms_of_reference',
  'guest_rule',
  'expected_report',
  'half_term',
  'meeting',
  'challenge',
  'challenge_answer',
  'body_issue',
  'issue_decision',
  'body_measure',
  'attendance',
  'agenda_item',
  'paper',
  'decision',
  'minute_action',
  'meeting_view',
  'minute',
  'minutes_step',
  'minute_action_update',
  'saved_version',
  'challenge_told',
  'release_request',
  'release_item',
  'release_withheld',
  'pre_election',
  'pack',
  'printed_in_meeting',
  'report',
  'report_words',
  'report_edition',
  'printed_in_report',
  'report_step',
  'check_reason',
  'calendar_feed',
  'member_act',
  'member_offer',
  'paper_read',
  'young_view',
  'principle_label',
  'door_setting',
  'own_look',
  'own_key',
  'helper_code',
  'shown_to_children',
  'on_tonight',
  'verdict',
  'promise_words',
  'offer',
  'claim',
  'next_step',
  'safe_door',
  'phone_chain',
  'not_safe_message',
  'not_safe_step',
  'duty_notice',
  'cover',
  'view',
  'view_reader',
  'view_opened',
  'view_answer',
  'view_reply',
  'view_draft',
  'theme',
  'theme_view',
  'theme_answer',
  'local_measure',
  'stated_value',
  'figure_pack',
  'figure_pack_check',
  'figure_pack_edition',
  'figure_pack_step',
  'quoted_table',
  'comparator_release',
  'comparator_value',
  'neighbour',
  'saved_filter',
  'measure_owner',
  'measure_target',
  'measure_direction',
  'measure_word',
  'validated_value',
  'strategy_version',
  'strategy_part',
  'strategy_approval',
  'strategy_join',
  'pledge_read',
  'impact_paper',
  'impact_answer',
  'impact_review',
  'impact_opened',
  'impact_comment',
  'impact_passed',
  'impact_reply',
  'checked_plan',
  'related_document',
  'word_meaning',
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

/** Base64 of a whole number of three bytes, so that parts join. */
const FILE_BYTES_AT_A_TIME = 3 * 256 * 1024

/**
 * One consistent copy of every table and file, while the council works on: lines of JSON, compressed. Returns rows by table.
 * A stored file whose bytes are gone or changed does not stop the backup of all others: `sayLost` hears of it.
 */
export async function writeBackup(
  database: Database,
  file: string,
  filesFolder: string,
  sayLost: (name: string) => void,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  const unfinished = `${file}.unfinished`
  async function* lines(query: Query): AsyncGenerator<string> {
    yield `${JSON.stringify(await readBackupHead(query))}\n`
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
    for (const stored of await listStoredFiles(query)) {
      const bytes = await readStoredFile(filesFolder, stored.name).catch(() => null)
      if (bytes === null || hashOfFile(bytes) !== stored.sha256) {
        sayLost(stored.name)
        yield `${JSON.stringify({ table: `lost ${stored.name}` })}\n`
        continue
      }
      for (let from = 0; from < bytes.length; from += FILE_BYTES_AT_A_TIME)
        yield `${JSON.stringify({ table: `file ${stored.name}` })}\n"${bytes.subarray(from, from + FILE_BYTES_AT_A_TIME).toString('base64')}"\n`
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

async function listStoredFiles(query: Query): Promise<{ name: string; sha256: string }[]> {
  const { rows } = await sql<{
    name: string
    sha256: string
  }>`select name, sha256 from stored_file order by name`.execute(query)
  return rows
}

/** Puts a backup into an empty, migrated database and its files into their folder, and looks whether all is whole: all of it, or none. */
export async function readBackup(
  database: Database,
  file: string,
  filesFolder: string,
): Promise<Record<string, number>> {
  const files = new RestoredFiles(filesFolder)
  await files.begin()
  try {
    return await readRows(database, file, files)
  } finally {
    await files.end()
  }
}

async function readRows(database: Database, file: string, files: RestoredFiles): Promise<Record<string, number>> {
  return database.asOwner(async (query) => {
    // An event may stand before the one it corrects, where one statement wrote both.
    await sql`set constraints all deferred`.execute(query)
    await sql`delete from reference_version`.execute(query)
    for (const table of TRIGGERED) await sql.raw(`alter table kept.${table} disable trigger user`).execute(query)
    const counts: Record<string, number> = Object.fromEntries(BACKED_UP.map((table) => [table, 0]))
    let head: BackupHead | null = null
    for await (const part of readBackupFile(file)) {
      if ('head' in part) {
        head = part.head
        await refuseNewerRelease(query, head)
      } else if ('end' in part) {
        refuseMissingRows(counts, part.end)
      } else if (part.table.startsWith('file ')) {
        await files.add(part.table.slice(5), part.rows)
      } else if (part.table.startsWith('lost ')) {
        files.addLost(part.table.slice(5))
      } else {
        if (!(part.table in counts))
          throw new Error(`The backup holds a table that this release does not know: ${part.table}.`)
        counts[part.table]! += part.rows.length
        await insertRows(query, part.table, part.rows).catch((error) => refuseUnreadable(error, part.table))
      }
    }
    await sql`set constraints all immediate`.execute(query)
    await sql`select setval(pg_get_serial_sequence('kept.authority', 'authority_id'), greatest((select max(authority_id) from authority), 1))`.execute(
      query,
    )
    for (const table of TRIGGERED) await sql.raw(`alter table kept.${table} enable trigger user`).execute(query)
    await refuseUntrueRecord(query, head!)
    await files.keep(await listStoredFiles(query))
    return counts
  })
}

/** Tables whose own triggers would write what the backup holds already, or refuse it. */
const TRIGGERED = [
  'event',
  'seal',
  'installation',
  'picker_entry',
  'population_estimate',
  'postcode',
  'district',
  'body',
  'body_member',
  'terms_of_reference',
  'guest_rule',
  'expected_report',
  'attendance',
  'meeting',
  'challenge',
  'challenge_answer',
  'body_issue',
  'issue_decision',
  'agenda_item',
  'paper',
  'decision',
  'minute',
  'minutes_step',
  'minute_action',
  'meeting_view',
  'minute_action_update',
  'challenge_told',
  'member_act',
  'member_offer',
  'young_view',
  'plan',
  'plan_item',
  'plan_part',
  'item_update',
  'item_proof',
  'promise_reason',
  'commitment_event',
  'event_guest',
  'loose_progress',
  'obstacle',
  'theme',
  'theme_answer',
  'measure_word',
  'measure_target',
  'report_words',
]

async function readBackupHead(query: Query): Promise<BackupHead> {
  const { rows } = await sql<{ head: string }>`select jsonb_build_object('kept', 1,
    'heads', (select coalesce(jsonb_agg(jsonb_build_object('authority', authority_id, 'number', number::text, 'hash', encode(hash, 'hex')) order by authority_id), '[]') from seal_head),
    'migrations', (select jsonb_agg(name order by name) from migration where name like '%.sql'))::text as head`.execute(
    query,
  )
  return JSON.parse(rows[0]!.head) as BackupHead
}

/** Columns of a later release would be dropped without a word. */
async function refuseNewerRelease(query: Query, { migrations }: BackupHead): Promise<void> {
  const here = await readBackupHead(query)
  if (migrations.some((name) => !here.migrations.includes(name)))
    throw new Error('The backup was written by a newer release of Kept. Install that release, or a later one, first.')
}

/** Text that is not JSON or not of the column's type (class 22): a byte was changed. Anything else is what it is. */
function refuseUnreadable(error: Error & { code?: string }, table: string): never {
  if (error instanceof SyntaxError || error.code?.startsWith('22'))
    throw new Error(`The backup is damaged: the rows of ${table} cannot be read.`, { cause: error })
  throw error
}

function refuseMissingRows(counts: Record<string, number>, end: Record<string, number>): void {
  for (const table of BACKED_UP) {
    if (counts[table] !== (end[table] ?? 0))
      throw new Error(`The backup is damaged: ${table} should hold ${end[table]} rows and holds ${counts[table]}.`)
  }
}

async function refuseUntrueRecord(query: Query, { heads }: BackupHead): Promise<void> {
  if (JSON.stringify((await readBackupHead(query)).heads) !== JSON.stringify(heads))
    throw new Error('The backup is damaged: its newest seals are not those it was written with.')
  const { rows } = await sql<{
    seal: string
    fault: string
  }>`select v.seal_number::text as seal, v.fault from authority a cross join lateral verify_seals(a.authority_id) v limit 1`.execute(
    query,
  )
  if (rows[0]) throw new Error(`The record in the backup is not whole. Seal ${rows[0].seal}: ${rows[0].fault}.`)
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
