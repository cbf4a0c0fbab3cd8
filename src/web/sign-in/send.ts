import type { FastifyReply } from 'fastify'
import { makePageModel } from '../page-model.ts'
import { isPublicPageOpen, type Site } from '../site.ts'
import type { Message } from './sign-in.presenter.ts'

/** A page for somebody who is nobody yet: no ways on, no sign-out. */
export function sendPage(
  reply: FastifyReply,
  site: Site,
  page: { template: string; title: string; model: object; status?: number; isNarrow?: boolean },
): FastifyReply {
  const frame = makePageModel({
    title: page.title,
    path: '/sign-in',
    council: site.council,
    person: null,
    csrf: null,
    asset: site.asset,
    extras: { isNarrow: page.isNarrow ?? false },
  })
  const publicHref = isPublicPageOpen(site) ? '/open' : null
  return reply
    .status(page.status ?? 200)
    .type('text/html; charset=utf-8')
    .send(site.renderer.render(`web/sign-in/${page.template}`, { page: frame, publicHref, ...page.model }))
}

export function sendMessage(reply: FastifyReply, site: Site, message: Message): FastifyReply {
  return sendPage(reply, site, {
    template: 'message.njk',
    title: message.title,
    model: message,
    status: message.status,
    isNarrow: message.settings === undefined,
  })
}
