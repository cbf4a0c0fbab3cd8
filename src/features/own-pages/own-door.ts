import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isKeyTooPlain, KEY_LENGTH, readCode, readDoorWord, readPictures } from '../../domain/own/picture-key.ts'
import { readDoorOutside } from '../../shapes/voice/door.store.ts'
import { makePageModel } from '../../web/page-model.ts'
import { forgetTries, formWord, isTriedTooOften } from '../../web/session.store.ts'
import { letIn, MOST_TRIES } from '../../web/sign-in/arrival.ts'
import { giveTicket, giveVisitor, readTicket, readVisitor, takeTicket } from '../../web/sign-in/cookie.ts'
import { isOurForm } from '../../web/sign-in/picker.page.ts'
import type { Site } from '../../web/site.ts'
import { keepOwnKey, openOwnKey, useHelperCode } from './own-key.store.ts'
import { type OwnDoorPage, presentEnter, presentPad, presentShut } from './pages/own-door.presenter.ts'

type Form = Record<string, string | undefined>

/** The ways in for young people: no sign-in is needed to come here, and everything works without scripts. */
export function addOwnDoor(app: FastifyInstance, site: Site): void {
  const at = (path: string, act: (step: Step) => Promise<FastifyReply>) =>
    app.post(path, async (request, reply) => {
      const step = await beginStep(request, reply, site)
      if (!step.isOpen) return step.send(presentShut())
      if (!isOurForm(request, site, step.form._csrf))
        return step.send(presentEnter({ doorWord: '', isWrong: true }), 403)
      if (await isTriedTooOften(site.database, request.ip, MOST_TRIES)) return step.send(presentShut('wait'), 429)
      return act(step)
    })

  app.get('/in', async (request, reply) => {
    const step = await beginStep(request, reply, site)
    return step.send(step.isOpen ? presentEnter({ doorWord: '', isWrong: false }) : presentShut())
  })
  at('/in/pictures', tryPictures)
  at('/in/code', tryCode)
  at('/in/key', setKey)
}

interface Step {
  request: FastifyRequest
  reply: FastifyReply
  site: Site
  form: Form
  isOpen: boolean
  /** Takes this try back: it was right, or only one of four presses. */
  forgive: () => Promise<void>
  send: (page: OwnDoorPage, status?: number) => FastifyReply
}

/** Four presses, one page each, then the key is tried. */
async function tryPictures(step: Step): Promise<FastifyReply> {
  const { form, site, request, reply } = step
  const doorWord = readDoorWord(form.name ?? '')
  const chosen = readPictures(`${form.chosen ?? ''} ${form.picture ?? ''}`)
  if (doorWord === null || chosen === null)
    return step.send(presentEnter({ doorWord: form.name ?? '', isWrong: true }), 422)
  if (chosen.length < KEY_LENGTH) {
    await step.forgive()
    return step.send(presentPad({ purpose: 'try', doorWord, chosen }))
  }
  const personId = await openOwnKey(site.database, site.council.authorityId, doorWord, chosen)
  if (personId === null) return step.send(presentEnter({ doorWord, isWrong: true }), 422)
  await letIn(request, reply, site, personId, 'pictures')
  await step.forgive()
  return reply.redirect('/', 303)
}

async function tryCode(step: Step): Promise<FastifyReply> {
  const { form, site, reply } = step
  const doorWord = readDoorWord(form.name ?? '')
  const code = readCode(form.code ?? '')
  const ticket =
    doorWord === null || code === null
      ? null
      : await useHelperCode(site.database, site.council.authorityId, doorWord, code)
  if (ticket === null) return step.send(presentEnter({ doorWord: form.name ?? '', isWrong: true, isCode: true }), 422)
  await step.forgive()
  giveTicket(reply, site, ticket)
  return step.send(presentPad({ purpose: 'set', doorWord: doorWord!, chosen: [] }))
}

/** Chooses four pictures, shows them once to be remembered, and keeps them. */
async function setKey(step: Step): Promise<FastifyReply> {
  const { form, request, reply, site } = step
  const ticket = readTicket(request, site)
  const doorWord = readDoorWord(form.name ?? '')
  const chosen = readPictures(`${form.chosen ?? ''} ${form.picture ?? ''}`)
  if (ticket === null || doorWord === null || chosen === null)
    return step.send(presentEnter({ doorWord: form.name ?? '', isWrong: true, isCode: true }), 422)
  await step.forgive()
  if (chosen.length === KEY_LENGTH && isKeyTooPlain(chosen))
    return step.send(presentPad({ purpose: 'set', doorWord, chosen: [], isTooPlain: true }), 422)
  if (chosen.length < KEY_LENGTH || form.keep !== '1')
    return step.send(presentPad({ purpose: 'set', doorWord, chosen }))
  const kept = await keepOwnKey(site.database, site.council.authorityId, ticket, chosen, site.today)
  takeTicket(reply, site)
  if (kept === null) return step.send(presentEnter({ doorWord, isWrong: true, isCode: true }), 422)
  await letIn(request, reply, site, kept.personId, 'helper code')
  return reply.redirect('/', 303)
}

async function beginStep(request: FastifyRequest, reply: FastifyReply, site: Site): Promise<Step> {
  const door = await site.database.atDoor((query) => readDoorOutside(query, site.council.authorityId))
  const visitor = readVisitor(request, site) ?? randomBytes(32).toString('base64url')
  giveVisitor(reply, site, visitor)
  const young = {
    door: { name: door.name, picture: door.picture },
    level: 'to 11' as const,
    picture: door.picture,
    palette: 'plum' as const,
    isEasyRead: false,
    isShort: false,
  }
  return {
    request,
    reply,
    site,
    form: (request.body ?? {}) as Form,
    isOpen: door.isOpen,
    forgive: () => forgetTries(site.database, request.ip, 1),
    send: ({ template, title, model, errors }, status = 200) => {
      const page = makePageModel({
        title,
        path: '/in',
        council: site.council,
        person: null,
        csrf: formWord(visitor),
        asset: site.asset,
        extras: errors ? { errors } : {},
        young,
      })
      const html = site.renderer.render(`features/own-pages/pages/${template}`, { page, ...model })
      return reply.status(status).type('text/html; charset=utf-8').send(html)
    },
  }
}
