import type { FastifyReply, FastifyRequest } from 'fastify'
import { cookieName, readToken } from '../../../web/request.ts'
import { closeSession } from '../../../web/session.store.ts'
import type { Site } from '../../../web/site.ts'

/** A page that nobody wonders about. */
const ELSEWHERE = 'https://www.bbc.co.uk/weather'

/**
 * Signs out and goes elsewhere at once; it works as a plain link. What the browser holds of us is emptied; drafts are with the
 * server and wait there. It leaves even where the session cannot be ended: the cookie goes in any case.
 */
export async function leave(request: FastifyRequest, reply: FastifyReply, site: Site): Promise<FastifyReply> {
  const token = readToken(request, site)
  if (token !== null) await closeSession(site.database, token).catch(() => {})
  return reply
    .clearCookie(cookieName(site), { path: '/', httpOnly: true, sameSite: 'lax', secure: site.isSecure })
    .header('Clear-Site-Data', '"cache", "storage"')
    .header('Referrer-Policy', 'no-referrer')
    .redirect(ELSEWHERE, 303)
}
