import { isDeepStrictEqual } from 'node:util'
import type { Database, Query } from '../../database/database.ts'
import { computeLocal } from '../../domain/local-measures/local-measure.ts'
import { allMeasures, computeAll } from '../../domain/measures/all-measures.ts'
import type { MeasureResult } from '../../domain/measures/measure.ts'
import { workOutAgain } from '../../domain/measures/work-out-again.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { type Council, systemActor } from '../../shapes/person/council.store.ts'
import { type Given, inOrder, readGiven, versionOf, withGiven } from './given-figures.ts'
import { hideFigures } from './hide-figures.ts'
import {
  type Basis,
  findValues,
  keepValues,
  listPromised,
  readCouncilFacts,
  readReferenceVersion,
  readSealNumber,
} from './measure.store.ts'
import { listPrinted } from './printed.store.ts'
import { readRecordsAt } from './records-at-seal.ts'

/**
 * Figures read lately. A seal and a reference version fix them for ever, so nothing here can grow stale; it only spares
 * reading the same long lists of children from the database for every page.
 */
const nearby = new WeakMap<Database, Map<string, MeasureResult[]>>()
const MOST_NEARBY = 60

function remember(database: Database, key: string, results: MeasureResult[]): void {
  const figures = nearby.get(database) ?? new Map<string, MeasureResult[]>()
  nearby.set(database, figures)
  figures.delete(key)
  figures.set(key, results)
  if (figures.size > MOST_NEARBY) figures.delete(figures.keys().next().value!)
}

export interface Figures {
  asAt: IsoDate
  knownOn: IsoDate | null
  sealNumber: number
  results: MeasureResult[]
}

/**
 * Every measure as at a day, as known on another (null: now). Worked out by Kept itself, since a figure must not depend
 * on who asks; who may see the true one is the caller's to decide. Worked out once for each seal and then read back.
 * `as`: the database's `inBackground` for whoever can wait.
 */
export async function workOutFigures(
  database: Database,
  council: Council,
  asAt: IsoDate,
  knownOn: IsoDate | null,
  as: Database['as'] = database.as,
): Promise<Figures> {
  return (await workOutTrend(database, council, [asAt], knownOn, as))[0]!
}

/** The same for several days, on one reading of the record. In the order given. */
export async function workOutTrend(
  database: Database,
  council: Council,
  days: IsoDate[],
  knownOn: IsoDate | null,
  as: Database['as'] = database.as,
): Promise<Figures[]> {
  const actor = systemActor(council)
  const { basis, given, promised, printed, found } = await as(actor, async (query) => {
    const basis = {
      sealNumber: await readSealNumber(query, knownOn),
      referenceVersion: await readReferenceVersion(query),
    }
    const given = await readGiven(query)
    const promised = await listPromised(query)
    const printed = await listPrinted(query, days)
    const found = await findKnown(database, query, council, { basis, given }, days)
    return { basis, given, promised, printed, found }
  })
  const missing = days.filter((day) => !found.has(day))
  if (missing.length > 0) {
    const worked = await workOutOnce(database, council, { basis, given }, missing, as)
    // A directory or a population taken in meanwhile: what was read is partly of the one, partly of the other.
    if (worked === null) return workOutTrend(database, council, days, knownOn, as)
    for (const [day, results] of worked) found.set(day, results)
  }
  for (const [day, results] of found) remember(database, keyOf(council, basis, given, day), results)
  return Promise.all(
    days.map(async (asAt) => {
      const key = [
        keyOf(council, basis, given, asAt),
        knownOn,
        ...promised,
        ...given.stated.map(({ id }) => id),
        ...printed.map(({ packId }) => packId),
      ].join('/')
      const ofDay = printed.flatMap((pack) => pack.printed.filter(({ day }) => day === asAt))
      const results = await finish(database, key, () =>
        hideFigures(withGiven(found.get(asAt)!, given, { asAt, knownOn }), promised, ofDay),
      )
      return { asAt, knownOn, sealNumber: basis.sealNumber, results }
    }),
  )
}

/** Figures with what is hidden of them: decided once for the same numbers, whoever asks meanwhile. */
const finished = new WeakMap<Database, Map<string, Promise<MeasureResult[]>>>()

function finish(database: Database, key: string, decide: () => Promise<MeasureResult[]>): Promise<MeasureResult[]> {
  const here = finished.get(database) ?? new Map<string, Promise<MeasureResult[]>>()
  finished.set(database, here)
  const work = here.get(key) ?? decide()
  here.delete(key)
  here.set(key, work)
  work.catch(() => here.delete(key))
  if (here.size > MOST_NEARBY) here.delete(here.keys().next().value!)
  return work
}

/** What figures are worked out from. */
interface From {
  basis: Basis
  given: Given
}

/** Figures being worked out now: whoever asks for the same meanwhile waits for them too. */
const underway = new WeakMap<Database, Map<string, ReturnType<typeof workOut>>>()

function workOutOnce(
  database: Database,
  council: Council,
  from: From,
  days: IsoDate[],
  as: Database['as'],
): ReturnType<typeof workOut> {
  const here = underway.get(database) ?? new Map<string, ReturnType<typeof workOut>>()
  underway.set(database, here)
  const key = days.map((day) => keyOf(council, from.basis, from.given, day)).join(' ')
  const work = here.get(key) ?? workOut(database, council, from, days, as).finally(() => here.delete(key))
  here.set(key, work)
  return work
}

/**
 * Worked out between transactions, so that nobody waits for the sums, and kept. What has changed since the same days were
 * worked out last is worked out again, and nothing else. Null where its basis has gone meanwhile.
 */
async function workOut(
  database: Database,
  council: Council,
  { basis, given }: From,
  days: IsoDate[],
  as: Database['as'],
): Promise<Map<IsoDate, MeasureResult[]> | null> {
  const actor = systemActor(council)
  const { records, since } = await readRecordsAt(database, council, basis, as)
  const { facts, version, earlier } = await as(actor, async (query) => ({
    facts: await readCouncilFacts(query, basis.sealNumber),
    version: await readReferenceVersion(query),
    earlier: since && {
      facts: await readCouncilFacts(query, since.basis.sealNumber),
      results: await findKnown(database, query, council, { basis: since.basis, given }, days),
    },
  }))
  if (version !== basis.referenceVersion) return null
  const isAsBefore = isDeepStrictEqual(earlier?.facts, facts)
  const worked = new Map<IsoDate, MeasureResult[]>()
  for (const day of days) {
    const previous = isAsBefore && earlier?.results.get(day)
    const results =
      since && previous
        ? allMeasures.map((measure, index) =>
            workOutAgain(measure, { previous: previous[index]!, change: since.change }, records, facts, day),
          )
        : computeAll(records, facts, day)
    worked.set(day, [...results, ...computeLocal(given.locals, records, facts, day)])
  }
  // The seal fixes them: a page need not wait until they are kept, and what is not kept is worked out again the same.
  const kept = database.inBackground(actor, (query) => keepValues(query, actor, basis, [...worked.values()].flat()))
  if (as === database.inBackground) await kept
  else kept.catch(() => {})
  return worked
}

/** The figures of those days that were worked out on the same basis before. */
async function findKnown(
  database: Database,
  query: Query,
  council: Council,
  { basis, given }: From,
  days: IsoDate[],
): Promise<Map<IsoDate, MeasureResult[]>> {
  const known = new Map<IsoDate, MeasureResult[]>()
  for (const day of days) {
    const near = nearby.get(database)?.get(keyOf(council, basis, given, day))
    const found = near ?? inOrder(await findValues(query, basis, day), given)
    if (found) known.set(day, found)
  }
  return known
}

function keyOf({ authorityId }: Council, { sealNumber, referenceVersion }: Basis, given: Given, day: IsoDate): string {
  return [authorityId, sealNumber, referenceVersion, versionOf(given), day].join('/')
}
