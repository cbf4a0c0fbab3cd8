import type { FastifyInstance } from 'fastify'
import type { Site } from '../site.ts'
import { returnFromCouncil, showCouncilAccount, startAtCouncil } from './council-account.page.ts'
import { localPath } from './local-path.ts'
import { makeOpenId } from './open-id.ts'
import { showPicker, submitPick } from './picker.page.ts'
import { submitSignOut } from './sign-out.page.ts'

/** The ways in and out: the only pages, beside health, for somebody who is not signed in. */
export async function addSignIn(app: FastifyInstance, site: Site): Promise<void> {
  app.get('/sign-in', (request, reply) => {
    const to = localPath((request.query as Record<string, unknown>).to)
    return site.council.isMadeUp ? showPicker(request, reply, site, to) : showCouncilAccount(request, reply, site, to)
  })
  app.post('/sign-in/pick', (request, reply) => submitPick(request, reply, site))
  app.post('/sign-out', (request, reply) => submitSignOut(request, reply, site))

  if (site.config.openId === null) return
  const openId = makeOpenId(site.config.openId, site.config.address)
  app.get('/sign-in/start', (request, reply) => startAtCouncil(request, reply, site, openId))
  app.get('/sign-in/callback', (request, reply) => returnFromCouncil(request, reply, site, openId))
}
