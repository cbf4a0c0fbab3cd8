import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../database/database.ts'
import { recordTrace } from '../../shapes/person/access-trace.store.ts'
import { readToken } from '../request.ts'
import { closeSession, isTriedTooOften, openSession } from '../session.store.ts'
import type { Site } from '../site.ts'
import { giveSession } from './cookie.ts'
import { sendMessage } from './send.ts'
import { triedTooOften } from './sign-in.presenter.ts'

/** In ten minutes, from one address. */
export const MOST_TRIES = 30

/** Signs a person in: the trace first, then a token that nobody held before; the browser's old session ends. */
export async function letIn(
  request: FastifyRequest,
  reply: FastifyReply,
  site: Site,
  personId: string,
  by: string,
): Promise<void> {
  const actor: Actor = { authorityId: site.council.authorityId, personId, ...(site.today ? { today: site.today } : {}) }
  await site.database.as(actor, (query) => recordTrace(query, actor, { event: 'signed in', detail: { by } }))
  const old = readToken(request, site)
  if (old !== null) await closeSession(site.database, old)
  giveSession(reply, site, await openSession(site.database, actor.authorityId, personId))
}

/** Counts the try; where there were too many, answers with a page in words and returns true. */
export async function isHeldBack(request: FastifyRequest, reply: FastifyReply, site: Site): Promise<boolean> {
  if (!(await isTriedTooOften(site.database, request.ip, MOST_TRIES))) return false
  sendMessage(reply.header('Retry-After', '600'), site, triedTooOften)
  return true
}
