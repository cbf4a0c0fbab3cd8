import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { type Config, readConfig } from '../../src/config.ts'
import { addErrorPages } from '../../src/web/error-page.ts'
import { inlineScriptHash } from '../../src/web/render/inline-script-hash.ts'
import { createRenderer } from '../../src/web/render/nunjucks.ts'
import { addRoutes } from '../../src/web/request.ts'
import { addSecurityHeaders } from '../../src/web/security.ts'
import { addSignIn } from '../../src/web/sign-in/sign-in.routes.ts'
import type { Site } from '../../src/web/site.ts'
import { type TestCouncil, TODAY } from './council.ts'

const asset = { css: '/assets/a.css', js: '/assets/a.js', favicon: '/assets/a.svg', font: '/assets/a.woff2' }

/** The door alone, with one page behind it that says who is signed in: what stands in front of every page of Kept. */
export async function makeSignInSite(
  { database, council }: TestCouncil,
  settings: { address?: string; openId?: Config['openId'] } = {},
): Promise<FastifyInstance> {
  const config = {
    ...readConfig({}),
    address: settings.address ?? 'http://localhost:3000',
    openId: settings.openId ?? null,
  }
  const isSecure = config.address.startsWith('https:')
  const renderer = createRenderer({ isStrict: true })
  const site: Site = { config, database, council, today: TODAY, currentDay: () => TODAY, renderer, isSecure, asset }
  const app = fastify({ trustProxy: 'loopback' })
  addSecurityHeaders(app, { inlineScriptHash: inlineScriptHash(), isSecure })
  await app.register(cookie)
  await app.register(formbody)
  await app.register(multipart)
  addErrorPages(app, site)
  await addSignIn(app, site)
  const handle = async ({ person }: { person: { name: string } }) => ({
    download: { name: 'me.txt', type: 'text/plain', body: person.name },
  })
  addRoutes(app, site, [
    { method: 'GET', path: '/', needs: null, trace: null, handle },
    { method: 'POST', path: '/', needs: null, trace: null, handle },
  ])
  return app
}

/** Puts people on the made-up council's picker, in this order. */
export async function addPicks(
  { database, council }: TestCouncil,
  picks: [personId: string, label: string][],
): Promise<void> {
  await database.asOwner(async (query) => {
    for (const [index, [personId, label]] of picks.entries()) {
      await sql`insert into picker_entry (authority_id, position, person_id, label, sentence)
        values (${council.authorityId}, ${index + 1}, ${personId}, ${label}, 'Is made up.')`.execute(query)
    }
  })
}

/** A browser as far as signing in needs one: it keeps cookies, and follows nothing by itself. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  readonly app: FastifyInstance
  readonly headers: Record<string, string>
  constructor(app: FastifyInstance, headers: Record<string, string> = {}) {
    this.app = app
    this.headers = headers
  }

  get(url: string) {
    return this.#send({ method: 'GET', url })
  }

  post(url: string, form: Record<string, string>, headers: Record<string, string> = {}) {
    return this.#send({
      method: 'POST',
      url,
      payload: new URLSearchParams(form).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    })
  }

  /** Opens the picker and returns the hidden fields of its form. */
  async openPicker(to = ''): Promise<Record<string, string>> {
    const { body } = await this.get(`/sign-in${to && `?to=${encodeURIComponent(to)}`}`)
    const fields = body.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)
    return Object.fromEntries([...fields].map(([, name, value]) => [name!, value!.replaceAll('&amp;', '&')]))
  }

  async pick(personId: string, to = '') {
    return this.post('/sign-in/pick', { ...(await this.openPicker(to)), person: personId })
  }

  async #send(request: { method: 'GET' | 'POST'; url: string; payload?: string; headers?: Record<string, string> }) {
    const cookies = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await this.app.inject({
      ...request,
      headers: { ...this.headers, ...request.headers, ...(cookies ? { cookie: cookies } : {}) },
    })
    for (const { name, value } of answer.cookies) {
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return answer
  }
}
