import { hideMeasure } from '../../../domain/disclosure/hide-measure.ts'
import { childrenInCare } from '../../../domain/measures/in-care/children-in-care.ts'
import { addDays, addMonths, type IsoDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { notFound } from '../../../web/route.ts'
import { writeCsv } from '../../../web/write-csv.ts'
import { figurePaths, type RecordsRead, readRecords } from '../../performance/index.ts'
import { workOutForecast } from '../work-out-forecast.command.ts'
import { type Past, presentForecast, presentNoForecast } from './forecast.presenter.ts'

const MONTHS_BEFORE = 24

/** How many children may be in care. By kind of home for those with true figures; the whole number for everybody else. */
export async function showForecast(visit: Visit): Promise<Answer> {
  return {
    template: 'features/analysis/pages/forecast.njk',
    title: 'How many children may be in our care',
    model: { ...(await workOut(visit, 'true figures shown')) },
    page: { back: { href: figurePaths.scorecard(), text: 'All figures' } },
  }
}

export async function downloadForecast(visit: Visit): Promise<Answer> {
  const { csv } = await workOut(visit, 'true figures downloaded')
  if (csv.length === 0) return notFound
  const name = `forecast-${visit.today.slice(0, 7)}.csv`
  return { download: { name, type: 'text/csv; charset=utf-8', body: writeCsv(csv) } }
}

async function workOut(visit: Visit, event: string) {
  const isTrue = visit.can('true figures:read')
  const read = await readRecords(visit.database, visit.council, null)
  const day = addDays(`${addDays(visit.today, 1).slice(0, 7)}-01`, -1)
  const past = lookBack(read, day, isTrue)
  const worked = await workOutForecast(read, visit.council.authorityId, day)
  if (typeof worked === 'string') return presentNoForecast(worked)
  if (past.at(-1)!.isHidden)
    return presentNoForecast('So few children are in care that their number is hidden, and so is what may come.')
  if (isTrue)
    await visit.database.as(visit.actor, (query) =>
      recordTrace(query, visit.actor, { event, detail: { forecast: day, seal: read.basis.sealNumber } }),
    )
  return presentForecast(worked, past, isTrue)
}

/** The ends of the months up to the day: as anybody may see them, or as they were. */
function lookBack({ records, facts }: RecordsRead, day: IsoDate, isTrue: boolean): Past[] {
  const first = addDays(day, 1)
  return Array.from({ length: MONTHS_BEFORE + 1 }, (_, index) => {
    const end = addDays(addMonths(first, index - MONTHS_BEFORE), -1)
    const result = childrenInCare.compute(records, facts, end)
    const shown = isTrue ? { shown: result.numerator, hidden: false } : hideMeasure(result).numerator
    return { day: end, value: shown.shown, isHidden: shown.hidden }
  })
}
