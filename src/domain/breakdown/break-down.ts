import type { ChildRecord } from '../measures/child-record.ts'
import { idsOf, listInCareOn } from '../measures/in-care.ts'
import type { MeasureResult } from '../measures/measure.ts'
import { type Dimension, type Group, UNKNOWN } from './dimension.ts'

/** Whom a measure counts and whom it finds met, as children: each once. */
export interface Population {
  met: ReadonlySet<string>
  counted: ReadonlySet<string>
  /** Nobody is left over: the measure lists or counts all of its base, so that there is a number but no share met. */
  isWhole: boolean
}

export interface BreakdownRow extends Group {
  met: number
  counted: number
}

export interface BreakdownTable {
  dimension: Dimension
  rows: BreakdownRow[]
}

/**
 * The children behind a measure. A number of children is taken out of all in our care that day, where it is some of
 * them. A sentence in its place says why there is no breakdown.
 */
export function findPopulation(result: MeasureResult, records: readonly ChildRecord[]): Population | string {
  if (result.cannotCompute !== null) return result.cannotCompute
  if (result.kind === 'mean' || result.kind === 'gap')
    return 'It is an average, which has no children who are met and others who are not.'
  const met = new Set(result.met)
  const counted = new Set(result.counted)
  const isByChild = met.size === result.met.length && counted.size === result.counted.length
  if (result.isAboutPeople === false || !isByChild)
    return 'It does not count children: one child can stand behind several, and no child’s group is that of what is counted.'
  if (result.kind === 'percent') {
    if (result.numerator !== met.size || result.denominator !== counted.size)
      return 'It does not count children: one child can stand behind several, and no child’s group is that of what is counted.'
    return { met, counted, isWhole: false }
  }
  const inCare = new Set(idsOf(listInCareOn(records, result.asAt)))
  const isPart = met.size < inCare.size && met.isSubsetOf(inCare)
  if (isPart) return { met, counted: inCare, isWhole: false }
  return met.size === 0 ? 'There is nobody to set out by group.' : { met, counted: met, isWhole: true }
}

export function breakDown(
  { met, counted }: Population,
  records: readonly ChildRecord[],
  dimension: Dimension,
  day: string,
): BreakdownTable {
  const rows = [...dimension.groups, { ...UNKNOWN, label: dimension.unknownLabel ?? UNKNOWN.label }].map((group) => ({
    ...group,
    met: 0,
    counted: 0,
  }))
  const byCode = new Map(rows.map((row) => [row.code, row]))
  for (const record of records) {
    if (!counted.has(record.childId)) continue
    const row = byCode.get(dimension.groupOf(record, day) ?? UNKNOWN.code)!
    row.counted++
    if (met.has(record.childId)) row.met++
  }
  return { dimension, rows }
}
