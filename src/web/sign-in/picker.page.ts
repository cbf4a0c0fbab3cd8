import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { forgetTries, formWord, isFormWord } from '../session.store.ts'
import type { Site } from '../site.ts'
import { isHeldBack, letIn } from './arrival.ts'
import { giveVisitor, readVisitor } from './cookie.ts'
import { localPath } from './local-path.ts'
import { sendMessage, sendPage } from './send.ts'
import { formRefused, notKnown, pickRefused, presentPicker } from './sign-in.presenter.ts'
import { hasRoleToday, readPicks } from './sign-in.store.ts'

/** The people of a made-up council, to be one of them. */
export async function showPicker(
  request: FastifyRequest,
  reply: FastifyReply,
  site: Site,
  to: string,
): Promise<FastifyReply> {
  const visitor = readVisitor(request, site) ?? randomBytes(32).toString('base64url')
  giveVisitor(reply, site, visitor)
  const picks = await readPicks(site.database, site.council.authorityId)
  const model = {
    ...presentPicker(site.council, picks),
    to,
    word: formWord(visitor),
    accountHref: site.config.openId === null ? null : '/sign-in/start',
  }
  return sendPage(reply, site, { template: 'sign-in.njk', title: 'Choose who to be', model })
}

/** Refused beside real data three times: here, by the database (which offers nobody), and by the table's own trigger. */
export async function submitPick(request: FastifyRequest, reply: FastifyReply, site: Site): Promise<FastifyReply> {
  if (!site.council.isMadeUp) {
    reply.callNotFound()
    return reply
  }
  if (await isHeldBack(request, reply, site)) return reply
  const form = (request.body ?? {}) as Record<string, unknown>
  if (!isOurForm(request, site, form._csrf)) return sendMessage(reply, site, formRefused)
  const picks = await readPicks(site.database, site.council.authorityId)
  const pick = picks.find(({ personId }) => personId === form.person)
  if (!pick) return sendMessage(reply, site, pickRefused)
  if (!(await hasRoleToday(site.database, site.council.authorityId, pick.personId, site.today)))
    return sendMessage(reply, site, notKnown)
  await letIn(request, reply, site, pick.personId, 'picker')
  // A choice that was right is not a try: a class or a journey may come from one address.
  await forgetTries(site.database, request.ip, 1)
  return reply.redirect(localPath(form.to), 303)
}

/** Nobody is signed in, so the word is tied to a visitor's cookie; a browser that says the form is another site's is believed. */
export function isOurForm(request: FastifyRequest, site: Site, word: unknown): boolean {
  const from = request.headers['sec-fetch-site']
  if (from !== undefined && from !== 'same-origin' && from !== 'none') return false
  const visitor = readVisitor(request, site)
  return visitor !== null && typeof word === 'string' && isFormWord(visitor, word)
}
