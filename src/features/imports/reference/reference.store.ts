import { sql } from 'kysely'
import type { Actor, Query } from '../../../database/database.ts'
import type { PopulationRow } from './read-row.ts'

/** Rows with tabs between: postcode, district, easting, northing. Returns how many were new or changed. */
export async function takePostcodes(query: Query, rows: string[]): Promise<number> {
  const { rows: answer } = await sql<{
    changed: string
  }>`select take_postcodes(${rows.join('\n')})::text as changed`.execute(query)
  return Number(answer[0]!.changed)
}

/** Rows with tabs between: district, name, authority. */
export async function takeDistricts(query: Query, rows: string[]): Promise<number> {
  const { rows: answer } = await sql<{
    changed: string
  }>`select take_districts(${rows.join('\n')})::text as changed`.execute(query)
  return Number(answer[0]!.changed)
}

export async function keepPopulation(query: Query, actor: Actor, rows: PopulationRow[]): Promise<number> {
  const newest = [...new Map(rows.map((row) => [row.year, row])).values()]
  const { rows: changed } = await sql<{
    year: number
  }>`insert into population_estimate (authority_id, year, children, source)
    select ${actor.authorityId}, r.year, r.children, 'Office for National Statistics, mid-' || r.year
    from jsonb_to_recordset(${JSON.stringify(newest)}::jsonb) as r(year int, children int)
    on conflict (authority_id, year) do update set children = excluded.children, source = excluded.source
      where population_estimate.children is distinct from excluded.children
    returning year`.execute(query)
  return changed.length
}
