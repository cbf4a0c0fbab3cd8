import { sql } from 'kysely'
import type { Actor, Query } from '../../database/database.ts'
import { isInside } from '../../domain/geography/area.ts'
import { milesBetween, type Place } from '../../domain/geography/distance.ts'
import type { ChildRecord, CouncilFacts } from '../../domain/measures/child-record.ts'
import type { MeasureResult } from '../../domain/measures/measure.ts'
import { collectionYearOf, type IsoDate } from '../../domain/shared/calendar-date.ts'

type Row = [kind: string, startsOn: IsoDate, endsOn: IsoDate | null, data: Record<string, string>]
type Point = [district: string | null, easting: number | null, northing: number | null]
type Places = [...Point, ...Point]

const KINDS = ['characteristics', 'episode', 'placement_address', 'review', 'social_worker', 'leaving_care_year']

/** The newest seal on a day (Europe/London) or now: "as known on" is everything up to it. */
export async function readSealNumber(query: Query, knownOn: IsoDate | null): Promise<number> {
  const { rows } = await sql<{ seal: string }>`select coalesce(max(seal_number), 0)::text as seal from event
    where authority_id = (select authority()) and (${knownOn}::date is null or recorded_at < ((${knownOn}::date + 1)::timestamp at time zone 'Europe/London'))`.execute(
    query,
  )
  return Number(rows[0]!.seal)
}

/**
 * Every child's facts as known at a seal, one text a child (json; jsonb is a tree first, at half as much again). Postcodes stay in the database: what leaves is the grid
 * reference they stand for, and from it miles and inside-or-outside.
 */
export async function loadChildRecords(
  query: Query,
  sealNumber: number,
  ownArea: string | null,
): Promise<ChildRecord[]> {
  const { rows } = await sql<{ child_id: string; facts: string }>`
    select e.child_id, json_agg(json_build_array(e.kind, e.starts_on, e.ends_on,
        case when e.kind = 'placement_address' then json_build_array(h.district, h.easting, h.northing, p.district, p.easting, p.northing) else e.data::json end)
        order by e.starts_on)::text as facts
    from event e
      left join postcode h on e.kind = 'placement_address' and h.postcode = e.data->>'homePostcode'
      left join postcode p on e.kind = 'placement_address' and p.postcode = e.data->>'placementPostcode'
    where e.authority_id = (select authority()) and e.kind = any (${KINDS}) and not e.voids and e.seal_number <= ${sealNumber}
      and not exists (select from event c where c.authority_id = e.authority_id and c.supersedes = e.id and c.seal_number <= ${sealNumber})
    group by e.child_id`.execute(query)
  const districts = await sql<{
    district: string
    upper_tier: string
  }>`select district, upper_tier from district`.execute(query)
  const upperTierOf = new Map(districts.rows.map((row) => [row.district, row.upper_tier]))
  const isOurs = (district: string | null) => (ownArea === null ? null : isInside(district, upperTierOf, ownArea))
  return rows.map((row) => toChildRecord(row.child_id, JSON.parse(row.facts) as Row[], isOurs))
}

function toChildRecord(
  childId: string,
  facts: Row[],
  isOurs: (district: string | null) => boolean | null,
): ChildRecord {
  const places = new Map<string, Places>()
  for (const [kind, startsOn, , data] of facts)
    if (kind === 'placement_address') places.set(startsOn, data as unknown as Places)
  const record: ChildRecord = {
    childId,
    bornOn: null,
    sex: null,
    ethnicity: null,
    episodes: [],
    reviews: [],
    workers: [],
    leavingCare: [],
  }
  for (const [kind, startsOn, endsOn, data] of facts) {
    if (kind === 'characteristics') {
      Object.assign(record, { bornOn: startsOn, sex: data.sex, ethnicity: data.ethnicity })
    } else if (kind === 'episode') {
      const [homeDistrict, homeEast, homeNorth, district, east, north] = places.get(startsOn) ?? []
      const miles = milesBetween(toPlace(homeDistrict, homeEast, homeNorth), toPlace(district, east, north))
      record.episodes.push({
        ...(data as never as ChildRecord['episodes'][0]),
        startsOn,
        endsOn,
        miles,
        insideArea: isOurs(district ?? null),
      })
    } else if (kind === 'review') {
      record.reviews.push({ on: startsOn, participation: data.participation! })
    } else if (kind === 'social_worker') {
      record.workers.push({ startsOn, endsOn, worker: data.worker! })
    } else if (kind === 'leaving_care_year') {
      record.leavingCare.push({ ...(data as never as ChildRecord['leavingCare'][0]), startsOn, endsOn })
    }
  }
  return record
}

function toPlace(district?: string | null, easting?: number | null, northing?: number | null): Place | null {
  return district != null && easting != null && northing != null ? { district, easting, northing } : null
}

/** What measures need to know of the council itself, as known at a seal. */
export async function readCouncilFacts(query: Query, sealNumber: number): Promise<CouncilFacts> {
  const population = await sql<{ year: number; children: number }>`select year, children from population_estimate
    where authority_id = (select authority()) order by year`.execute(query)
  const years = await sql<{
    stated_on: IsoDate
  }>`select distinct stated_on from event where authority_id = (select authority())
    and seal_number <= ${sealNumber} and kind = 'episode' and not source @> '{"form":"correction"}'`.execute(query)
  const postcodes = await sql<{ has: boolean }>`select exists (select from postcode) as has`.execute(query)
  return {
    populationUnder18: population.rows,
    returnYears: [...new Set(years.rows.map((row) => collectionYearOf(row.stated_on)))].sort(),
    hasPostcodes: postcodes.rows[0]!.has,
  }
}

/** What fixes a figure: the newest seal it knows, and the directory and population it was worked out with. */
export interface Basis {
  sealNumber: number
  referenceVersion: number
}

export async function readReferenceVersion(query: Query): Promise<number> {
  const { rows } = await sql<{ version: string }>`select last_value::text as version from reference_version`.execute(
    query,
  )
  return Number(rows[0]!.version)
}

/** A figure once shown is kept, with what fixes it. */
export async function keepValues(query: Query, actor: Actor, basis: Basis, results: MeasureResult[]): Promise<void> {
  const rows = results.map((result) => ({ id: result.id, as_at: result.asAt, result }))
  await sql`insert into measure_value (authority_id, measure_id, as_at, seal_number, reference_version, result)
    select ${actor.authorityId}, v.id, v.as_at, ${basis.sealNumber}, ${basis.referenceVersion}, v.result
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v(id text, as_at date, result jsonb)
    on conflict do nothing`.execute(query)
}

export async function findValues(query: Query, basis: Basis, asAt: IsoDate): Promise<MeasureResult[]> {
  const { rows } = await sql<{
    result: MeasureResult
  }>`select result from measure_value where authority_id = (select authority())
    and as_at = ${asAt} and seal_number = ${basis.sealNumber} and reference_version = ${basis.referenceVersion}`.execute(
    query,
  )
  return rows.map((row) => row.result)
}
