import { type BreakdownTable, breakDown, findPopulation, type Population } from '../../domain/breakdown/break-down.ts'
import { DIMENSIONS } from '../../domain/breakdown/dimension.ts'
import { cellName, type PackInput, packBreakdowns, type Standing } from '../../domain/breakdown/pack-of-breakdowns.ts'
import { DEFAULT_THRESHOLD, hideMeasure } from '../../domain/disclosure/hide-measure.ts'
import type { SdcPack } from '../../domain/disclosure/pack.ts'
import { findMeasure } from '../../domain/measures/all-measures.ts'
import { childrenInCare } from '../../domain/measures/in-care/children-in-care.ts'
import type { Measure, MeasureResult } from '../../domain/measures/measure.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { checkPack, TookTooLong } from '../disclosure/index.ts'
import type { RecordsRead } from '../performance/index.ts'

/** What of a measure's breakdowns may be shown to those without the right to true figures. */
export interface Protected {
  isHidden: (cell: string) => boolean
  /** Dimensions that can be shown at all. */
  dimensions: ReadonlySet<string>
}

/** Groups that another measure counts by itself. */
const PUBLISHED_ALONE = [
  [cellName('counted', 'unaccompanied', 'alone'), 'M05'],
  [cellName('counted', 'area', 'out'), 'M25'],
] as const

const SECONDS = 15
const MOST_KEPT = 200
/** A seal, the directory and the day fix a pattern for ever: two patterns of the same numbers would tell what both hide. */
const kept = new Map<string, Promise<Protected | null>>()

/**
 * Hides of all breakdowns of a measure on a day as much as it takes that no two of them together tell a small number.
 * A breakdown that nothing protects, since the numbers beside it are public, is left out whole. Null where none is left
 * or the least hiding was not proved in time: then nothing is shown by group, and never one pattern today, another tomorrow.
 */
export function protectBreakdowns(
  read: RecordsRead,
  authorityId: number,
  measure: Measure,
  day: IsoDate,
): Promise<Protected | null> {
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
): Promise<Protected | null> {
  const result = measure.compute(read.records, read.facts, day)
  const population = findPopulation(result, read.records)
  if (typeof population === 'string') return null
  const around = measure.id === childrenInCare.id ? undefined : await describeInCare(read, authorityId, population, day)
  if (around === null) return null
  const input = {
    threshold: DEFAULT_THRESHOLD,
    ...(result.smallUpTo !== undefined && { smallUpTo: result.smallUpTo }),
    tables: breakDownByAll(population, read, day),
    all: { met: population.met.size, counted: population.counted.size },
    isWhole: population.isWhole,
    standing: standingOf(result, population),
    ...(around && { around }),
  }
  try {
    return await settle(input, (pack) => describeKnown(pack, measure, read, day))
  } catch (error) {
    if (error instanceof TookTooLong) return null
    throw error
  }
}

/** Protects all that can be protected together. */
async function settle(input: PackInput, describe: (pack: SdcPack) => SdcPack): Promise<Protected | null> {
  const pack = describe(packBreakdowns(input))
  const { protection, audit } = await checkPack(pack, { seconds: SECONDS })
  if (protection.outcome === 'impossible' && input.around) {
    const open = new Set(protection.unprotectable.map((cell) => cell.split('/')[1]))
    const tables = input.tables.filter(({ dimension }) => !open.has(dimension.id))
    if (tables.length === 0 || tables.length === input.tables.length) return null
    const wider = input.around.tables.filter(({ dimension }) => !open.has(dimension.id))
    return settle({ ...input, tables, around: { ...input.around, tables: wider } }, describe)
  }
  if (protection.outcome !== 'safe' || protection.pattern.claims !== 'optimal' || !audit.safe) return null
  const earlier = pack.cells.filter(({ hide }) => hide === 'earlier-hidden').map(({ id }) => id)
  const hidden = new Set([...protection.pattern.hidden, ...earlier])
  return {
    isHidden: (cell) => hidden.has(cell),
    dimensions: new Set(input.tables.map(({ dimension }) => dimension.id)),
  }
}

/** As the measure's own page has its two numbers. */
function standingOf(result: MeasureResult, { isWhole }: Population): PackInput['standing'] {
  const { numerator, denominator } = hideMeasure(result)
  const met = numerator.hidden ? 'hidden' : 'shown'
  if (isWhole) return { met, counted: met === 'hidden' || denominator.hidden ? 'hidden' : 'shown' }
  return { met, counted: result.denominator === null ? 'unknown' : denominator.hidden ? 'hidden' : 'shown' }
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
  const base = await protectBreakdowns(read, authorityId, childrenInCare, day)
  if (base === null) return null
  return {
    tables: breakDownByAll(all, read, day),
    all: all.counted.size,
    standingOf: (cell) => (base.isHidden(cell.replace('in care', 'counted')) ? 'hidden' : 'shown'),
  }
}

/** Of all children in our care, some groups are measures of their own: what their pages show and hide stands here too. */
function describeKnown(pack: SdcPack, measure: Measure, { records, facts }: RecordsRead, day: IsoDate): SdcPack {
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
