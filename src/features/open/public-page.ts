import type { FastifyInstance } from 'fastify'
import { collectionYearOf } from '../../domain/shared/calendar-date.ts'
import { listOffers } from '../../shapes/offer/offer.store.ts'
import { systemActor } from '../../shapes/person/council.store.ts'
import { findPlan } from '../../shapes/plan/plan.store.ts'
import { makePageModel } from '../../web/page-model.ts'
import { isPublicPageOpen, type Site } from '../../web/site.ts'
import { workOutTrend } from '../performance/index.ts'
import { readWall } from '../promises/index.ts'
import { type PublicFacts, presentPublicPage } from './pages/public.presenter.ts'
import { readPublicAnswers } from './read-public-answers.ts'
import { readPublicThreads } from './read-public-threads.ts'

const KEPT_ON_THE_WAY = 'public, max-age=300'

/** The one page for everybody. It takes no cookie and no form, and is the same whoever asks. */
export function addPublicPage(app: FastifyInstance, site: Site): void {
  app.get('/open', async (_request, reply) => {
    if (!isPublicPageOpen(site)) {
      reply.callNotFound()
      return reply
    }
    const page = makePageModel({
      title: 'Our promises to children in our care',
      path: '/open',
      council: site.council,
      person: null,
      csrf: null,
      asset: site.asset,
      extras: {},
    })
    const model = presentPublicPage(await readPublicFacts(site), site.currentDay())
    return reply
      .header('Cache-Control', KEPT_ON_THE_WAY)
      .type('text/html; charset=utf-8')
      .send(site.renderer.render('features/open/pages/public.njk', { page, ...model }))
  })
}

/** Read as Kept itself, with no right that a page could take for the reader's: what comes back is what may be shown to anybody. */
async function readPublicFacts({ database, council, currentDay }: Site): Promise<PublicFacts> {
  const actor = systemActor(council)
  const today = currentDay()
  const wall = await readWall({ database, council, today, actor })
  const lastYearEnd = `${collectionYearOf(today) - 1}-03-31`
  const [lastYear, now] = await workOutTrend(database, council, [lastYearEnd, today], null)
  const rest = await database.as(actor, async (query) => ({
    plan: await findPlan(query, 'action plan'),
    offers: await listOffers(query, today),
    answers: await readPublicAnswers(query),
  }))
  const threads = await readPublicThreads(
    { database, council, today, actor },
    wall?.promises.map(({ item }) => item.id) ?? [],
  )
  return { councilName: council.name, wall, threads, lastYear: lastYear!, now: now!, ...rest }
}
