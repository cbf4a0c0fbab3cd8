import { AHEAD_MONTHS } from '../../../domain/forecast/back-test.ts'
import { HOME_KINDS } from '../../../domain/forecast/read-flow.ts'
import type { Band } from '../../../domain/forecast/simulate.ts'
import { addDays, addMonths, type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { fanChart } from '../../../web/chart/fan-chart.ts'
import { paths } from '../analysis.paths.ts'
import type { WorkedForecast } from '../work-out-forecast.command.ts'

export interface Past {
  day: IsoDate
  value: number | null
  isHidden: boolean
}

const TITLE = 'How many children may be in our care'
/** Fewer than this tell nothing of how good the method is. */
const FEWEST_TRIALS = 4

export function presentForecast({ forecast, test, pace }: WorkedForecast, past: Past[], isTrue: boolean) {
  const day = past.at(-1)!.day
  const days = forecast.all.map((_, month) => addDays(addMonths(addDays(day, 1), month + 1), -1))
  const last = forecast.all.at(-1)!
  const sentence = `In two years between ${last.most.low} and ${last.most.high} children may be in our care, if things go on as they are: ${past.at(-1)!.value} are now`
  return {
    sentence,
    lead: `Nine of ten futures end between those numbers on ${sayDate(days.at(-1)!)}, half of them between ${last.half.low} and ${last.half.high}. Neither more nor fewer is good by itself: what counts is a home for each child who needs one.`,
    because: '',
    chart: fanChart({
      id: 'forecast',
      title: sentence,
      labelHeading: 'At the end of',
      points: [
        ...past.map(({ day: end, value, isHidden }) => ({ label: shorten(sayMonth(end)), was: value, isHidden })),
        ...forecast.all.map((may, month) => ({ label: shorten(sayMonth(days[month]!)), was: null, may })),
      ],
    }),
    homes: isTrue ? tabulateHomes(forecast.byHome, days) : null,
    trust: sayTrust(test),
    trials: isTrue && test.trials.length > 0 ? tabulateTrials(test) : null,
    assumptions: [
      isTrue
        ? `Children go on coming as in the last 24 months: ${pace.came.toFixed(1)} in an average month, brothers and sisters together.`
        : 'Children go on coming as in the last 24 months, brothers and sisters together.',
      isTrue
        ? `They leave as often as children of their age and time in care did in those months (${pace.left.toFixed(1)} in an average month now), and all leave at 18.`
        : 'They leave as often as children of their age and time in care did in those months, and all leave at 18.',
      'They move between kinds of home as children did in those months.',
      'What is decided from now on is not in it: a new service, a new law, a new agreement with another council.',
    ],
    downloadHref: paths.downloadForecast(),
    csv: writeRows(forecast.all, isTrue ? forecast.byHome : [], days),
  }
}

export function presentNoForecast(because: string) {
  return {
    sentence: `${TITLE}: this cannot be said yet`,
    lead: 'A forecast stands on what happened before.',
    because,
    chart: null,
    homes: null,
    trust: '',
    trials: null,
    assumptions: [],
    downloadHref: '',
    csv: [] as string[][],
  }
}

function sayTrust({ trials, insideMost, insideHalf }: WorkedForecast['test']): string {
  if (trials.length < FEWEST_TRIALS)
    return `How far it can be trusted is not known: the record is too short to try it on more than ${trials.length} earlier days.`
  return `Made every three months in the earlier years, with only what had happened by then, the real number ${AHEAD_MONTHS} months later lay inside the wide band ${insideMost} of ${trials.length} times (9 of 10 would be as promised), and inside the narrow one ${insideHalf} of ${trials.length} times (half would be). Neighbouring trials share months, so they prove less than as many separate ones.`
}

function tabulateHomes(byHome: Band[][], days: IsoDate[]) {
  const picked = [5, 11, 23]
  return {
    caption: 'By kind of home',
    isCaptionHidden: true,
    isStacked: true,
    columns: [
      { text: 'Kind of home' },
      ...picked.map((month) => ({ text: `End of ${sayMonth(days[month]!)}`, isNumeric: true })),
    ],
    rows: HOME_KINDS.map(({ label }, home) => [
      label,
      ...picked.map((month) => {
        const { middle, most } = byHome[home]![month]!
        return `${middle} (${most.low} to ${most.high})`
      }),
    ]),
    note: 'The middle of all futures, and in brackets nine of ten of them.',
  }
}

function tabulateTrials({ trials }: WorkedForecast['test']) {
  return {
    caption: 'Earlier forecasts and what came',
    isCaptionHidden: true,
    isStacked: true,
    columns: [
      { text: 'Made on' },
      { text: 'For' },
      { text: '9 of 10 futures', isNumeric: true },
      { text: 'Came', isNumeric: true },
      { text: 'Inside' },
    ],
    rows: trials.map(({ madeOn, of, low, high, came }) => [
      sayDate(madeOn),
      sayDate(of),
      `${low} to ${high}`,
      String(came),
      came >= low && came <= high ? 'yes' : 'no',
    ]),
  }
}

function writeRows(all: Band[], byHome: Band[][], days: IsoDate[]): string[][] {
  const rows = (label: string, bands: Band[]) =>
    bands.map(({ middle, half, most }, month) => [
      days[month]!,
      label,
      ...[middle, half.low, half.high, most.low, most.high].map(String),
    ])
  return [
    ['date', 'children', 'middle', 'half from', 'half to', '9 of 10 from', '9 of 10 to'],
    ...rows('All in our care', all),
    ...byHome.flatMap((bands, home) => rows(HOME_KINDS[home]!.label, bands)),
  ]
}

function sayMonth(day: IsoDate): string {
  return sayDate(day).replace(/^\d+ /, '')
}

function shorten(month: string): string {
  return month.replace(/^([A-Z][a-z]{2})[a-z]+ /, '$1 ')
}
