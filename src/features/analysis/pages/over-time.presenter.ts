import type { Measure } from '../../../domain/measures/measure.ts'
import { sayValue } from '../../../domain/measures/say-value.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { type ControlPoint, chartShares, chartStock, chartValues } from '../../../domain/spc/control-chart.ts'
import { FEWEST_POINTS, findSignals, type Signal } from '../../../domain/spc/find-signals.ts'
import { saySignals } from '../../../domain/spc/say-signals.ts'
import { lineChart } from '../../../web/chart/line-chart.ts'

export interface TimePoint extends ControlPoint {
  day: IsoDate
  isHidden: boolean
}

export function presentOverTime(measure: Measure, points: TimePoint[]) {
  const isMonthly = measure.period === 'as at'
  const seen = points.filter(({ value }) => value !== null)
  const isEnough = seen.length >= FEWEST_POINTS
  const kind = findKind(seen)
  const chart = isEnough ? CHARTS[kind](points) : null
  const signals = chart ? findSignals(points, chart, isMonthly) : []
  const labels = points.map(({ day }) => (isMonthly ? sayDate(day).replace(/^\d+ /, '') : day.slice(0, 4)))
  const newest = points.at(-1)?.value ?? null
  const said = saySignals(signals, labels)
  const isNewestSeen = points.at(-1)?.isHidden === false
  const sentence = `${measure.plainTitle}: ${
    chart === null
      ? `${isMonthly ? `${seen.length} months` : `${seen.length} whole years`} are too few to tell a change from chance`
      : isNewestSeen
        ? `${sayValue(newest!, measure)} ${isMonthly ? 'at the end of' : 'in the year to March'} ${labels.at(-1)}; ${said.sentence}`
        : 'the newest value is not shown, so no change can be told'
  }`
  const say = (value: number) => sayValue(value, measure)
  return {
    sentence,
    lead: isMonthly
      ? 'At the end of each month, as known now.'
      : 'Whole years to 31 March, as known now. A part of a year is never set beside whole ones.',
    chart:
      seen.length < 2
        ? null
        : lineChart({
            id: 'over-time',
            title: sentence,
            labelHeading: isMonthly ? 'At the end of' : 'Year to 31 March',
            valueHeading: measure.plainTitle,
            points: points.map(({ value, isHidden }, at) => ({
              label: shorten(labels[at]!),
              value,
              isHidden,
              ...(value !== null && { text: say(value) }),
            })),
            // A hidden point has no limits, and a band cannot be broken: then the limits are told in the table alone.
            ...(chart?.limits.every((limit) => limit !== null) && {
              expected: chart.limits.map((limit) => limit!),
            }),
          }),
    caption: chart
      ? `The pale band is what chance alone gives around the middle of ${say(chart.centre)}.`
      : 'Worked out from the record.',
    table: chart ? tabulate(measure, points, labels, signals, chart) : null,
    past: said.past,
    notes: [...(chart ? [sayHow(kind, isMonthly)] : [sayTooFew(isMonthly)])],
  }
}

function tabulate(
  measure: Measure,
  points: TimePoint[],
  labels: string[],
  signals: Signal[],
  chart: NonNullable<ReturnType<typeof chartShares>>,
) {
  const isWhole = measure.kind === 'count' || measure.kind === 'list'
  const say = (value: number) => sayValue(value, { ...measure, decimals: isWhole ? 0 : Math.max(measure.decimals, 1) })
  return {
    caption: 'What chance alone gives at each point',
    isCaptionHidden: true,
    isStacked: true,
    columns: [
      { text: measure.period === 'as at' ? 'At the end of' : 'Year to 31 March' },
      { text: 'Value', isNumeric: true },
      { text: 'Chance gives', isNumeric: true },
      { text: 'More than chance' },
    ],
    rows: points.map(({ value }, at) => {
      const limit = chart.limits[at]
      return [
        { text: labels[at]! },
        value === null ? { isHidden: true } : { text: say(value) },
        { text: limit ? `${say(limit.low)} to ${say(limit.high)}` : '' },
        { text: signals.some(({ from, to }) => at >= from && at <= to) ? 'yes' : '' },
      ]
    }),
  }
}

type Kind = 'share' | 'stock' | 'value'

const CHARTS = { share: chartShares, stock: chartStock, value: chartValues }

function findKind(seen: TimePoint[]): Kind {
  if (seen.every(({ base }) => base !== undefined)) return 'share'
  return seen.every(({ met }) => met !== undefined) ? 'stock' : 'value'
}

const BANDS: Record<Kind, string> = {
  share: 'The band is exact for the number of children counted at each point.',
  stock: 'The band is how far the number goes up and down where children come at a steady pace (Poisson).',
  value: 'The band comes from how much one value differs from the next (XmR).',
}

function sayHow(kind: Kind, isMonthly: boolean): string {
  const rules =
    'A point outside the band, eight in a row on one side of the middle, or six that go one way are more than chance.'
  const same =
    isMonthly && kind !== 'value'
      ? ' Since the same children stand behind month after month, a row of months counts only where its newest value alone would be a surprise.'
      : ''
  return `${rules} ${BANDS[kind]}${same}`
}

function sayTooFew(isMonthly: boolean): string {
  return `It takes ${FEWEST_POINTS} ${isMonthly ? 'months' : 'whole years'} to tell a change from chance. Until then the line shows what was so, and no arrow.`
}

/** "Nov 2023": room under a line is scarce. */
function shorten(label: string): string {
  return label.replace(/^([A-Z][a-z]{2})[a-z]+ /, '$1 ')
}
