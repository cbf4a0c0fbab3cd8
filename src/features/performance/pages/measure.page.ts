import { collectionYearOf, type IsoDate } from '../../../domain/shared/calendar-date.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { readComparison } from '../../comparators/index.ts'
import { tellOfPromise } from '../../promises/index.ts'
import { readThread } from '../../thread/index.ts'
import { workOutTrend } from '../figures.command.ts'
import { findAnyMeasure } from '../find-any-measure.ts'
import { readAskedDays } from './asked-days.form.ts'
import { presentMeasure } from './measure.presenter.ts'
import { traceTrueFigures } from './scorecard.page.ts'

const YEARS_SHOWN = 5

export async function showMeasure(visit: Visit): Promise<Answer> {
  const found = await visit.database.as(visit.actor, (query) => findAnyMeasure(query, visit.params.id ?? ''))
  if (found === null || found.local?.isEnded) return notFound
  const { measure } = found
  const asked = readAskedDays(visit.query, visit.today, visit.can('true figures:read'))
  const days = [...endsOfYears(asked.asAt), asked.asAt]
  const trend = await workOutTrend(visit.database, visit.council, days, asked.knownOn)
  await traceTrueFigures(visit, 'true figures shown', trend.at(-1)!)
  const model = presentMeasure(measure, trend, visit.can('true figures:read'))
  return {
    template: 'features/performance/pages/measure.njk',
    title: measure.plainTitle,
    model: {
      ...model,
      threadKnots: await readThread(visit, { kind: 'measure', ref: measure.id }, tellOfPromise),
      comparison: (await readComparison(visit, measure)) ?? false,
      askHref: visit.can('challenges:write') ? `/challenges/new?about=${measure.id}` : '',
    },
    page: { back: { href: '/figures', text: 'All figures' } },
  }
}

/** The ends of the whole years before a day. */
function endsOfYears(asAt: IsoDate): IsoDate[] {
  const last = collectionYearOf(asAt) - 1
  return Array.from({ length: YEARS_SHOWN }, (_, index) => `${last - YEARS_SHOWN + 1 + index}-03-31`)
}
