import type {} from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { cookieName } from '../request.ts'
import type { Site } from '../site.ts'

/** Never readable by scripts; sent along when somebody follows a link to us, never with another site's form. */
function flags(site: Site) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: site.isSecure } as const
}

/** Like the session's, a name that another host of the council's domain cannot set. */
function nameOf(site: Site, name: string): string {
  return site.isSecure ? `__Host-${name}` : name
}

export function giveSession(reply: FastifyReply, site: Site, token: string): void {
  reply.setCookie(cookieName(site), token, flags(site))
}

export function takeSession(reply: FastifyReply, site: Site): void {
  reply.clearCookie(cookieName(site), flags(site))
}

/** What a browser holds before anybody has signed in, so that the picker's form can be known for ours. */
export function readVisitor(request: FastifyRequest, site: Site): string | null {
  const visitor = request.cookies[nameOf(site, 'kept_visitor')] ?? ''
  return /^[\w-]{43}$/.test(visitor) ? visitor : null
}

export function giveVisitor(reply: FastifyReply, site: Site, visitor: string): void {
  reply.setCookie(nameOf(site, 'kept_visitor'), visitor, flags(site))
}

/** What must come back unchanged from the council's sign-in service: for this browser, once, within ten minutes. */
export interface Errand {
  state: string
  nonce: string
  verifier: string
  to: string
}

const errandShape = z.object({
  state: z.string().min(1),
  nonce: z.string().min(1),
  verifier: z.string().min(1),
  to: z.string(),
})

export function giveErrand(reply: FastifyReply, site: Site, errand: Errand): void {
  const text = Buffer.from(JSON.stringify(errand)).toString('base64url')
  reply.setCookie(nameOf(site, 'kept_errand'), text, { ...flags(site), maxAge: 600 })
}

/** Reads the errand and takes it from the browser: it serves once. */
export function takeErrand(request: FastifyRequest, reply: FastifyReply, site: Site): Errand | null {
  const text = request.cookies[nameOf(site, 'kept_errand')]
  reply.clearCookie(nameOf(site, 'kept_errand'), flags(site))
  try {
    return errandShape.parse(JSON.parse(Buffer.from(text ?? '', 'base64url').toString()))
  } catch {
    return null
  }
}

/** What a helper's code gave: the right to set one key, in this browser, for a quarter of an hour. */
export function giveTicket(reply: FastifyReply, site: Site, ticket: string): void {
  reply.setCookie(nameOf(site, 'own_ticket'), ticket, { ...flags(site), maxAge: 900 })
}

export function readTicket(request: FastifyRequest, site: Site): string | null {
  const ticket = request.cookies[nameOf(site, 'own_ticket')] ?? ''
  return /^[\w-]{43}$/.test(ticket) ? ticket : null
}

export function takeTicket(reply: FastifyReply, site: Site): void {
  reply.clearCookie(nameOf(site, 'own_ticket'), flags(site))
}
