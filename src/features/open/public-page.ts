import type { FastifyInstance } from 'fastify'
import type { Query } from '../../database/database.ts'
import { collectionYearOf } from '../../domain/shared/calendar-date.ts'
import { listOffers } from '../../shapes/offer/offer.store.ts'
import { systemActor } from '../../shapes/person/council.store.ts'
import { readRunning } from '../../shapes/person/pre-election.store.ts'
import { findPlan } from '../../shapes/plan/plan.store.ts'
import { makePageModel } from '../../web/page-model.ts'
import { isPublicPageOpen, type Site } from '../../web/site.ts'
import {
  FILE_KINDS,
  type FigurePack,
  findEdition,
  isFileKind,
  listPacks,
  stateOf,
  writeFile,
} from '../figure-packs/index.ts'
import { workOutTrend } from '../performance/index.ts'
import { readWall } from '../promises/index.ts'
import { findReportEdition, listReports, type Report, reportStateOf } from '../reports/index.ts'
import { type PublicFacts, presentPublicPage } from './pages/public.presenter.ts'
import { readPublicVersions } from './public-strategy.ts'
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

/** The packs of figures that are out for everybody, as files. One that is not, or no longer, is not there. */
export function addPublicPacks(app: FastifyInstance, site: Site): void {
  app.get<{ Params: { id: string; kind: string } }>('/open/packs/:id/:kind', async (request, reply) => {
    const { id, kind } = request.params
    const actor = systemActor(site.council)
    const found =
      isPublicPageOpen(site) && isFileKind(kind)
        ? await site.database.as(actor, async (query) => {
            const pack = (await listPublicPacks(query)).find((one) => one.id === id)
            const edition = pack && (await findEdition(query, pack.id))
            return pack && edition ? { pack, edition } : null
          })
        : null
    if (found === null || !isFileKind(kind)) {
      reply.callNotFound()
      return reply
    }
    return reply
      .header('Cache-Control', KEPT_ON_THE_WAY)
      .header('Content-Disposition', `attachment; filename="figures-${found.pack.asAt}.${kind}"`)
      .type(FILE_KINDS[kind].type)
      .send(await writeFile(found.edition.content, kind))
  })
}

/** The reports that are out, as files; an annual report also as children read it. */
export function addPublicReports(app: FastifyInstance, site: Site): void {
  app.get<{ Params: { id: string; which: string; kind: string } }>(
    '/open/reports/:id/:which/:kind',
    async (request, reply) => {
      const { id, which, kind } = request.params
      const edition =
        isPublicPageOpen(site) && isFileKind(kind) && (which === 'file' || which === 'for-children')
          ? await site.database.as(systemActor(site.council), async (query) => {
              const report = (await listPublicReports(query)).find((one) => one.id === id)
              return report ? findReportEdition(query, report.id) : null
            })
          : null
      const pack = which === 'file' ? edition?.content : edition?.forChildren
      if (!pack || !isFileKind(kind)) {
        reply.callNotFound()
        return reply
      }
      return reply
        .header('Cache-Control', KEPT_ON_THE_WAY)
        .header('Content-Disposition', `attachment; filename="report.${kind}"`)
        .type(FILE_KINDS[kind].type)
        .send(await writeFile(pack, kind))
    },
  )
}

async function listPublicReports(query: Query): Promise<Report[]> {
  return (await listReports(query)).filter((report) => reportStateOf(report) === 'published')
}

async function listPublicPacks(query: Query): Promise<FigurePack[]> {
  return (await listPacks(query)).filter((pack) => pack.audience === 'public' && stateOf(pack) === 'published')
}

/** Read as Kept itself, with no right that a page could take for the reader's: what comes back is what may be shown to anybody. */
async function readPublicFacts(site: Site): Promise<PublicFacts> {
  const { database, council, currentDay } = site
  const actor = systemActor(council)
  const today = currentDay()
  const election = await readRunning({ database, council, today })
  const wall = await readWall({ database, council, today, actor })
  const lastYearEnd = `${collectionYearOf(today) - 1}-03-31`
  const [lastYear, now] = await workOutTrend(database, council, [lastYearEnd, today], null)
  const rest = await database.as(actor, async (query) => ({
    plan: await findPlan(query, 'action plan'),
    offers: await listOffers(query, today),
    answers: await readPublicAnswers(query, election),
    packs: await listPublicPacks(query),
    reports: await listPublicReports(query),
  }))
  const threads = await readPublicThreads(
    { database, council, today, actor },
    wall?.promises.map(({ item }) => item.id) ?? [],
  )
  const hasStrategy = (await readPublicVersions(site)).some(({ state }) => state === 'in force')
  return { councilName: council.name, election, hasStrategy, wall, threads, lastYear: lastYear!, now: now!, ...rest }
}
