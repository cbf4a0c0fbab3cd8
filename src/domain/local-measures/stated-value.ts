import { explain, makeNone, type Note, state } from '../measures/make-result.ts'
import type { MeasureResult, MeasureWords } from '../measures/measure.ts'
import { addMonths, daysBetween, type IsoDate, sayDate } from '../shared/calendar-date.ts'

/** A number that somebody typed in. Nothing of it changes: a later one replaces it, with a reason. */
export interface StatedValue {
  id: string
  measureId: string
  /** The first day of its period; null of a number as at a day. */
  fromOn: IsoDate | null
  asAt: IsoDate
  numerator: number | null
  denominator: number | null
  /** Of a mean or a gap; the others are worked out from their two numbers. */
  value: number | null
  /** How many children stand behind numbers that count something else (moves, half days). */
  children: number | null
  status: 'provisional' | 'validated'
  source: string
  replaces: string | null
  reason: string | null
  statedBy: string
  statedOn: IsoDate
}

/** Each measure's statements that stand, as known on a day (null: now), oldest first. */
export function listStanding(statements: readonly StatedValue[], knownOn: IsoDate | null): StatedValue[] {
  const known = statements.filter(({ statedOn }) => knownOn === null || statedOn <= knownOn)
  const replaced = new Set(known.map(({ replaces }) => replaces))
  return known.filter(({ id }) => !replaced.has(id)).sort((one, other) => (one.asAt < other.asAt ? -1 : 1))
}

/** So many months a typed number stands for what is asked later; then it is too old to be shown as today's. */
const MONTHS_GOOD = 12
const MONTHS_GOOD_OF_SURVEY = 24

/** The result of a measure on a day from what was typed in: of `standing`, those of the measure. */
export function resultOfStated(
  measure: MeasureWords,
  standing: readonly StatedValue[],
  asAt: IsoDate,
): MeasureResult | null {
  const newest = standing.findLast((one) => one.measureId === measure.id && one.asAt <= asAt)
  if (!newest) return null
  const months = measure.period === 'survey' ? MONTHS_GOOD_OF_SURVEY : MONTHS_GOOD
  if (newest.asAt <= addMonths(asAt, -months))
    return makeNone(
      measure,
      `The newest number typed in is of ${sayDate(newest.asAt)}, which is too long ago to stand for ${sayDate(asAt)}.`,
      { asAt },
    )
  const { fromOn, numerator, denominator, children } = newest
  const base = makeNone(measure, '', {
    asAt: newest.asAt,
    notes: noteOn(newest),
    ...(fromOn && { period: { from: fromOn, to: newest.asAt }, isPartYear: isPartYear(measure, newest) }),
  })
  const value = readValue(measure, newest)
  return {
    ...base,
    isTyped: true,
    numerator: measure.kind === 'mean' || measure.kind === 'gap' ? null : numerator,
    denominator,
    value,
    cannotCompute: value === null ? 'There is nobody to count, so there is no percentage.' : null,
    ...(children !== null && { childrenBehind: children }),
  }
}

/** Part of a year is never set beside a whole one without saying so. A school year is some weeks short of a year. */
export function isPartYear(
  { period }: Pick<MeasureWords, 'period'>,
  { fromOn, asAt }: Pick<StatedValue, 'fromOn' | 'asAt'>,
): boolean {
  const isOfYear = period === 'year' || period === 'academic year' || period === 'three years'
  const days = period === 'academic year' ? 300 : period === 'three years' ? 3 * 365 - 1 : 364
  return isOfYear && fromOn !== null && daysBetween(fromOn, asAt) < days
}

function readValue({ kind }: MeasureWords, { numerator, denominator, value }: StatedValue): number | null {
  switch (kind) {
    case 'count':
    case 'list':
      return numerator
    case 'percent':
      return denominator ? (numerator! / denominator) * 100 : null
    case 'rate':
      return denominator ? (numerator! / denominator) * 10_000 : null
    default:
      return value
  }
}

function noteOn({ source, status, reason, statedBy, statedOn }: StatedValue): Note[] {
  const notes = [explain(`Typed in from: ${source}`)]
  if (status === 'provisional') notes.push(explain('Provisional: it may still change.'))
  if (reason !== null) notes.push(explain(`It replaced an earlier number: ${reason}`))
  return [...notes, state(`Typed in by ${statedBy} on ${sayDate(statedOn)}.`)]
}

/**
 * Results with the typed numbers put where Kept itself has none. What Kept works out from the record stands: a number typed
 * beside it would be a second truth, save for days before all that is held.
 */
export function withStated(
  results: readonly MeasureResult[],
  standing: readonly StatedValue[],
  { asAt, wordsOf }: { asAt: IsoDate; wordsOf: (result: MeasureResult) => MeasureWords },
): MeasureResult[] {
  if (standing.length === 0) return [...results]
  return results.map((result) => {
    if (result.cannotCompute === null && !result.isTooEarly) return result
    const stated = resultOfStated(wordsOf(result), standing, asAt)
    return stated === null ? result : { ...stated, ...(result.definition && { definition: result.definition }) }
  })
}
