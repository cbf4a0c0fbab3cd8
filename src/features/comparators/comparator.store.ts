import { sql } from 'kysely'
import type { Actor, Query } from '../../database/database.ts'
import type { Neighbour } from '../../domain/comparators/read-neighbours.ts'
import type { ComparatorValue, ReleaseFinding } from '../../domain/comparators/read-release.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { isId } from '../../domain/shared/is-id.ts'

export interface Release {
  id: string
  kind: 'figures' | 'neighbours'
  title: string
  publishedOn: IsoDate
  source: string
  fileName: string
  findings: ReleaseFinding[]
  takenBy: string
  takenOn: IsoDate
  acceptedOn: IsoDate | null
  setAsideOn: IsoDate | null
}

export interface NewRelease {
  kind: Release['kind']
  title: string
  publishedOn: IsoDate
  source: string
  fileName: string
  sha256: string
  findings: ReleaseFinding[]
}

export async function listReleases(query: Query, only: string | null = null): Promise<Release[]> {
  const { rows } =
    await sql<Release>`select r.id, r.kind, r.title, r.published_on as "publishedOn", r.source, r.file_name as "fileName", r.findings,
      coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), 'a colleague') as "takenBy",
      (r.taken_at at time zone 'Europe/London')::date as "takenOn", r.accepted_on as "acceptedOn", r.set_aside_on as "setAsideOn"
    from comparator_release r left join person p on p.authority_id = r.authority_id and p.id = r.taken_by
    where r.authority_id = (select authority()) and (${only}::uuid is null or r.id = ${only})
    order by r.accepted_on is null and r.set_aside_on is null desc, r.published_on desc, r.taken_at desc`.execute(query)
  return rows
}

export async function findRelease(query: Query, id: string): Promise<Release | null> {
  return isId(id) ? ((await listReleases(query, id))[0] ?? null) : null
}

/** The release that the same file made already, unless it was set aside. */
export async function findSameFile(query: Query, sha256: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from comparator_release
    where authority_id = (select authority()) and sha256 = ${sha256} and set_aside_on is null`.execute(query)
  return rows[0]?.id ?? null
}

export async function addRelease(query: Query, actor: Actor, release: NewRelease): Promise<string> {
  const { rows } = await sql<{
    id: string
  }>`insert into comparator_release (authority_id, kind, title, published_on, source, file_name, sha256, findings)
    values (${actor.authorityId}, ${release.kind}, ${release.title}, ${release.publishedOn}, ${release.source}, ${release.fileName}, ${release.sha256},
      ${JSON.stringify(release.findings)}::jsonb) returning id`.execute(query)
  return rows[0]!.id
}

export async function addValues(
  query: Query,
  actor: Actor,
  releaseId: string,
  values: readonly ComparatorValue[],
): Promise<void> {
  await sql`insert into comparator_value (authority_id, release_id, measure_id, year, level, code, new_code, name, region, value, symbol, raw, count)
    select ${actor.authorityId}, ${releaseId}, v."measureId", v.year, v.level, v.code, v."newCode", v.name, v.region, v.value, v.symbol, v.raw, v.count
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as v("measureId" text, year int, level text, code text, "newCode" text, name text, region text, value numeric, symbol text, raw text, count numeric)
    on conflict do nothing`.execute(query)
}

export async function addNeighbours(
  query: Query,
  actor: Actor,
  releaseId: string,
  neighbours: readonly Neighbour[],
): Promise<void> {
  await sql`insert into neighbour (authority_id, release_id, place, rank, neighbour, label)
    select ${actor.authorityId}, ${releaseId}, v.authority, v.rank, v.neighbour, v.label
    from jsonb_to_recordset(${JSON.stringify(neighbours)}::jsonb) as v(authority text, rank int, neighbour text, label text)`.execute(
    query,
  )
}

export async function acceptRelease(query: Query, id: string, on: IsoDate): Promise<void> {
  await sql`update comparator_release set accepted_on = ${on} where authority_id = (select authority()) and id = ${id}`.execute(
    query,
  )
}

export async function setReleaseAside(query: Query, id: string, on: IsoDate): Promise<void> {
  await sql`update comparator_release set set_aside_on = ${on} where authority_id = (select authority()) and id = ${id}`.execute(
    query,
  )
}

export interface PublishedValue extends Omit<ComparatorValue, 'measureId' | 'raw'> {
  release: string
  publishedOn: IsoDate
  source: string
}

/** Of one measure: each place's value of each year, from the newest accepted release that has the year. */
export async function listPublished(query: Query, measureId: string): Promise<PublishedValue[]> {
  const { rows } =
    await sql<PublishedValue>`select distinct on (v.year, v.level, v.code) v.year, v.level, v.code, v.new_code as "newCode", v.name, v.region,
      v.value::float8 as value, v.symbol, v.count::float8 as count, r.title as release, r.published_on as "publishedOn", r.source
    from comparator_value v join comparator_release r on r.authority_id = v.authority_id and r.id = v.release_id
    where v.authority_id = (select authority()) and v.measure_id = ${measureId} and r.accepted_on is not null
    order by v.year, v.level, v.code, r.published_on desc, r.taken_at desc`.execute(query)
  return rows
}

/** What accepting a release would change of the values that count now: another number for the same place and year. */
export async function listChanges(
  query: Query,
  releaseId: string,
): Promise<{ measureId: string; year: number; name: string; was: string; now: string }[]> {
  const { rows } = await sql<{ measureId: string; year: number; name: string; was: string; now: string }>`
    select n.measure_id as "measureId", n.year, n.name, o.raw as was, n.raw as now from comparator_value n
    join lateral (select v.raw from comparator_value v join comparator_release r on r.authority_id = v.authority_id and r.id = v.release_id
      where v.authority_id = n.authority_id and v.measure_id = n.measure_id and v.year = n.year and v.level = n.level and v.code = n.code and r.accepted_on is not null
      order by r.published_on desc, r.taken_at desc limit 1) o on true
    where n.authority_id = (select authority()) and n.release_id = ${releaseId} and o.raw <> n.raw
    order by n.measure_id, n.year, n.name limit 200`.execute(query)
  return rows
}

export async function countValues(
  query: Query,
  releaseId: string,
): Promise<{ measureId: string; from: number; to: number; places: number }[]> {
  const { rows } = await sql<{
    measureId: string
    from: number
    to: number
    places: number
  }>`select measure_id as "measureId", min(year) as from, max(year) as to,
      count(distinct code)::int as places from comparator_value where authority_id = (select authority()) and release_id = ${releaseId} group by 1 order by 1`.execute(
    query,
  )
  return rows
}

/** The ten places nearest to ours in the newest accepted list, the closest first. */
export async function listNeighbours(
  query: Query,
  code: string,
): Promise<{ code: string; label: string; list: string }[]> {
  const { rows } = await sql<{
    code: string
    label: string
    list: string
  }>`select n.neighbour as code, n.label, r.title as list
    from neighbour n join comparator_release r on r.authority_id = n.authority_id and r.id = n.release_id
    where n.authority_id = (select authority()) and n.place = ${code} and r.id = (select id from comparator_release
      where authority_id = (select authority()) and kind = 'neighbours' and accepted_on is not null order by published_on desc, taken_at desc limit 1)
    order by n.rank`.execute(query)
  return rows
}
