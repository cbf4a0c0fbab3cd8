import type { Measure } from '../../../domain/measures/measure.ts'
import { sayValue } from '../../../domain/measures/say-value.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import { lineChart } from '../../../web/chart/line-chart.ts'
import type { Figures } from '../figures.command.ts'
import { paths } from '../performance.paths.ts'
import { presentFigure } from './figure.presenter.ts'
import { presentGroups } from './groups-chart.ts'
import { presentHomes } from './scorecard.presenter.ts'

/** Finishes every word of one measure's page: the figure, its years, its definition. The last of the trend is the day asked for. */
export function presentMeasure(measure: Measure, trend: Figures[], isTrue: boolean, goal: number | null) {
  const shown = trend.map((figures) => ({
    asAt: figures.asAt,
    result: figures.results.find((result) => result.id === measure.id)!,
  }))
  const years = shown.map(({ result }) => ({
    // The day it speaks of, which may lie before the one asked for: a whole year held, a number typed in.
    asAt: result.period?.to ?? result.asAt,
    isPartYear: result.isPartYear,
    isTooEarly: result.isTooEarly ?? false,
    figure: presentFigure(result, isTrue),
  }))
  const now = { ...years.at(-1)!.figure, direction: DIRECTIONS[measure.direction] }
  const result = shown.at(-1)!.result
  const points = years.filter(
    (year, index) =>
      year.figure.cannotCompute === '' &&
      !year.isPartYear &&
      !year.isTooEarly &&
      years.findIndex(({ asAt }) => asAt === year.asAt) === index,
  )
  return {
    sentence: sayMeasure(measure, now, presentGroups(measure, now)?.title),
    measure: { ...measure, compute: undefined },
    table: years.map(({ figure }) => [
      figure.asAt,
      figure.isHidden ? 'c' : figure.cannotCompute ? '' : figure.value,
      figure.of,
      figure.cannotCompute,
    ]),
    figure: now,
    why: measure.whyItMatters,
    notes: now.notes,
    chart:
      points.length < 2 || measure.kind === 'list'
        ? null
        : lineChart({
            id: 'trend',
            title: sayTrend(measure, points),
            labelHeading: 'As at',
            valueHeading: measure.plainTitle,
            ...(goal === null ? {} : { target: { value: goal, text: sayValue(goal, measure) } }),
            points: points.map((point) => ({
              label: point.asAt.endsWith('-03-31') ? point.asAt.slice(0, 4) : sayDate(point.asAt),
              value: point.figure.plotted,
              text: point.figure.isHidden ? 'c' : point.figure.value,
              isHidden: point.figure.isHidden,
            })),
          }),
    chartCaption: result.isTyped
      ? 'Typed in, each number with its source.'
      : 'At 31 March of each year, as known now. Worked out from the record.',
    homesChart:
      now.cells.length > 0 && now.cannotCompute === '' && measure.id === 'M12' ? presentHomes(now, result.asAt) : null,
    groupsChart: measure.id === 'M12' ? null : presentGroups(measure, now),
    definition: [
      { key: { text: 'Who is counted' }, value: { text: measure.whoIsCounted } },
      { key: { text: 'Who is met' }, value: { text: measure.whoIsMet } },
      {
        key: { text: 'Which way is good' },
        value: { text: now.direction || 'Neither: this number has no good direction by itself' },
      },
      { key: { text: 'Take care' }, value: { text: measure.traps.join(' ') } },
      { key: { text: 'Needs' }, value: { text: measure.needs } },
      { key: { text: 'Source' }, value: { text: measure.source } },
      { key: { text: 'National figures' }, value: { text: measure.nationalDataset ?? 'None are published' } },
      { key: { text: 'Id' }, value: { text: measure.id } },
    ],
    childrenHref:
      isTrue && result.cannotCompute === null && measure.kind !== 'rate' && !result.isTyped
        ? `${paths.children(measure.id)}?as-at=${result.asAt}`
        : '',
  }
}

const DIRECTIONS = { higher: 'higher is better', lower: 'lower is better', none: '' }

type Year = { asAt: string; figure: ReturnType<typeof presentFigure> }

function sayMeasure(measure: Measure, now: Year['figure'], groups: string | undefined): string {
  if (now.cannotCompute !== '') return `${measure.plainTitle}: this cannot be worked out yet.`
  if (measure.kind === 'list' && groups) return `${measure.plainTitle}. ${groups}`
  if (now.isHidden) return `${measure.plainTitle}: too few to show.`
  return `${measure.plainTitle}: ${now.value}`
}

/** Says what the line shows and no more: up, down or the same, between its ends. */
function sayTrend(measure: Measure, points: Year[]): string {
  const [first, last] = [points[0]!.figure, points.at(-1)!.figure]
  if (first.plotted === null || last.plotted === null) return `${measure.plainTitle}, year by year`
  if (first.value === last.value) return `${measure.plainTitle}: ${last.value}, as in ${points[0]!.asAt.slice(0, 4)}`
  const word = last.plotted > first.plotted ? 'up' : 'down'
  const better =
    measure.direction === 'none'
      ? ''
      : (word === 'up') === (measure.direction === 'higher')
        ? ', which is better'
        : ', which is worse'
  return `${measure.plainTitle}: ${last.value}, ${word} from ${first.value} in ${points[0]!.asAt.slice(0, 4)}${better}`
}
