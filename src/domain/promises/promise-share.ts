import { DEFAULT_MEASURE_RULE, hideMeasure } from '../disclosure/hide-measure.ts'
import { findMeasure } from '../measures/all-measures.ts'
import type { MeasureResult } from '../measures/measure.ts'
import type { IsoDate } from '../shared/calendar-date.ts'
import { isFresh } from './promise-state.ts'

/** How many children a promise is kept for, as anybody may read it: whole, or hidden with every number of it. */
export type KeptShare =
  | { isHidden: false; kept: number; of: number; unit: string; from: string }
  | { isHidden: true; because: string; from: string }

/** From a joined measure; null where it has no figure, or no good direction. */
export function shareFromMeasure(result: MeasureResult | undefined): KeptShare | null {
  const measure = result && findMeasure(result.id)
  if (
    !result ||
    !measure ||
    measure.direction === 'none' ||
    measure.kind !== 'percent' ||
    result.value === null ||
    result.denominator === null
  )
    return null
  const shown = hideMeasure(result, DEFAULT_MEASURE_RULE)
  const { numerator, denominator, value } = shown
  const from = `${measure.id}, ${measure.plainTitle.charAt(0).toLowerCase()}${measure.plainTitle.slice(1)}`
  if (numerator.shown === null || denominator.shown === null || value.shown === null)
    return { isHidden: true, because: shown.hiddenBecause ?? 'A small number is hidden.', from }
  const kept = measure.direction === 'higher' ? numerator.shown : denominator.shown - numerator.shown
  const unit = measure.baseWord ?? 'young people'
  return { isHidden: false, kept, of: denominator.shown, unit, from }
}

export interface CountedProof {
  keptFor: number | null
  madeTo: number | null
  addedOn: IsoDate
  goodUntil: IsoDate
  title: string
}

/** From children counted by hand: the newest count whose period has not passed. Older ones no longer count (rule 4). */
export function shareFromCount(proofs: readonly CountedProof[], today: IsoDate): KeptShare | null {
  const counted = proofs.filter((proof) => proof.keptFor !== null && proof.madeTo !== null && isFresh(proof, today))
  const newest = counted.sort((one, other) => (one.addedOn < other.addedOn ? 1 : -1))[0]
  if (!newest) return null
  const result = asResult(newest.keptFor!, newest.madeTo!, newest.addedOn)
  const { numerator, denominator, value, hiddenBecause } = hideMeasure(result, DEFAULT_MEASURE_RULE)
  if (numerator.shown === null || denominator.shown === null || value.shown === null)
    return { isHidden: true, because: hiddenBecause ?? 'A small number is hidden.', from: newest.title }
  return {
    isHidden: false,
    kept: numerator.shown,
    of: denominator.shown,
    unit: 'young people',
    from: newest.title,
  }
}

/** 0 to 1; null where there is none to show. */
export function partOf(share: KeptShare | null): number | null {
  return share === null || share.isHidden ? null : share.kept / share.of
}

/** A hand count passes the same disclosure as any measure. */
function asResult(kept: number, of: number, asAt: IsoDate): MeasureResult {
  const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index))
  return {
    id: 'count',
    title: 'A count',
    asAt,
    period: null,
    isPartYear: false,
    numerator: kept,
    denominator: of,
    value: (kept / of) * 100,
    notes: [],
    publicNotes: [],
    cannotCompute: null,
    met: ids(kept),
    counted: ids(of),
  }
}
