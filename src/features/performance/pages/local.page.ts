import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { listLocalMeasures, listStated } from '../local-measure.store.ts'
import { presentLocal } from './local.presenter.ts'

/** Numbers to be typed in, and measures of the council's own. Typed numbers are true figures: looking is written down. */
export async function showLocal(visit: Visit): Promise<Answer> {
  const given = await visit.database.as(visit.actor, async (query) => {
    await recordTrace(query, visit.actor, { event: 'true figures shown', detail: { page: 'our own figures' } })
    return { locals: await listLocalMeasures(query), stated: await listStated(query) }
  })
  return {
    template: 'features/performance/pages/local.njk',
    title: 'Our own figures',
    model: presentLocal(given, { today: visit.today, mayType: visit.can('true figures:write') }),
    page: { back: { href: '/figures', text: 'All figures' } },
  }
}
