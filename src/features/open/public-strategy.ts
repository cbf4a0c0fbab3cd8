import type { FastifyInstance } from 'fastify'
import { isNewClaim } from '../../domain/governance/pre-election.ts'
import { systemActor } from '../../shapes/person/council.store.ts'
import { readRunning } from '../../shapes/person/pre-election.store.ts'
import { makePageModel } from '../../web/page-model.ts'
import { isPublicPageOpen, type Site } from '../../web/site.ts'
import { listDocuments, listWords } from '../impact/index.ts'
import {
  presentState,
  presentStrategy,
  readLive,
  readVersions,
  readWhole,
  type StandingVersion,
} from '../strategy/index.ts'

const KEPT_ON_THE_WAY = 'public, max-age=300'

/** The strategy for everybody: the version in force with how it stands, and each earlier one as it was promised. Never a draft. */
export function addPublicStrategy(app: FastifyInstance, site: Site): void {
  for (const path of ['/open/strategy', '/open/strategy/:number'])
    app.get<{ Params: { number?: string } }>(path, async (request, reply) => {
      const versions = isPublicPageOpen(site) ? await readPublicVersions(site) : []
      const { number } = request.params
      const version =
        number === undefined
          ? versions.find(({ state }) => state === 'in force')
          : versions.find((one) => String(one.number) === number)
      if (!version) {
        reply.callNotFound()
        return reply
      }
      const page = makePageModel({
        title: version.title,
        path,
        council: site.council,
        person: null,
        csrf: null,
        asset: site.asset,
        extras: { back: { href: '/open', text: 'Our promises' } },
      })
      return reply
        .header('Cache-Control', KEPT_ON_THE_WAY)
        .type('text/html; charset=utf-8')
        .send(
          site.renderer.render('features/open/pages/public-strategy.njk', {
            page,
            ...(await presentPublic(site, version, versions)),
          }),
        )
    })
}

/** What was approved, whether it holds today or not yet. */
export async function readPublicVersions({ database, council, currentDay }: Site): Promise<StandingVersion[]> {
  const versions = await readVersions({ database, actor: systemActor(council), today: currentDay() })
  const election = await readRunning({ database, council, today: currentDay() })
  // A strategy approved since the time before an election began is a new claim (rule 36).
  return versions.filter(
    ({ state, approval }) => state !== 'draft' && !isNewClaim(approval?.approvedOn ?? '', election),
  )
}

async function presentPublic(site: Site, version: StandingVersion, versions: readonly StandingVersion[]) {
  const { database, council } = site
  const reader = { database, council, actor: systemActor(council), today: site.currentDay() }
  const strategy = await database.as(reader.actor, (query) => readWhole(query, version))
  const live = await readLive(reader, version.state === 'in force' ? strategy.joins : [])
  const { documents, words } = await database.as(reader.actor, async (query) => ({
    documents: await listDocuments(query),
    words: await listWords(query),
  }))
  return {
    strategy: {
      ...presentStrategy({ strategy, live, today: reader.today, audience: 'everybody' }),
      documents,
      words,
    },
    versions: versions.map((one) => ({
      text: `Version ${one.number}${one.period ? `, ${one.period}` : ''}`,
      ...(one.id === version.id ? {} : { href: `/open/strategy/${one.number}` }),
      note: one.id === version.id ? 'this one' : '',
      pill: presentState(one),
    })),
  }
}
