import type { Sureness } from '../../../domain/measure-story/validated.ts'
import { isStale, newestWords, type Word } from '../../../domain/measure-story/word.ts'
import { wordsOf } from '../../../domain/measures/all-measures.ts'
import type { MeasureResult, MeasureWords } from '../../../domain/measures/measure.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import type { Figures } from '../figures.command.ts'
import type { Story } from '../story.store.ts'
import { presentFigure, type ShownFigure } from './figure.presenter.ts'
import { isComparable, type SaidTarget, sayMove, saySureness, sayTarget } from './say-story.ts'

/** One figure on the scorecard, every word finished. */
export interface ScoreRow {
  measure: MeasureWords
  shown: ShownFigure
  move: string
  isWorse: boolean
  target: SaidTarget | null
  sureness: { state: string; text: string } | null
  word: Word | null
  wordText: string
  isWordDue: boolean
  /** Equal days of the years before and now: "58%, 61%, 64%". Empty where there is only one. */
  trend: string
  /** The same as a line's points in a box of 96 by 24. Empty where a value is missing or hidden. */
  line: string
}

interface Given {
  story: Story
  isTrue: boolean
  today: IsoDate
  surenessOf: (now: MeasureResult) => Sureness
}

/** Every figure of the last day of a trend. */
export function presentRows(trend: Figures[], { story, isTrue, today, surenessOf }: Given): ScoreRow[] {
  const words = newestWords(story.words)
  const directions = new Map(story.directions.map((one) => [one.measureId, one.direction]))
  return trend.at(-1)!.results.map((now) => {
    const known = wordsOf(now)
    const measure = { ...known, direction: directions.get(now.id) ?? known.direction }
    const before = trend
      .slice(0, -1)
      .flatMap(({ results }) => results.filter((result) => result.id === now.id && isComparable(now, result)))
    const shown = {
      ...presentFigure(now, isTrue),
      direction: { higher: 'higher is better', lower: 'lower is better', none: '' }[measure.direction],
    }
    const earlier = before.map((result) => ({ asAt: result.asAt, figure: presentFigure(result, isTrue) }))
    const isYear =
      before.at(-1) !== undefined && before.at(-1) === trend.at(-2)?.results.find(({ id }) => id === now.id)
    const yearBefore = isYear ? earlier.at(-1)!.figure : null
    const move = shown.cannotCompute === '' ? sayMove(measure, shown, yearBefore) : ''
    const points = [...earlier.map(({ figure }) => figure), shown].filter((one) => one.cannotCompute === '')
    const word = words.get(now.id) ?? null
    const isDue = word !== null && isStale(word.asAt, today)
    return {
      measure,
      shown,
      move,
      isWorse: move.endsWith(': worse'),
      target:
        shown.cannotCompute === ''
          ? sayTarget(measure, story.targets, { asAt: now.asAt, now: shown, yearBefore, isPartYear: now.isPartYear })
          : null,
      sureness: now.cannotCompute === null && !now.isTyped ? saySureness(surenessOf(now)) : null,
      word,
      wordText: word ? `${isDue ? 'an old word' : 'said'}, as at ${sayDate(word.asAt)}` : '',
      isWordDue: isDue,
      trend:
        points.length < 2 || measure.kind === 'list'
          ? ''
          : points.map((one) => (one.isHidden ? 'hidden' : one.value)).join(', '),
      line: measure.kind === 'list' ? '' : drawLine(points.map(({ plotted }) => plotted)),
    }
  })
}

const [WIDE, HIGH, EDGE] = [96, 24, 3]

/** From nought to the highest, so that a small change looks small. */
export function drawLine(values: (number | null)[]): string {
  const shown = values.filter((value) => value !== null)
  const top = Math.max(...shown)
  if (shown.length < 2 || shown.length < values.length || top <= 0) return ''
  return shown
    .map((value, index) => {
      const x = EDGE + (index * (WIDE - 2 * EDGE)) / (shown.length - 1)
      const y = HIGH - EDGE - (Math.max(value, 0) / top) * (HIGH - 2 * EDGE)
      return `${x.toFixed(1)},${y.toFixed(1)}`
    })
    .join(' ')
}
