import {
  addDays,
  collectionYear,
  collectionYearOf,
  type IsoDate,
  sayDate,
} from '../../../domain/shared/calendar-date.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { workOutTrend } from '../figures.command.ts'
import { paths } from '../performance.paths.ts'
import { readAskedDays } from './asked-days.form.ts'
import { traceTrueFigures } from './scorecard.page.ts'
import { presentStockAndFlow, type YearOfFigures } from './stock-and-flow.presenter.ts'

const YEARS_SHOWN = 5

/** Who was in our care, who came and who left, year by year, and why the sum is not the number at the end. */
export async function showStockAndFlow(visit: Visit): Promise<Answer> {
  const asked = readAskedDays(visit.query, visit.today, visit.can('true figures:read'))
  const years = listYears(asked.asAt)
  const days = [...new Set(years.flatMap(({ before, asAt }) => [before, asAt]))].sort()
  const trend = await workOutTrend(visit.database, visit.council, days, asked.knownOn)
  await traceTrueFigures(visit, 'true figures shown', trend.at(-1)!)
  const figuresOn = (day: IsoDate) => trend[days.indexOf(day)]!.results
  const read: YearOfFigures[] = years.map(({ before, asAt }) => ({
    asAt,
    before,
    opening: figuresOn(before),
    closing: figuresOn(asAt),
  }))
  return {
    template: 'features/performance/pages/stock-and-flow.njk',
    title: 'Who came and who left',
    model: {
      ...presentStockAndFlow(read, visit.can('true figures:read')),
      typeHref: visit.can('true figures:write') ? paths.localOne('M01') : '',
    },
    page: { back: { href: paths.scorecard(), text: `All figures on ${sayDate(asked.asAt)}` } },
  }
}

/** The year so far, and the whole ones before it. */
function listYears(asAt: IsoDate): { before: IsoDate; asAt: IsoDate }[] {
  const last = collectionYearOf(asAt)
  return Array.from({ length: YEARS_SHOWN }, (_, index) => {
    const { from, to } = collectionYear(last - index)
    return { before: addDays(from, -1), asAt: index === 0 ? asAt : to }
  })
}
