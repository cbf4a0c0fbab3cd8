import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import { makeComparators } from '../../demo-data/comparators.ts'
import type { DemoCouncil } from '../../demo-data/demo-council.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import type { Council } from '../../shapes/person/council.store.ts'

/** Sixty made-up councils and England as published, and the ten made-up councils most like ours. */
export async function placeComparators(
  query: Query,
  { authorityId, code, name }: Council,
  demo: DemoCouncil,
  idOf: (key: string) => string,
  today: IsoDate,
): Promise<void> {
  const analyst = idOf(demo.staff.find((person) => person.role === 'performance_analyst')!.key)
  const { values, neighbours } = makeComparators({ code, name })
  const [figures, list] = [randomUUID(), randomUUID()]
  for (const [id, kind, title, digit] of [
    [figures, 'figures', 'Made-up figures of made-up councils', 'd'],
    [list, 'neighbours', 'a made-up list of made-up councils', 'e'],
  ] as const)
    await sql`insert into comparator_release (authority_id, id, kind, title, published_on, source, file_name, sha256, taken_by, accepted_on)
      values (${authorityId}, ${id}, ${kind}, ${title}, '2025-11-20', 'England: Department for Education, Open Government Licence v3.0; all else is made up',
        ${`${kind}.csv`}, ${digit.repeat(64)}, ${analyst}, ${today})`.execute(query)
  await sql`insert into comparator_value (authority_id, release_id, measure_id, year, level, code, new_code, name, region, value, symbol, raw, count)
    select ${authorityId}, ${figures}, v."measureId", v.year, v.level, v.code, v."newCode", v.name, v.region, v.value, v.symbol, v.raw, v.count
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as v("measureId" text, year int, level text, code text, "newCode" text, name text, region text, value numeric, symbol text, raw text, count numeric)`.execute(
    query,
  )
  await sql`insert into neighbour (authority_id, release_id, place, rank, neighbour, label)
    select ${authorityId}, ${list}, ${code}, n.rank, n.code, case when n.rank < 4 then 'very close' else 'close' end
    from unnest(${neighbours}::text[]) with ordinality as n(code, rank)`.execute(query)
}
