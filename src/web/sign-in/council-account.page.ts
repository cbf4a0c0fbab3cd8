import type { FastifyReply, FastifyRequest } from 'fastify'
import { readToken } from '../request.ts'
import { findSession, forgetTries } from '../session.store.ts'
import type { Site } from '../site.ts'
import { isHeldBack, letIn } from './arrival.ts'
import { giveErrand, takeErrand } from './cookie.ts'
import { localPath } from './local-path.ts'
import { callbackAddress, type OpenId } from './open-id.ts'
import { sendMessage, sendPage } from './send.ts'
import {
  notFinished,
  notKnown,
  notSetUp,
  presentCouncilAccount,
  serviceAway,
  startedTooLongAgo,
} from './sign-in.presenter.ts'
import { findPersonOfIdentity, hasRoleToday, keepIdentity } from './sign-in.store.ts'

/** The door of a real council: its own sign-in service, or what must be set before there is one. */
export async function showCouncilAccount(
  request: FastifyRequest,
  reply: FastifyReply,
  site: Site,
  to: string,
): Promise<FastifyReply> {
  if (site.config.openId === null) return sendMessage(reply, site, notSetUp(callbackAddress(site.config.address)))
  const token = readToken(request, site)
  if (token !== null && (await findSession(site.database, token, site.today))) return reply.redirect(to, 303)
  return sendPage(reply, site, {
    template: 'council-account.njk',
    title: 'Sign in',
    isNarrow: true,
    model: presentCouncilAccount(site.council, to),
  })
}

export async function startAtCouncil(
  request: FastifyRequest,
  reply: FastifyReply,
  site: Site,
  openId: OpenId,
): Promise<FastifyReply> {
  if (await isHeldBack(request, reply, site)) return reply
  try {
    const { url, errand } = await openId.begin(localPath((request.query as Record<string, unknown>).to))
    giveErrand(reply, site, errand)
    return reply.redirect(url, 303)
  } catch (fault) {
    report('The council’s sign-in service', fault)
    return sendMessage(reply, site, serviceAway)
  }
}

export async function returnFromCouncil(
  request: FastifyRequest,
  reply: FastifyReply,
  site: Site,
  openId: OpenId,
): Promise<FastifyReply> {
  if (await isHeldBack(request, reply, site)) return reply
  const errand = takeErrand(request, reply, site)
  if (errand === null) return sendMessage(reply, site, startedTooLongAgo)
  const identity = await openId.finish(request.url, errand).catch((fault) => {
    report('A sign-in was not finished', fault)
    return null
  })
  if (identity === null) return sendMessage(reply, site, notFinished)

  const { database, council } = site
  const personId = await findPersonOfIdentity(database, council.authorityId, identity)
  if (personId === null || !(await hasRoleToday(database, council.authorityId, personId, site.today)))
    return sendMessage(reply, site, notKnown)
  await keepIdentity(database, council.authorityId, identity, personId)
  await letIn(request, reply, site, personId, 'council account')
  // A whole office shares one address: going out and coming back in are no try at guessing.
  await forgetTries(database, request.ip, 2)
  return reply.redirect(localPath(errand.to), 303)
}

/** For whoever looks after Kept: what was wrong, never a code or a token. */
function report(what: string, fault: unknown): void {
  const { message, code } = fault as { message?: string; code?: string }
  console.error(`${what}: ${[message, code].filter(Boolean).join(' ')}`)
}
