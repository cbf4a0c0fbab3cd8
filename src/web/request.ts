import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { filesFolder } from '../config.ts'
import { isNameRefused } from '../database/name-refused.ts'
import { sayDate } from '../domain/shared/calendar-date.ts'
import { readRunningForBanner } from '../shapes/person/pre-election.store.ts'
import { readYoungFrame, type YoungFrame } from '../shapes/voice/own-look.store.ts'
import { makePageModel } from './page-model.ts'
import type { Answer, Right, Route, SignedIn, UploadedFile, Visit } from './route.ts'
import { sendFile } from './send-file.ts'
import { findSession, formWord, isFormWord } from './session.store.ts'
import type { Site } from './site.ts'
import { withoutNul } from './without-nul.ts'

/** All files of one form together: several years' returns, many times over. */
const MOST_BYTES = 120 * 1024 * 1024

/** `__Host-` needs https; the embedded default is plain http on one computer, so its cookie has a name of its own. */
export function cookieName(site: Site): string {
  return site.isSecure ? '__Host-kept' : 'kept_session'
}

export function readToken(request: FastifyRequest, site: Site): string | null {
  return request.cookies[cookieName(site)] ?? null
}

/** Puts every route of the table behind sign-in, its right, and the form's word. */
export function addRoutes(app: FastifyInstance, site: Site, routes: Route[]): void {
  for (const route of routes) {
    app.route({
      method: route.method,
      url: route.path,
      handler: async (request, reply) => {
        const token = readToken(request, site)
        const person = token === null ? null : await findSession(site.database, token, site.today)
        if (token === null || person === null) return reply.redirect(signInPath(request), 303)
        if (route.needs !== null && !person.rights.has(route.needs))
          return sendNotFound(reply, site, request, person, token)
        const { form, files } = route.method === 'POST' ? await readForm(request) : { form: {}, files: [] }
        if (route.method === 'POST' && !isFormWord(token, form._csrf))
          return sendExpiredForm(reply, site, request, person, token)
        const visit: Visit = {
          database: site.database,
          council: site.council,
          today: site.currentDay(),
          person,
          actor: person.actor,
          params: request.params as Record<string, string>,
          query: onlyText(request.query),
          form,
          files,
          filesFolder: filesFolder(site.config),
          address: site.config.address,
          can: (right: Right) => person.rights.has(right),
        }
        const answer = await handle(route, visit)
        if (!('file' in answer)) return sendAnswer(reply, site, request, person, token, answer)
        if (await sendFile(reply, answer.file, request.headers.range)) return reply
        return sendNotFound(reply, site, request, person, token)
      },
    })
  }
}

/** A young person's name that the database refused, where the page did not say so itself: nothing typed is lost (rule 35). */
async function handle(route: Route, visit: Visit): Promise<Answer> {
  try {
    return await route.handle(visit)
  } catch (error) {
    if (!isNameRefused(error)) throw error
    return {
      template: 'web/name-refused.njk',
      title: 'A name stands in it',
      status: 422,
      model: { typed: Object.values(visit.form).filter((text) => text.trim().includes(' ')) },
      page: { isNarrow: true },
    }
  }
}

function signInPath(request: FastifyRequest): string {
  return request.method === 'GET' && request.url !== '/' ? `/sign-in?to=${encodeURIComponent(request.url)}` : '/sign-in'
}

async function readForm(request: FastifyRequest): Promise<{ form: Record<string, string>; files: UploadedFile[] }> {
  if (!request.isMultipart()) return { form: onlyText(request.body), files: [] }
  const form: Record<string, string> = {}
  const files: UploadedFile[] = []
  let total = 0
  for await (const part of request.parts()) {
    if (part.type === 'field') form[part.fieldname] = withoutNul(String(part.value))
    else {
      const bytes = await part.toBuffer()
      total += bytes.length
      if (total > MOST_BYTES) throw Object.assign(new Error('too much at once'), { statusCode: 413 })
      if (part.filename !== '') files.push({ name: part.filename, bytes })
    }
  }
  return { form, files }
}

/** A field given twice keeps its last value; what is not text is left out. */
function onlyText(fields: unknown): Record<string, string> {
  const entries = Object.entries((fields ?? {}) as Record<string, unknown>)
  return Object.fromEntries(
    entries
      .map(([key, value]) => [key, Array.isArray(value) ? value.at(-1) : value])
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

async function sendAnswer(
  reply: FastifyReply,
  site: Site,
  request: FastifyRequest,
  person: SignedIn,
  token: string,
  answer: Exclude<Answer, { file: unknown }>,
): Promise<FastifyReply> {
  if ('redirect' in answer) return reply.redirect(answer.redirect, 303)
  if ('notFound' in answer) return sendNotFound(reply, site, request, person, token)
  if ('download' in answer) {
    const { name, type, body } = answer.download
    return reply.type(type).header('Content-Disposition', `attachment; filename="${name}"`).send(body)
  }
  const page = makePageModel({
    title: answer.title,
    path: request.url.split('?')[0]!,
    council: site.council,
    person,
    csrf: formWord(token),
    asset: site.asset,
    extras: answer.page ?? {},
    young: await readFrame(site, person),
    preElection: await sayPreElection(site, person),
  })
  return reply
    .status(answer.status ?? 200)
    .type('text/html; charset=utf-8')
    .send(site.renderer.render(answer.template, { page, ...answer.model }))
}

/** Whose frame a page wears that no route answers: a young person's own, where one is signed in. A fault here is no second fault. */
export async function readFrameOf(request: FastifyRequest, site: Site): Promise<YoungFrame | null> {
  const token = readToken(request, site)
  if (token === null) return null
  try {
    const person = await findSession(site.database, token, site.today)
    return person === null ? null : await readFrame(site, person)
  } catch {
    return null
  }
}

/** Every page that a young person sees is theirs, the one for a wrong address too. */
async function readFrame(site: Site, person: SignedIn): Promise<YoungFrame | null> {
  if (!isYoung(person)) return null
  return site.database.as(person.actor, (query) => readYoungFrame(query, site.currentDay()))
}

/** What everybody who works here has to know before anything is published (rule 36). */
async function sayPreElection(site: Site, person: SignedIn): Promise<string | null> {
  if (isYoung(person)) return null
  const { database, council } = site
  const running = await readRunningForBanner({ database, council, today: site.currentDay() })
  return (
    running &&
    `Before the election, until ${sayDate(running.endsOn)}: publish no member’s name or picture, and no new claim.`
  )
}

export function isYoung(person: SignedIn): boolean {
  return person.roles.includes('child') || person.roles.includes('young_adult')
}

function sendNotFound(
  reply: FastifyReply,
  site: Site,
  request: FastifyRequest,
  person: SignedIn,
  token: string,
): Promise<FastifyReply> {
  return sendAnswer(reply, site, request, person, token, {
    template: 'web/not-found.njk',
    title: 'Page not found',
    model: {},
    status: 404,
  })
}

function sendExpiredForm(
  reply: FastifyReply,
  site: Site,
  request: FastifyRequest,
  person: SignedIn,
  token: string,
): Promise<FastifyReply> {
  return sendAnswer(reply, site, request, person, token, {
    template: 'web/expired-form.njk',
    title: 'Send it once more',
    model: {},
    status: 403,
  })
}
