import type { IsoDate, Period } from '../shared/calendar-date.ts'
import type { BreakdownCell, MeasureResult, MeasureWords } from './measure.ts'

/** A note for officers may state counts; one for everybody may not. */
export interface Note {
  text: string
  statesCount: boolean
  /** The day is before all that is held, so the figure misses people. */
  isTooEarly?: true
}

export interface Ingredients {
  asAt: IsoDate
  period?: Period
  /** Whether the period stops before its 31 March. */
  isPartYear?: boolean
  notes?: Note[]
  breakdown?: Omit<BreakdownCell, 'percent'>[]
}

type Named = Pick<MeasureWords, 'id' | 'title'> &
  Partial<Pick<MeasureWords, 'kind' | 'smallUpTo' | 'isAboutPeople' | 'wording'>>

/** A note that says how a figure is made. */
export function explain(text: string): Note {
  return { text, statesCount: false }
}

/** A note that states a number of children, so it is for officers only. */
export function state(text: string): Note {
  return { text, statesCount: true }
}

export function makeCount(measure: Named, children: string[], ingredients: Ingredients): MeasureResult {
  return {
    ...start(measure, ingredients),
    numerator: children.length,
    value: children.length,
    ...breakDown(ingredients, children.length),
    met: children,
    counted: children,
  }
}

/**
 * A percentage. The two numbers are those of children unless given apart (reviews are counted by review). Of nobody
 * there is no percentage: nought of nought is not 0%.
 */
export function makePercent(
  measure: Named,
  { met, counted, numbers }: { met: string[]; counted: string[]; numbers?: { numerator: number; denominator: number } },
  ingredients: Ingredients,
): MeasureResult {
  const numerator = numbers?.numerator ?? met.length
  const denominator = numbers?.denominator ?? counted.length
  return {
    ...start(measure, ingredients),
    numerator,
    denominator,
    value: denominator === 0 ? null : (numerator / denominator) * 100,
    cannotCompute: denominator === 0 ? 'There is nobody to count, so there is no percentage.' : null,
    ...breakDown(ingredients, denominator),
    met,
    counted,
  }
}

/**
 * An average. Its numerator is the sum of what was measured, which counts nobody and is never published; its base is
 * those measured.
 */
export function makeMean(
  measure: Named,
  { counted, sum }: { counted: string[]; sum: number },
  ingredients: Ingredients,
): MeasureResult {
  return {
    ...start(measure, ingredients),
    numerator: sum,
    denominator: counted.length,
    value: counted.length === 0 ? null : sum / counted.length,
    cannotCompute: counted.length === 0 ? 'There is nobody to count, so there is no average.' : null,
    met: counted,
    counted,
  }
}

/** No figure, because. */
export function makeNone(measure: Named, because: string, ingredients: Ingredients): MeasureResult {
  return { ...start(measure, ingredients), cannotCompute: because }
}

function start(measure: Named, { asAt, period, isPartYear, notes = [] }: Ingredients): MeasureResult {
  const { id, title, kind, smallUpTo, isAboutPeople, wording } = measure
  return {
    id,
    title,
    ...(kind && { kind }),
    ...(wording !== undefined && { wording }),
    ...(smallUpTo !== undefined && { smallUpTo }),
    ...(isAboutPeople === false && { isAboutPeople }),
    ...(notes.some((note) => note.isTooEarly) && { isTooEarly: true as const }),
    asAt,
    period: period ?? null,
    isPartYear: isPartYear ?? false,
    numerator: null,
    denominator: null,
    value: null,
    notes: notes.map((note) => note.text),
    publicNotes: notes.filter((note) => !note.statesCount).map((note) => note.text),
    cannotCompute: null,
    met: [],
    counted: [],
  }
}

function breakDown({ breakdown }: Ingredients, base: number): Pick<MeasureResult, 'breakdown'> {
  if (!breakdown) return {}
  return {
    breakdown: breakdown.map((cell) => ({
      ...cell,
      percent: base === 0 || cell.part === 'left out' ? null : (cell.count / base) * 100,
    })),
  }
}
