import { type RawBuilder, sql } from 'kysely'
import type { Actor, Database, Query } from '../../database/database.ts'
import { readInTurns } from '../../database/in-turns.ts'
import { isInside } from '../../domain/geography/area.ts'
import { milesBetween, type Place } from '../../domain/geography/distance.ts'
import type { ChildRecord, CouncilFacts } from '../../domain/measures/child-record.ts'
import type { MeasureResult } from '../../domain/measures/measure.ts'
import { collectionYearOf, type IsoDate } from '../../domain/shared/calendar-date.ts'
import { bankHolidays } from '../children/index.ts'
import { fromKept, type KeptResult, nameOf, toKept } from './kept-results.ts'

type Row = [kind: string, startsOn: IsoDate, endsOn: IsoDate | null, data: Record<string, string>]
type Point = [district: string | null, easting: number | null, northing: number | null]
type Places = [...Point, ...Point]

/** Kinds of fact that a record holds as they are, and the list each goes to. */
const PLAIN_LISTS = {
  leaving_care_year: 'leavingCare',
  document_held: 'documents',
  unaccompanied: 'unaccompanied',
  health_year: 'health',
  conviction_year: 'convictions',
  missing: 'missing',
  adoption: 'adoptions',
  adoption_decision: 'adoptionDecisions',
  previous_permanence: 'earlierPermanence',
} as const
type PlainKind = keyof typeof PLAIN_LISTS

const KINDS = [
  'characteristics',
  'episode',
  'placement_address',
  'review',
  'social_worker',
  ...Object.keys(PLAIN_LISTS),
]

/** The newest seal on a day (Europe/London) or now: "as known on" is everything up to it. */
export async function readSealNumber(query: Query, knownOn: IsoDate | null): Promise<number> {
  const { rows } = await sql<{ seal: string }>`select coalesce(max(seal_number), 0)::text as seal from event
    where authority_id = (select authority()) and (${knownOn}::date is null or recorded_at < ((${knownOn}::date + 1)::timestamp at time zone 'Europe/London'))`.execute(
    query,
  )
  return Number(rows[0]!.seal)
}

type IsOurs = (district: string | null) => boolean | null

/** Every child's facts as known at a seal. */
export async function loadChildRecords(
  as: Database['as'],
  actor: Actor,
  sealNumber: number,
  ownArea: string | null,
): Promise<ChildRecord[]> {
  const { children, isOurs } = await as(actor, async (query) => {
    const { rows } = await sql<{ id: string }>`select id from person
      where authority_id = (select authority()) and kind = 'child' order by id`.execute(query)
    return { children: rows.map(({ id }) => id), isOurs: await readDistricts(query, ownArea) }
  })
  return readInTurns(
    as,
    actor,
    { ids: children, perTurn: 3000 },
    (query, { from, to }) => readFacts(query, sql`between ${from} and ${to}`, sealNumber),
    (rows) => rows.map((row) => toChildRecord(row, isOurs)),
  )
}

/** Of the children about whom anything was stated after one seal and up to another. Null where they are more than `most`. */
export async function loadChangedRecords(
  as: Database['as'],
  actor: Actor,
  { after, upTo, most }: { after: number; upTo: number; most: number },
  ownArea: string | null,
): Promise<{ changed: string[]; records: ChildRecord[] } | null> {
  return as(actor, async (query) => {
    const { rows } = await sql<{ id: string }>`select distinct child_id as id from event
      where authority_id = (select authority()) and seal_number > ${after} and seal_number <= ${upTo} limit ${most + 1}`.execute(
      query,
    )
    if (rows.length > most) return null
    const changed = rows.map(({ id }) => id)
    const which = sql`= any (array(select v::uuid from jsonb_array_elements_text(${JSON.stringify(changed)}::jsonb) v))`
    const facts = await readFacts(query, which, upTo)
    const isOurs = await readDistricts(query, ownArea)
    return { changed, records: facts.map((row) => toChildRecord(row, isOurs)) }
  })
}

async function readDistricts(query: Query, ownArea: string | null): Promise<IsOurs> {
  const { rows } = await sql<{
    district: string
    upper_tier: string
  }>`select district, upper_tier from district`.execute(query)
  const upperTierOf = new Map(rows.map((row) => [row.district, row.upper_tier]))
  return (district) => (ownArea === null ? null : isInside(district, upperTierOf, ownArea))
}

interface FactsOfChild {
  child_id: string
  facts: string
}

/**
 * One text a child: rows cost three times this, and json built by the database a third more. Postcodes stay in the
 * database: what leaves is the grid reference they stand for, and from it miles and inside-or-outside.
 */
async function readFacts(query: Query, which: RawBuilder<unknown>, sealNumber: number): Promise<FactsOfChild[]> {
  const { rows } = await sql<FactsOfChild>`
    select e.child_id, string_agg('["' || e.kind || '","' || e.starts_on || '",' || coalesce('"' || e.ends_on || '"', 'null') || ',' ||
        case when e.kind = 'placement_address'
          then json_build_array(h.district, h.easting, h.northing, p.district, p.easting, p.northing)::text else e.data::text end || ']', ',') as facts
    from event e
      left join postcode h on h.postcode = case when e.kind = 'placement_address' then e.data->>'homePostcode' end
      left join postcode p on p.postcode = case when e.kind = 'placement_address' then e.data->>'placementPostcode' end
    where e.authority_id = (select authority()) and e.child_id ${which}
      and e.kind = any (${KINDS}) and not e.voids and e.seal_number <= ${sealNumber}
      and not exists (select from event c where c.authority_id = e.authority_id and c.supersedes = e.id and c.seal_number <= ${sealNumber})
    group by e.child_id`.execute(query)
  return rows
}

function byStart([, one]: Row, [, other]: Row): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function toChildRecord({ child_id: childId, facts: text }: FactsOfChild, isOurs: IsOurs): ChildRecord {
  const facts = (JSON.parse(`[${text}]`) as Row[]).sort(byStart)
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
    documents: [],
    unaccompanied: [],
    health: [],
    convictions: [],
    missing: [],
    adoptions: [],
    adoptionDecisions: [],
    earlierPermanence: [],
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
    } else if (kind in PLAIN_LISTS) {
      record[PLAIN_LISTS[kind as PlainKind]].push({ ...data, startsOn, endsOn } as never)
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
    holidays: bankHolidays,
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
  const days = [...new Set(results.map(({ asAt }) => asAt))]
  // Of a council's own measures each version is kept, with its lists written out: they come and go by themselves.
  const ofProduct = results.filter(({ definition }) => !definition)
  const kept = days.flatMap((day) => toKept(ofProduct.filter(({ asAt }) => asAt === day)))
  const local = results.filter(({ definition }) => definition)
  const rows = [...kept, ...local].map((result) => ({
    id: nameOf(result),
    as_at: result.asAt,
    result,
  }))
  await sql`insert into measure_value (authority_id, measure_id, as_at, seal_number, reference_version, result)
    select ${actor.authorityId}, v.id, v.as_at, ${basis.sealNumber}, ${basis.referenceVersion}, v.result
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v(id text, as_at date, result jsonb)
    on conflict do nothing`.execute(query)
}

export async function findValues(query: Query, basis: Basis, asAt: IsoDate): Promise<MeasureResult[]> {
  const { rows } = await sql<{
    result: KeptResult
  }>`select result from measure_value where authority_id = (select authority())
    and as_at = ${asAt} and seal_number = ${basis.sealNumber} and reference_version = ${basis.referenceVersion}`.execute(
    query,
  )
  return fromKept(rows.map((row) => row.result)) ?? []
}

/** The measures that promises and actions stand on. */
export async function listPromised(query: Query): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct measure_id as id from plan_item
    where authority_id = (select authority()) and measure_id is not null order by 1`.execute(query)
  return rows.map(({ id }) => id)
}
