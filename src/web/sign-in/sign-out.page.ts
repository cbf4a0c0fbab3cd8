import type { FastifyReply, FastifyRequest } from 'fastify'
import { recordTrace } from '../../shapes/person/access-trace.store.ts'
import { isYoung, readToken } from '../request.ts'
import { closeSession, findSession, isFormWord } from '../session.store.ts'
import type { Site } from '../site.ts'
import { takeSession } from './cookie.ts'
import { sendMessage } from './send.ts'
import { sendOnceMore } from './sign-in.presenter.ts'

/** Ends the session in the database, so that a copied cookie is worth nothing, and empties what the browser keeps of us. */
export async function submitSignOut(request: FastifyRequest, reply: FastifyReply, site: Site): Promise<FastifyReply> {
  const token = readToken(request, site)
  const person = token === null ? null : await findSession(site.database, token, site.today)
  if (token !== null && person !== null) {
    const { _csrf: word } = (request.body ?? {}) as Record<string, unknown>
    if (typeof word !== 'string' || !isFormWord(token, word)) return sendMessage(reply, site, sendOnceMore)
    await closeSession(site.database, token)
    await site.database.as(person.actor, (query) => recordTrace(query, person.actor, { event: 'signed out' }))
  }
  takeSession(reply, site)
  return reply
    .header('Clear-Site-Data', '"cache", "storage"')
    .redirect(person !== null && isYoung(person) ? '/in' : '/sign-in', 303)
}
