import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { DemoCouncil, DemoOptions } from '../../demo-data/demo-council.ts'
import { DEMO_LOCAL_MEASURES, makeGivenFigures } from '../../demo-data/given-figures.ts'
import type { Council } from '../../shapes/person/council.store.ts'

/** Numbers typed in over three years, and measures of the council's own. The analyst typed them. */
export async function placeGivenFigures(
  query: Query,
  { authorityId }: Council,
  demo: DemoCouncil,
  idOf: (key: string) => string,
  options: DemoOptions,
): Promise<void> {
  const analyst = demo.staff.find(({ role }) => role === 'performance_analyst')
  if (!analyst) return
  const by = idOf(analyst.key)
  await sql`insert into local_measure (authority_id, id, version, words, filter, written_by)
    select ${authorityId}, r.id, 1, r.words, nullif(r.filter, 'null'::jsonb), ${by}
    from jsonb_to_recordset(${JSON.stringify(DEMO_LOCAL_MEASURES)}::jsonb) as r(id text, words jsonb, filter jsonb)`.execute(
    query,
  )
  const rows = makeGivenFigures(options).flatMap(({ earlier, ...stated }): object[] => {
    if (!earlier) return [{ ...stated, id: randomUUID() }]
    const first = randomUUID()
    return [
      { ...stated, id: first, numerator: earlier.numerator },
      { ...stated, id: randomUUID(), replaces: first, reason: earlier.reason },
    ]
  })
  await sql`insert into stated_value (authority_id, id, measure_id, from_on, as_at, numerator, denominator, value, children, status, source, replaces, reason, stated_by, stated_on)
    select ${authorityId}, r.id, r."measureId", r."fromOn", r."asAt", r.numerator, r.denominator, r.value, r.children, r.status, r.source, r.replaces, r.reason, ${by}, r."statedOn"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "measureId" text, "fromOn" date, "asAt" date, numerator numeric, denominator numeric,
      value numeric, children int, status text, source text, replaces uuid, reason text, "statedOn" date)`.execute(
    query,
  )
}
