import type { MeasureResult } from '../measures/measure.ts'
import type { IsoDate } from '../shared/calendar-date.ts'

/** A figure as somebody checked it, at a seal of the record. */
export interface Validated {
  measureId: string
  asAt: IsoDate
  sealNumber: number
  result: MeasureResult
  validatedBy: string
  validatedOn: IsoDate
}

export type Sureness =
  | { status: 'provisional' }
  | { status: 'validated'; last: Validated }
  /** The record has said something else since: the checked value stays readable. */
  | { status: 'restated'; last: Validated }

/** `checked`: every check of this figure and day, in the order made. */
export function surenessOf(checked: readonly Validated[], now: MeasureResult): Sureness {
  const last = checked.at(-1)
  if (last === undefined) return { status: 'provisional' }
  if (!isSameNumber(last.result, now)) return { status: 'restated', last }
  return { status: 'validated', last }
}

/** The day a figure speaks of, which may lie before the one asked for: of a return's figure it is the end of its year. */
export function dayOf(result: Pick<MeasureResult, 'period' | 'asAt'>): IsoDate {
  return result.period?.to ?? result.asAt
}

export function isSameNumber(one: MeasureResult, other: MeasureResult): boolean {
  return (['numerator', 'denominator', 'value'] as const).every((name) => one[name] === other[name])
}

export interface Difference {
  /** Met now, and not before. */
  newlyMet: string[]
  /** Met before, and not now. */
  noLongerMet: string[]
  /** Counted now, and not before. */
  cameIn: string[]
  /** Counted before, and not now. */
  wentOut: string[]
}

/** Which children stand behind one figure and not the other. */
export function differenceBetween(before: MeasureResult, now: MeasureResult): Difference {
  return {
    newlyMet: without(now.met, before.met),
    noLongerMet: without(before.met, now.met),
    cameIn: without(now.counted, before.counted),
    wentOut: without(before.counted, now.counted),
  }
}

function without(list: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others)
  return [...new Set(list)].filter((id) => !known.has(id))
}
