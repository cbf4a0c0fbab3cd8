import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import type { Database } from './database/database.ts'
import { type IsoDate, londonDay } from './domain/shared/calendar-date.ts'
import { allRoutes } from './features/all-routes.ts'
import { addCalendarFeed } from './features/bodies/index.ts'
import { addPublicPacks, addPublicPage, addPublicReports, addPublicStrategy } from './features/open/index.ts'
import { addOwnDoor } from './features/own-pages/index.ts'
import { addSafeDoor } from './features/safe-door/index.ts'
import type { Council } from './shapes/person/council.store.ts'
import { assetPaths } from './web/assets/asset.ts'
import { registerAssets } from './web/assets/register-assets.ts'
import { addErrorPages } from './web/error-page.ts'
import { inlineScriptHash } from './web/render/inline-script-hash.ts'
import { createRenderer } from './web/render/nunjucks.ts'
import { addRoutes } from './web/request.ts'
import { addSecurityHeaders } from './web/security.ts'
import { addSignIn } from './web/sign-in/sign-in.routes.ts'
import type { Site } from './web/site.ts'
import { takeOutNul } from './web/without-nul.ts'

export interface AppParts {
  config: Config
  database: Database
  council: Council
  /** Fixes the day, for tests and demonstrations; the clock otherwise. */
  today?: IsoDate
  isStrict?: boolean
}

/** The whole pipeline in order. It never listens: `main.ts` does, and tests call it without a port. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const { config, database, council } = parts
  const isSecure = config.address.startsWith('https:')
  const app = fastify({ bodyLimit: 2 * 1024 * 1024, trustProxy: 'loopback', forceCloseConnections: true })
  const site: Site = {
    ...parts,
    renderer: createRenderer({ isStrict: parts.isStrict ?? false }),
    isSecure,
    asset: { ...assetPaths() },
    currentDay: (): IsoDate => parts.today ?? londonDay(Temporal.Now.instant()),
  }
  addSecurityHeaders(app, { inlineScriptHash: inlineScriptHash(), isSecure })
  await app.register(compress, { global: true, threshold: 1024 })
  await app.register(cookie)
  await app.register(formbody)
  // 60 MB holds the largest return of a county many times over; more is refused before it is read.
  await app.register(multipart, { limits: { fileSize: 60 * 1024 * 1024, files: 40, fields: 200 } })
  await registerAssets(app, { cacheFolder: `${config.dataFolder}/cache`, isWarmedAtStart: true })
  takeOutNul(app)
  addErrorPages(app, site)
  app.get('/health', async () => {
    await database.atDoor(async () => {})
    return { status: 'ok', council: council.name }
  })
  await addSignIn(app, site)
  addOwnDoor(app, site)
  addSafeDoor(app, site)
  addPublicPage(app, site)
  addPublicPacks(app, site)
  addPublicReports(app, site)
  addCalendarFeed(app, site)
  addPublicStrategy(app, site)
  addRoutes(app, site, allRoutes)
  return app
}
