import { sql } from 'kysely'
import type { Database, Query } from '../../database/database.ts'
import type { DemoCouncil } from '../../demo-data/demo-council.ts'
import { DEMO_RESTATED, DEMO_VALIDATED, demoStories, saidOn, storyDays } from '../../demo-data/measure-story.ts'
import { findMeasure } from '../../domain/measures/all-measures.ts'
import { addDays, collectionYear, collectionYearOf, type IsoDate } from '../../domain/shared/calendar-date.ts'
import { type Council, systemActor } from '../../shapes/person/council.store.ts'
import { readRecords } from '../performance/index.ts'

/** Owners, targets and words of a dozen figures; then figures are validated, and one fact behind one of them is corrected. */
export async function placeMeasureStory(
  database: Database,
  council: Council,
  demo: DemoCouncil,
  idOf: (key: string) => string,
  today: IsoDate,
): Promise<void> {
  const analyst = idOf(demo.staff.find(({ role }) => role === 'performance_analyst')!.key)
  const named = new Map(demo.staff.map((person) => [person.title, idOf(person.key)] as const))
  const lastYear = `${collectionYearOf(today) - 1}-03-31`
  const { records, facts, basis } = await readRecords(database, council, null)
  const checked = DEMO_VALIDATED.map((id) => findMeasure(id)!.compute(records, facts, lastYear)).filter(
    ({ cannotCompute }) => cannotCompute === null,
  )
  await database.asOwner(async (query) => {
    await placeWords(query, council, { named, analyst, today })
    await sql`insert into validated_value (authority_id, measure_id, as_at, seal_number, result, validated_by, validated_on)
      select ${council.authorityId}, r->>'id', ${lastYear}, ${basis.sealNumber}, r, ${analyst}, ${earlier(addDays(lastYear, 45), today)}
      from jsonb_array_elements(${JSON.stringify(checked)}::jsonb) r`.execute(query)
  })
  const before = checked.find(({ id }) => id === DEMO_RESTATED)
  if (before) await correctOne(database, council, { before, asAt: lastYear, today })
}

async function placeWords(
  query: Query,
  { authorityId }: Council,
  { named, analyst, today }: { named: Map<string | null, string>; analyst: string; today: IsoDate },
): Promise<void> {
  const days = storyDays(today)
  const { to } = collectionYear(collectionYearOf(today))
  const from = addDays(`${collectionYearOf(today) - 3}-03-31`, 1)
  const rows = demoStories.map(({ measureId, owner, target, words }) => ({
    measureId,
    owner: named.get(owner) ?? analyst,
    ...target,
    words: words.map(([why, next], index) => ({ why, next, asAt: days[index], on: saidOn(days[index]!, today) })),
  }))
  const stories = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("measureId" text, owner uuid, way text, value numeric, "pointsAt" text, near numeric, why text, words jsonb)`
  await sql`insert into measure_owner (authority_id, measure_id, owner_id, given_by, given_on)
    select ${authorityId}, r."measureId", r.owner, ${analyst}, ${from} from ${stories}`.execute(query)
  await sql`insert into measure_target (authority_id, measure_id, from_on, to_on, way, value, points_at, near, why, set_by, set_on)
    select ${authorityId}, r."measureId", ${from}, ${to}, r.way, r.value, r."pointsAt", r.near, r.why, ${analyst}, ${from} from ${stories}`.execute(
    query,
  )
  await sql`insert into measure_word (authority_id, measure_id, as_at, why, next_step, said_by, said_on)
    select ${authorityId}, r."measureId", w."asAt", w.why, w.next, r.owner, w."on"
    from ${stories}, jsonb_to_recordset(r.words) as w("asAt" date, why text, next text, "on" date)`.execute(query)
}

/** One check by a dentist was written down after the year's figure had been validated. */
async function correctOne(
  database: Database,
  council: Council,
  { before, asAt, today }: { before: { met: string[]; counted: string[] }; asAt: IsoDate; today: IsoDate },
): Promise<void> {
  const missed = before.counted.find((id) => !before.met.includes(id))
  if (missed === undefined) return
  const actor = { ...systemActor(council), today }
  await database.as(actor, (query) =>
    sql`insert into event (authority_id, child_id, kind, starts_on, ends_on, data, source, stated_on, recorded_by, supersedes, reason)
      select e.authority_id, e.child_id, e.kind, e.starts_on, e.ends_on, e.data || '{"teethCheck":true}', '{"form":"made up"}', ${today},
        ${council.systemId}, e.id, 'The dentist’s letter came after the year had closed.'
      from event e where e.authority_id = ${council.authorityId} and e.child_id = ${missed} and e.kind = 'health_year'
        and (e.starts_on = ${asAt} or ${asAt} between e.starts_on and e.ends_on)
        and not exists (select from event c where c.authority_id = e.authority_id and c.supersedes = e.id)
      limit 1`.execute(query),
  )
}

function earlier(one: IsoDate, other: IsoDate): IsoDate {
  return one < other ? one : other
}
