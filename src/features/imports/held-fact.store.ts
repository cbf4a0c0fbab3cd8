import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import { type EventKindName, type Fact, factKey } from '../../domain/record/event-kinds.ts'
import { collectionYearOf, type IsoDate } from '../../domain/shared/calendar-date.ts'
import type { CurrentFact } from '../../domain/ssda903/compare.ts'

/** A fact of the case system's kinds as the record holds it, or as it held it before it was withdrawn. */
export interface HeldFact extends CurrentFact {
  /** Stated last by a colleague's correction in Kept, not by a return. */
  isByHand: boolean
}

type Row = [
  id: string,
  kind: EventKindName,
  startsOn: IsoDate,
  endsOn: IsoDate | null,
  data: never,
  statedOn: IsoDate,
  voids: boolean,
  isImported: boolean,
  isByHand: boolean,
]

/**
 * Everything a return can restate, one text a child (rows with payloads cost three times this).
 *
 * A correction made in Kept counts as stated on its day: a return of a year that was over by then leaves it alone, and
 * the next year's return speaks again.
 */
export async function readHeldFacts(query: Query): Promise<HeldFact[]> {
  const { rows } = await sql<{ code: string; facts: string }>`
    select i.value as code, json_agg(json_build_array(e.id, e.kind, e.starts_on, e.ends_on, e.data::json, e.stated_on, e.voids,
      e.source ? 'import', e.source->>'form' = 'correction') order by e.stated_on)::text as facts
    from event e join event_kind k using (kind)
      join identifier i on i.authority_id = e.authority_id and i.person_id = e.child_id and i.scheme = 'return' and i.ends_on is null
    where e.authority_id = (select authority()) and k.system_of_record = 'case system'
      and not exists (select from event c where c.authority_id = e.authority_id and c.supersedes = e.id)
    group by i.value`.execute(query)
  return rows.flatMap((row) => toHeldFacts(row.code, JSON.parse(row.facts) as Row[]))
}

/** A withdrawn fact that was stated anew is known by what was stated. */
function toHeldFacts(childCode: string, rows: Row[]): HeldFact[] {
  const facts = rows.map(([id, kind, startsOn, endsOn, data, statedOn, voids, isImported, isByHand]): HeldFact => {
    const fact: Fact = { kind, startsOn, endsOn, data }
    const statedYear = isImported || isByHand ? collectionYearOf(statedOn) : null
    return { id, childCode, fact, statedYear, isWithdrawn: voids, isByHand: isByHand ?? false }
  })
  if (!facts.some((each) => each.isWithdrawn)) return facts
  const byKey = new Map<string, HeldFact>()
  for (const each of facts) {
    const key = factKey(each.fact)
    if (!each.isWithdrawn || (byKey.get(key)?.isWithdrawn ?? true)) byKey.set(key, each)
  }
  return [...byKey.values()]
}

/** Return number → child, for all children of the council. */
export async function readChildCodes(query: Query): Promise<Map<string, string>> {
  const { rows } = await sql<{ value: string; person_id: string }>`select value, person_id from identifier
    where authority_id = (select authority()) and scheme = 'return' and ends_on is null`.execute(query)
  return new Map(rows.map((row) => [row.value, row.person_id]))
}

/** The newest seal: what changes in the record after it, the files were not compared with. */
export async function readNewestSeal(query: Query): Promise<number> {
  const { rows } = await sql<{ seal: string }>`select coalesce(max(seal_number), 0)::text as seal from event
    where authority_id = (select authority())`.execute(query)
  return Number(rows[0]!.seal)
}
