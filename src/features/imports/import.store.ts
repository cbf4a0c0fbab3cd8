import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, Query } from '../../database/database.ts'
import type { Fact } from '../../domain/record/event-kinds.ts'
import type { FileFault } from '../../domain/ssda903/return.ts'
import type { ReferenceTaken } from './reference/take-reference.command.ts'
import type { ReturnSummary } from './summary.ts'

export interface StagedRow {
  action: 'new' | 'changed' | 'ended' | 'withdrawn'
  childCode: string
  fact: Fact
  source: { file: string; line: number }
  statedOn: string
  /** The row of the ledger, or `new:<position>` for a row of this same batch, that this one corrects. */
  supersedes: string | null
}

export interface Finding {
  severity: 'file' | 'row' | 'warning' | 'note'
  year: number | null
  table: string | null
  file: string | null
  line: number | null
  column: string | null
  childCode: string | null
  value: string | null
  message: string
}

export const blankFinding: Finding = {
  severity: 'note',
  year: null,
  table: null,
  file: null,
  line: null,
  column: null,
  childCode: null,
  value: null,
  message: '',
}

export function fileFinding(fault: FileFault): Finding {
  return { ...blankFinding, severity: 'file', file: fault.file, line: fault.line, message: fault.message }
}

export interface Batch {
  id: string
  kind: 'return' | 'reference' | 'postcodes'
  status: 'checked' | 'refused' | 'accepted' | 'dropped'
  years: number[]
  files: { name: string; bytes: number }[]
  summary: Partial<ReturnSummary> & { taken?: number | ReferenceTaken[] }
  madeAt: string
  madeBy: string
  acceptedAt: string | null
  acceptedBy: string | null
}

export interface NewBatch {
  kind: Batch['kind']
  status: 'checked' | 'refused' | 'accepted'
  years: number[]
  files: { name: string; bytes: number }[]
  summary: Batch['summary']
  madeBy: string
  /** The newest seal the files were compared with. */
  sealNumber?: number
  rows: StagedRow[]
  findings: Finding[]
  childIds: Map<string, { id: string; isNew: boolean }>
}

/** Keeps a checked set of files outside the record, by set, until somebody accepts it. */
export async function stageBatch(query: Query, actor: Actor, batch: NewBatch): Promise<string> {
  const made = await sql<{
    id: string
  }>`insert into import_batch (authority_id, kind, status, years, files, summary, seal_number, made_by, accepted_by, accepted_at)
    values (${actor.authorityId}, ${batch.kind}, ${batch.status}, ${batch.years}, ${JSON.stringify(batch.files)}::jsonb, ${JSON.stringify(batch.summary)}::jsonb,
      coalesce(${batch.sealNumber ?? null}::bigint, (select max(seal_number) from event where authority_id = ${actor.authorityId}), 0), ${batch.madeBy},
      case when ${batch.status}::text = 'accepted' then ${batch.madeBy}::uuid end, case when ${batch.status}::text = 'accepted' then clock_timestamp() end)
    returning id`.execute(query)
  const id = made.rows[0]!.id
  if (batch.rows.length > 0) await stageRows(query, actor, id, batch)
  if (batch.findings.length === 0) return id
  const findings = batch.findings.map((finding, position) => ({ position, ...finding }))
  await sql`insert into import_finding (authority_id, batch_id, position, severity, year, table_name, file, line, column_name, child_code, value, message)
    select ${actor.authorityId}, ${id}, f.position, f.severity, f.year, f."table", f.file, f.line, f."column", f."childCode", f.value, f.message
    from jsonb_to_recordset(${JSON.stringify(findings)}::jsonb) as f(position int, severity text, year int, "table" text, file text, line int, "column" text,
      "childCode" text, value text, message text)`.execute(query)
  return id
}

const OF_BATCH = 'new:'

async function stageRows(query: Query, actor: Actor, id: string, batch: NewBatch): Promise<void> {
  const eventIds = batch.rows.map(() => randomUUID())
  const rows = batch.rows.map((row, position) => {
    const child = batch.childIds.get(row.childCode)!
    // Worked out here: joining the staged rows to themselves takes seconds, for nothing is known yet of how many there are.
    const supersedes = row.supersedes?.startsWith(OF_BATCH)
      ? eventIds[Number(row.supersedes.slice(OF_BATCH.length))]
      : row.supersedes
    return {
      position,
      action: row.action,
      child_code: row.childCode,
      kind: row.fact.kind,
      starts_on: row.fact.startsOn,
      ends_on: row.fact.endsOn,
      data: row.fact.data,
      source: { import: id, ...row.source },
      stated_on: row.statedOn,
      supersedes: supersedes ?? null,
      voids: row.action === 'withdrawn',
      reason: row.supersedes === null ? null : row.action === 'withdrawn' ? 'no longer in the return' : 'restated',
      child_id: child.id,
      is_new_child: child.isNew,
      event_id: eventIds[position],
    }
  })
  await sql`insert into import_row (authority_id, batch_id, position, action, child_code, kind, starts_on, ends_on, data, source, stated_on,
      supersedes, voids, reason, child_id, is_new_child, event_id)
    select ${actor.authorityId}, ${id}, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(position int, action text, child_code text, kind text,
      starts_on date, ends_on date, data jsonb, source jsonb, stated_on date, supersedes uuid, voids boolean, reason text,
      child_id uuid, is_new_child boolean, event_id uuid)`.execute(query)
}

const batchColumns = sql`b.id, b.kind, b.status, b.years, b.files, b.summary, b.made_at as "madeAt", b.accepted_at as "acceptedAt",
  coalesce((select concat_ws(' ', p.given_name, p.family_name) from person p where p.authority_id = b.authority_id and p.id = b.made_by), 'Kept itself') as "madeBy",
  case when b.accepted_by is not null then
    coalesce((select concat_ws(' ', p.given_name, p.family_name) from person p where p.authority_id = b.authority_id and p.id = b.accepted_by), 'Kept itself') end as "acceptedBy"`

export async function findBatch(query: Query, id: string): Promise<Batch | null> {
  const { rows } =
    await sql<Batch>`select ${batchColumns} from import_batch b where b.authority_id = (select authority()) and b.id = ${id}`.execute(
      query,
    )
  return rows[0] ?? null
}

/** One acceptance at a time in a council: a second waits, and then sees what the first took in. */
export async function lockBatch(query: Query, id: string): Promise<Batch | null> {
  await sql`select pg_advisory_xact_lock(hashtext('acceptance of files'), authority())`.execute(query)
  return findBatch(query, id)
}

export async function listBatches(query: Query): Promise<Batch[]> {
  const { rows } =
    await sql<Batch>`select ${batchColumns} from import_batch b where b.authority_id = (select authority()) order by b.made_at desc limit 50`.execute(
      query,
    )
  return rows
}

/** The return accepted last. */
export async function findLastAccepted(query: Query): Promise<Batch | null> {
  const { rows } =
    await sql<Batch>`select ${batchColumns} from import_batch b where b.authority_id = (select authority())
    and b.kind = 'return' and b.status = 'accepted' order by b.accepted_at desc limit 1`.execute(query)
  return rows[0] ?? null
}

export async function listFindings(query: Query, batchId: string): Promise<Finding[]> {
  const { rows } =
    await sql<Finding>`select severity, year, table_name as "table", file, line, column_name as "column", child_code as "childCode", value, message
    from import_finding where authority_id = (select authority()) and batch_id = ${batchId} order by position`.execute(
      query,
    )
  return rows
}
