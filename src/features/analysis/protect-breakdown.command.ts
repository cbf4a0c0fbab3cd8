import { type BreakdownTable, breakDown, findPopulation, type Population } from '../../domain/breakdown/break-down.ts'
import { DIMENSIONS } from '../../domain/breakdown/dimension.ts'
import { cellName, type PackInput, packBreakdowns, type Standing } from '../../domain/breakdown/pack-of-breakdowns.ts'
import { DEFAULT_THRESHOLD, hideMeasure } from '../../domain/disclosure/hide-measure.ts'
import { findMeasure } from '../../domain/measures/all-measures.ts'
import { childrenInCare } from '../../domain/measures/in-care/children-in-care.ts'
import type { Measure } from '../../domain/measures/measure.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { checkPack, TookTooLong } from '../disclosure/index.ts'
import type { RecordsRead } from '../performance/index.ts'

/** Which cells of a measure's breakdowns nobody may see who has no right to true figures. */
export type IsHidden = (cell: string) => boolean

/** Groups that another measure counts by itself. */
const PUBLISHED_ALONE = [
  [cellName('counted', 'unaccompanied', 'alone'), 'M05'],
  [cellName('counted', 'area', 'out'), 'M25'],
] as const

const SECONDS = 15
const MOST_KEPT = 200
/** A seal, the directory and the day fix a pattern for ever: two patterns of the same numbers would tell what both hide. */
const kept = new Map<string, Promise<IsHidden | null>>()

/**
 * Hides of all breakdowns of a measure on a day as much as it takes that no two of them together tell a small number.
 * Null where that cannot be done, or not proved the least in time: then nothing is shown by group.
 */
export function protectBreakdowns(
  read: RecordsRead,
  authorityId: number,
  measure: Measure,
  day: IsoDate,
): Promise<IsHidden | null> {
  const { sealNumber, referenceVersion } = read.basis
  const key = [authorityId, sealNumber, referenceVersion, measure.id, day].join('/')
  const before = kept.get(key)
  if (before) return before
  const pattern = workOut(read, authorityId, measure, day)
  kept.set(key, pattern)
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
  pattern.catch(() => kept.delete(key))
  return pattern
}

async function workOut(
  read: RecordsRead,
  authorityId: number,
  measure: Measure,
  day: IsoDate,
): Promise<IsHidden | null> {
  const result = measure.compute(read.records, read.facts, day)
  const population = findPopulation(result, read.records)
  if (typeof population === 'string') return null
  const around = measure.id === childrenInCare.id ? undefined : await describeInCare(read, authorityId, population, day)
  if (around === null) return null
  const shown = hideMeasure(result)
  const standing = {
    met: shown.numerator.hidden ? 'hidden' : 'shown',
    counted:
      result.denominator === null && !population.isWhole
        ? 'unknown'
        : shown.denominator.hidden || (population.isWhole && shown.numerator.hidden)
          ? 'hidden'
          : 'shown',
  } as const
  const pack = packBreakdowns({
    threshold: DEFAULT_THRESHOLD,
    ...(result.smallUpTo !== undefined && { smallUpTo: result.smallUpTo }),
    tables: breakDownByAll(population, read, day),
    all: { met: population.met.size, counted: population.counted.size },
    isWhole: population.isWhole,
    standing,
    ...(around && { around }),
  })
  try {
    const { protection, audit } = await checkPack(describeKnown(pack, measure, read, day), { seconds: SECONDS })
    if (protection.outcome !== 'safe' || protection.pattern.claims !== 'optimal' || !audit.safe) return null
    const hidden = new Set([
      ...protection.pattern.hidden,
      ...pack.cells.filter(({ hide }) => hide === 'earlier-hidden').map(({ id }) => id),
    ])
    return (cell) => hidden.has(cell)
  } catch (error) {
    if (error instanceof TookTooLong) return null
    throw error
  }
}

function breakDownByAll(population: Population, { records }: RecordsRead, day: IsoDate): BreakdownTable[] {
  return DIMENSIONS.map((dimension) => breakDown(population, records, dimension, day))
}

/** All children in our care by the same groups, as their own breakdowns show them. Undefined where others are counted. */
async function describeInCare(
  read: RecordsRead,
  authorityId: number,
  { counted }: Population,
  day: IsoDate,
): Promise<PackInput['around'] | null> {
  const all = findPopulation(childrenInCare.compute(read.records, read.facts, day), read.records)
  if (typeof all === 'string' || !counted.isSubsetOf(all.counted)) return undefined
  const isHidden = await protectBreakdowns(read, authorityId, childrenInCare, day)
  if (isHidden === null) return null
  return {
    tables: breakDownByAll(all, read, day),
    all: all.counted.size,
    standingOf: (cell) => (isHidden(cell.replace('in care', 'counted')) ? 'hidden' : 'shown'),
  }
}

/** Of all children in our care, some groups are measures of their own: what their pages show and hide stands here too. */
function describeKnown(
  pack: ReturnType<typeof packBreakdowns>,
  measure: Measure,
  { records, facts }: RecordsRead,
  day: IsoDate,
): ReturnType<typeof packBreakdowns> {
  if (measure.id !== childrenInCare.id) return pack
  const standing = new Map<string, Standing>()
  for (const { id, publishedAs } of DIMENSIONS) {
    const published = publishedAs && findMeasure(publishedAs)
    if (!published) continue
    for (const cell of hideMeasure(published.compute(records, facts, day)).breakdown ?? [])
      standing.set(cellName('counted', id, cell.code), cell.count.hidden ? 'hidden' : 'shown')
  }
  for (const [cell, id] of PUBLISHED_ALONE) {
    const { numerator } = hideMeasure(findMeasure(id)!.compute(records, facts, day))
    if (numerator.hidden || numerator.shown !== null) standing.set(cell, numerator.hidden ? 'hidden' : 'shown')
  }
  for (const cell of pack.cells) {
    const known = standing.get(cell.id)
    if (known) cell.hide = known === 'hidden' ? 'earlier-hidden' : 'never'
  }
  return pack
}
