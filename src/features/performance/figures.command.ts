import type { Database } from '../../database/database.ts'
import { allMeasures, computeAll } from '../../domain/measures/all-measures.ts'
import type { MeasureResult } from '../../domain/measures/measure.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { type Council, systemActor } from '../../shapes/person/council.store.ts'
import {
  findValues,
  keepValues,
  loadChildRecords,
  readCouncilFacts,
  readReferenceVersion,
  readSealNumber,
} from './measure.store.ts'

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
 */
export async function workOutFigures(
  database: Database,
  council: Council,
  asAt: IsoDate,
  knownOn: IsoDate | null,
): Promise<Figures> {
  return (await workOutTrend(database, council, [asAt], knownOn))[0]!
}

/** The same for several days, on one reading of the record. In the order given. */
export async function workOutTrend(
  database: Database,
  council: Council,
  days: IsoDate[],
  knownOn: IsoDate | null,
): Promise<Figures[]> {
  const actor = systemActor(council)
  return database.as(actor, async (query) => {
    const basis = {
      sealNumber: await readSealNumber(query, knownOn),
      referenceVersion: await readReferenceVersion(query),
    }
    const found = new Map<IsoDate, MeasureResult[]>()
    const keyOf = (day: IsoDate) => [council.authorityId, basis.sealNumber, basis.referenceVersion, day].join('/')
    for (const day of days) {
      const near = nearby.get(database)?.get(keyOf(day))
      if (near) {
        found.set(day, near)
        continue
      }
      const kept = await findValues(query, basis, day)
      if (kept.length === allMeasures.length)
        found.set(
          day,
          allMeasures.map((measure) => kept.find((value) => value.id === measure.id)!),
        )
    }
    const missing = days.filter((day) => !found.has(day))
    if (missing.length > 0) {
      const records = await loadChildRecords(query, basis.sealNumber, council.onsCode)
      const facts = await readCouncilFacts(query, basis.sealNumber)
      for (const day of missing) {
        const results = computeAll(records, facts, day)
        await keepValues(query, actor, basis, results)
        found.set(day, results)
      }
    }
    for (const [day, results] of found) remember(database, keyOf(day), results)
    return days.map((asAt) => ({ asAt, knownOn, sealNumber: basis.sealNumber, results: found.get(asAt)! }))
  })
}
