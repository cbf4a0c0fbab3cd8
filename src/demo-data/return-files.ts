import type { EventKindName, Fact } from '../domain/record/event-kinds.ts'
import { ageOn, collectionYear, type IsoDate, overlaps, type Period } from '../domain/shared/calendar-date.ts'
import type { DemoChild, DemoCouncil } from './demo-council.ts'
import { SCHOOL_AGE, TOO_YOUNG } from './pupil-number.ts'

/**
 * The SSDA903 files of one collection year, as this council would have sent them: what was known at the year's end, in
 * the codes of that year. Column names and order: the Department for Education's.
 */
export interface ReturnFile {
  name: string
  csv: string
}

type Row = (string | number | boolean | null)[]

interface Table {
  name: string
  columns: string
  rows: Row[]
}

export function toReturnFiles(council: Pick<DemoCouncil, 'children'>, year: number): ReturnFile[] {
  const tables = makeTables(year)
  for (const child of council.children) addChild(child, year, tables)
  return Object.values(tables).map(({ name, columns, rows }) => ({
    name: `${name}.csv`,
    csv: `${[columns, ...rows.map((row) => row.map(writeCell).join(','))].join('\r\n')}\r\n`,
  }))
}

function makeTables(year: number) {
  const table = (name: string, columns: string): Table => ({ name, columns, rows: [] })
  const tables = {
    header: table('header', 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB'),
    episodes: table(
      'episodes',
      'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
    ),
    reviews: table('reviews', 'CHILD,DOB,REVIEW,REVIEW_CODE'),
    uasc: table('uasc', 'CHILD,SEX,DOB,DUC'),
    oc2: table(
      'oc2',
      'CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED',
    ),
    oc3: table('oc3', 'CHILD,DOB,IN_TOUCH,ACTIV,ACCOM'),
    ad1: table('ad1', 'CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR'),
    placedAdoption: table('placed_for_adoption', 'CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED'),
    prevPerm: table('previous_permanence', 'CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM'),
    missing: table('missing', 'CHILD,DOB,MISSING,MIS_START,MIS_END'),
    // Social workers are asked for from 2023-24.
    ...(year >= 2024 ? { workers: table('sw_episodes', 'CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON') } : {}),
  }
  return tables as typeof tables & { workers?: Table }
}

type Tables = ReturnType<typeof makeTables>

function addChild(child: DemoChild, year: number, tables: Tables): void {
  const window = collectionYear(year)
  const { code } = child
  const facts = groupByKind(child.facts)
  const episodes = of(facts, 'episode').filter((fact) => touches(fact, window))
  const afterCare = of(facts, 'leaving_care_year').filter((fact) => fact.startsOn === window.from)
  if (episodes.length === 0 && afterCare.length === 0) return

  const about = of(facts, 'characteristics')[0] as Fact<'characteristics'>
  const born = writeDate(about.startsOn)
  const sex = year <= 2024 ? ({ M: '1', F: '2' }[about.data.sex] ?? 'U') : about.data.sex
  const { data } = about
  const isTooYoung = ageOn(about.startsOn, window.to) < SCHOOL_AGE
  const upn = isTooYoung ? TOO_YOUNG : (of(facts, 'pupil_number')[0]?.data.upn ?? null)
  const isInCare = episodes.length > 0
  // A care leaver with no time in care in the year has no pupil number and no mother's item to give (rule 628).
  const header = isInCare ? [upn, data.isMother, writeDate(data.motherOfChildBornOn)] : [null, null, null]
  tables.header.rows.push([code, sex, born, data.ethnicity, ...header])
  for (const { data } of afterCare) tables.oc3.rows.push([code, born, data.inTouch, data.activity, data.accommodation])
  if (!isInCare) return

  addEpisodes(code, episodes, of(facts, 'placement_address'), year, tables.episodes)
  const during = <K extends EventKindName>(kind: K) => of(facts, kind).filter((fact) => touches(fact, window))
  const started = <K extends EventKindName>(kind: K) =>
    of(facts, kind).filter((fact) => fact.startsOn >= window.from && fact.startsOn <= window.to)
  const end = (fact: Fact) => writeEnd(fact.endsOn, window)
  for (const fact of started('review')) {
    tables.reviews.rows.push([code, born, writeDate(fact.startsOn), fact.data.participation])
  }
  for (const fact of of(facts, 'unaccompanied')) tables.uasc.rows.push([code, sex, born, writeDate(fact.endsOn)])
  for (const fact of during('missing')) {
    tables.missing.rows.push([code, born, fact.data.type, writeDate(fact.startsOn), end(fact)])
  }
  for (const fact of during('adoption_decision')) {
    const reason = end(fact) === null ? null : fact.data.reasonCeased
    tables.placedAdoption.rows.push([code, born, writeDate(fact.startsOn), end(fact), reason])
  }
  for (const { data } of started('previous_permanence')) {
    tables.prevPerm.rows.push([code, born, data.order, data.authority, data.orderDate])
  }
  // Also the workers of the year before (rules SW07 and SW12).
  const twoYears = { from: collectionYear(year - 1).from, to: window.to }
  for (const fact of of(facts, 'social_worker').filter((one) => touches(one, twoYears))) {
    const row = [code, born, fact.data.worker, writeDate(fact.startsOn), end(fact), fact.data.reason]
    tables.workers?.rows.push(row)
  }
  addYearInCare(code, born, facts, window, tables.oc2)
  const isAdopted = episodes.some(
    ({ endsOn, data }) => wasBy(endsOn, window) && /^E1[12]$/.test(data.reasonEnded ?? ''),
  )
  if (isAdopted) addAdoption(code, born, of(facts, 'adoption').at(-1), tables.ad1)
}

function addEpisodes(
  code: string,
  episodes: Fact<'episode'>[],
  addresses: Fact<'placement_address'>[],
  year: number,
  table: Table,
): void {
  const window = collectionYear(year)
  for (const { startsOn, endsOn, data } of episodes) {
    const home = addresses.find((fact) => fact.startsOn === startsOn)?.data
    const hasEnded = wasBy(endsOn, window)
    table.rows.push([
      code,
      writeDate(startsOn),
      data.reasonForNewEpisode,
      data.legalStatus,
      data.need,
      placementOfYear(data.placement, year),
      data.provider,
      hasEnded ? writeDate(endsOn) : null,
      hasEnded ? data.reasonEnded : null,
      hasEnded ? data.reasonPlaceChanged : null,
      home?.homePostcode ?? null,
      home?.placementPostcode ?? null,
      home?.urn ?? null,
    ])
  }
}

/** Supported accommodation was H5 until 2023-24; other placements were Z1 until 2024-25. */
function placementOfYear(placement: string, year: number): string {
  if (year <= 2024 && placement === 'K3') return 'H5'
  return year <= 2025 && placement === 'Z14' ? 'Z1' : placement
}

function addYearInCare(code: string, born: string | null, facts: FactsByKind, window: Period, table: Table): void {
  const convicted = of(facts, 'conviction_year').find((fact) => fact.startsOn === window.from)?.data.convicted ?? null
  for (const { startsOn, data } of of(facts, 'health_year')) {
    if (startsOn !== window.from) continue
    table.rows.push([
      code,
      born,
      data.sdqScore,
      data.sdqReason,
      convicted,
      data.developmentCheck,
      data.immunisations,
      data.teethCheck,
      data.healthAssessment,
      data.substanceMisuse,
      data.interventionReceived,
      data.interventionOffered,
    ])
  }
}

function addAdoption(code: string, born: string | null, adoption: Fact<'adoption'> | undefined, table: Table): void {
  if (adoption === undefined) return
  const { startsOn, data } = adoption
  const adopters = [data.byFormerCarer, data.adopters, data.adopterSex, data.adopterStatus]
  table.rows.push([code, born, writeDate(startsOn), writeDate(data.matchedOn), ...adopters])
}

type FactsByKind = Map<EventKindName, Fact[]>

function groupByKind(facts: Fact[]): FactsByKind {
  const groups: FactsByKind = new Map()
  for (const fact of facts) {
    const group = groups.get(fact.kind)
    if (group === undefined) groups.set(fact.kind, [fact])
    else group.push(fact)
  }
  return groups
}

function of<K extends EventKindName>(facts: FactsByKind, kind: K): Fact<K>[] {
  return (facts.get(kind) ?? []) as unknown as Fact<K>[]
}

/** Dates of care include the day they end: an episode that ended on 1 April belongs to the new year as well. */
function touches(fact: { startsOn: IsoDate; endsOn: IsoDate | null }, window: Period): boolean {
  return overlaps(fact.startsOn, fact.endsOn, window)
}

function wasBy(endsOn: IsoDate | null, window: Period): boolean {
  return endsOn !== null && endsOn <= window.to
}

/** An end after the year was not known when the return was made. */
function writeEnd(endsOn: IsoDate | null, window: Period): string | null {
  return wasBy(endsOn, window) ? writeDate(endsOn) : null
}

function writeDate(date: IsoDate): string
function writeDate(date: IsoDate | null): string | null
function writeDate(date: IsoDate | null): string | null {
  return date === null ? null : `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`
}

function writeCell(value: string | number | boolean | null): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? '1' : '0'
  return String(value)
}
