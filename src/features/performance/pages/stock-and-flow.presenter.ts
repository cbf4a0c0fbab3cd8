import { DEFAULT_MEASURE_RULE, hideMeasure } from '../../../domain/disclosure/hide-measure.ts'
import { explainStockAndFlow } from '../../../domain/measures/explain-stock-and-flow.ts'
import type { MeasureResult } from '../../../domain/measures/measure.ts'
import { sayNumber } from '../../../domain/measures/say-value.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'

export interface YearOfFigures {
  asAt: IsoDate
  /** Results on the day before the year, and at its end. */
  before: IsoDate
  opening: readonly MeasureResult[]
  closing: readonly MeasureResult[]
}

/** `isTrue`: the reader may see true counts. For everybody else a year with a hidden number has no sum either. */
export function presentStockAndFlow(years: readonly YearOfFigures[], isTrue: boolean) {
  const rows = years.map((year) => presentYear(year, isTrue))
  const known = rows.filter(({ difference }) => difference !== null)
  const apart = known.filter(({ difference }) => difference !== 0)
  return {
    sentence:
      known.length === 0
        ? 'Of no year are all four numbers known yet.'
        : apart.length === 0
          ? `In ${known.length === 1 ? 'the year' : `all ${known.length} years`} that we know whole, who came and who left make the number at the end.`
          : `In ${apart.length} of ${known.length} years, who came and who left do not make the number at the end. That is no mistake.`,
    lead: 'A child who comes or leaves more than once in a year counts once, children are handed over between councils, and some records come late.',
    table: {
      caption: 'Children in our care: at the start of each year, who came, who left, and at its end',
      isCaptionHidden: true,
      isStacked: true,
      columns: [
        { text: 'Year to' },
        ...['At the start', 'Came', 'Left', 'Would make', 'At the end', 'Differs by'].map((text) => ({
          text,
          isNumeric: true,
        })),
      ],
      rows: rows.map(({ label, cells }) => [label, ...cells]),
    },
    explanations: apart.map(({ label, explanation }) => ({ label, text: explanation })),
  }
}

function presentYear({ asAt, before, opening, closing }: YearOfFigures, isTrue: boolean) {
  const start = findCount(opening, ['M01', before], isTrue)
  const end = findCount(closing, ['M01', asAt], isTrue)
  const [came, left] = hideTogether([
    findCount(closing, ['M03', asAt], isTrue),
    findCount(closing, ['M04', asAt], isTrue),
  ])
  const isPartYear = closing.find(({ id }) => id === 'M03')?.isPartYear ?? false
  const label = `${sayDate(asAt)}${isPartYear ? ', part of the year' : ''}`
  const four = [start, came, left, end].map(({ shown }) => shown)
  if (four.some((number) => number === null)) {
    const cells = [start.text, came.text, left.text, '–', end.text, '–']
    return { label, cells, difference: null, explanation: '' }
  }
  const [first, second, third, last] = four as number[]
  const { expected, difference, sentence } = explainStockAndFlow({
    opening: first!,
    started: second!,
    ceased: third!,
    closing: last!,
  })
  const sign = difference > 0 ? '+' : ''
  return {
    label,
    cells: [start.text, came.text, left.text, sayNumber(expected), end.text, `${sign}${sayNumber(difference)}`],
    difference,
    explanation: sentence,
  }
}

interface Count {
  shown: number | null
  text: string
}

/** Beside the numbers at both ends, one of them would tell the other: where one is hidden, both are. */
function hideTogether([came, left]: [Count, Count]): [Count, Count] {
  if (came.text !== HIDDEN && left.text !== HIDDEN) return [came, left]
  const hide = (count: Count) => (count.shown === null ? count : { shown: null, text: HIDDEN })
  return [hide(came), hide(left)]
}

const HIDDEN = 'c'

/** A number of children; a dash where it is not known, "c" where it is hidden. */
function findCount(results: readonly MeasureResult[], [id, day]: [string, IsoDate], isTrue: boolean): Count {
  // A number typed in for an earlier day stands for a while elsewhere, but not in a sum.
  const result = results.find((one) => one.id === id && one.asAt === day)
  if (!result || result.cannotCompute !== null || result.isTooEarly) return { shown: null, text: '–' }
  const shown = isTrue ? result.numerator : hideMeasure(result, DEFAULT_MEASURE_RULE).numerator.shown
  return { shown, text: shown === null ? HIDDEN : sayNumber(shown) }
}
