import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { EventKindName } from '../../domain/record/event-kinds.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import type { StagedRow } from './import.store.ts'

/** A staged row, with what it would replace. */
export interface StagedExample {
  year: number
  action: StagedRow['action']
  kind: EventKindName
  childCode: string
  startsOn: IsoDate
  endsOn: IsoDate | null
  data: Record<string, unknown>
  source: { file: string; line: number }
  was: Replaced | null
}

interface Replaced {
  startsOn: IsoDate
  endsOn: IsoDate | null
  data: Record<string, unknown>
}

/** The first few of each action, kind and year: those the reader may see. */
export async function listExamples(query: Query, batchId: string, most = 5): Promise<StagedExample[]> {
  const { rows } = await sql<Omit<StagedExample, 'was'> & { supersedes: string | null }>`select * from (
      select extract(year from r.stated_on)::int as year, r.action, r.kind, r.child_code as "childCode", r.starts_on as "startsOn", r.ends_on as "endsOn",
        r.data, r.source, r.supersedes, r.position, row_number() over (partition by r.stated_on, r.kind, r.action order by r.position) as nth
      from import_row r where r.authority_id = (select authority()) and r.batch_id = ${batchId}) each_row
    where nth <= ${most} order by position`.execute(query)
  const replaced = await findReplaced(
    query,
    batchId,
    rows.flatMap((row) => row.supersedes ?? []),
  )
  return rows.map(({ supersedes, ...row }) => ({
    ...row,
    was: supersedes === null ? null : (replaced.get(supersedes) ?? null),
  }))
}

/** What they replace: in the record, or of an earlier year of the same files. */
async function findReplaced(query: Query, batchId: string, ids: string[]): Promise<Map<string, Replaced>> {
  if (ids.length === 0) return new Map()
  const wanted = sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`
  const { rows } = await sql<Replaced & { id: string }>`
    select id, starts_on as "startsOn", ends_on as "endsOn", data from event where authority_id = (select authority()) and id in ${wanted}
    union all select event_id, starts_on, ends_on, data from import_row where authority_id = (select authority()) and batch_id = ${batchId} and event_id in ${wanted}`.execute(
    query,
  )
  return new Map(rows.map(({ id, ...was }) => [id, was]))
}
