import { sql } from 'kysely'
import type { Actor, Database, Query } from '../../database/database.ts'
import { readInTurns, type Turn } from '../../database/in-turns.ts'
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
 * Everything a return can restate, as known at a seal, one text a child (rows with payloads cost three times this).
 *
 * A correction made in Kept counts as stated on its day: a return of a year that was over by then leaves it alone, and
 * the next year's return speaks again.
 */
export async function readHeldFacts(
  database: Database,
  actor: Actor,
  codes: Map<string, string>,
  sealNumber: number,
): Promise<HeldFact[]> {
  const codeOf = new Map([...codes].map(([code, childId]) => [childId, code]))
  return readInTurns(
    database.inBackground,
    actor,
    { ids: [...codes.values()], perTurn: 1000 },
    (query, turn) => readFactsOf(query, turn, sealNumber),
    (rows) =>
      rows.flatMap((row) => {
        const code = codeOf.get(row.childId)
        return code === undefined ? [] : toHeldFacts(code, (JSON.parse(`[${row.facts}]`) as Row[]).sort(byStatement))
      }),
  )
}

function byStatement([, , , , , one]: Row, [, , , , , other]: Row): number {
  return one < other ? -1 : one > other ? 1 : 0
}

async function readFactsOf(
  query: Query,
  turn: Turn,
  sealNumber: number,
): Promise<{ childId: string; facts: string }[]> {
  const { rows } = await sql<{ childId: string; facts: string }>`
    select e.child_id as "childId", string_agg('["' || e.id || '","' || e.kind || '","' || e.starts_on || '",' || coalesce('"' || e.ends_on || '"', 'null') || ',' || e.data || ',"' ||
      e.stated_on || '",' || e.voids || ',' || (e.source ? 'import') || ',' || coalesce(e.source->>'form' = 'correction', false) || ']', ',') as facts
    from event e join event_kind k using (kind)
    where e.authority_id = (select authority()) and e.child_id between ${turn.from} and ${turn.to}
      and k.system_of_record = 'case system' and e.seal_number <= ${sealNumber}
      and not exists (select from event c where c.authority_id = e.authority_id and c.supersedes = e.id and c.seal_number <= ${sealNumber})
    group by e.child_id`.execute(query)
  return rows
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
