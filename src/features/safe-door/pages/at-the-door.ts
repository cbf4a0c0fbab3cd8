import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { filesFolder } from '../../../config.ts'
import { STARTING_LOOK } from '../../../domain/own/look.ts'
import { keepFile } from '../../../shapes/file/file.store.ts'
import { systemActor } from '../../../shapes/person/council.store.ts'
import { isDoorOpen, readDoorOutside } from '../../../shapes/voice/door.store.ts'
import { readYoungFrame, type YoungFrame } from '../../../shapes/voice/own-look.store.ts'
import { readNightNumber, readSeen, sendNotSafe } from '../../../shapes/voice/safe-door.store.ts'
import { makePageModel } from '../../../web/page-model.ts'
import { isYoung, readToken } from '../../../web/request.ts'
import type { SignedIn } from '../../../web/route.ts'
import { findSession, formWord, isFormWord, isTriedTooOften } from '../../../web/session.store.ts'
import type { Site } from '../../../web/site.ts'
import { type NotSafeForm, readNotSafe } from '../not-safe.form.ts'
import { readAnything } from '../read-anything.ts'
import { listMyAdults } from '../safe-door.store.ts'
import { senderWord } from '../sender-word.ts'
import { presentNumbers, presentSeen } from './not-safe.presenter.ts'

/** From one address in ten minutes. More is kept and read all the same; it brings no pictures and rings nobody anew. */
const MOST_MESSAGES = 20
const MOST_ASKS = 60

/** Who is here: a child who is signed in, or nobody. Staff count as nobody: the page is not about them. */
interface Caller {
  child: SignedIn | null
  token: string | null
}

async function findCaller(request: FastifyRequest, site: Site): Promise<Caller> {
  const token = readToken(request, site)
  const person = token === null ? null : await findSession(site.database, token, site.today)
  return person !== null && isYoung(person) ? { child: person, token } : { child: null, token: null }
}

export async function showNotSafe(request: FastifyRequest, reply: FastifyReply, site: Site): Promise<FastifyReply> {
  return sendForm(reply, site, await findCaller(request, site), randomUUID(), {}, null)
}

export async function submitNotSafe(request: FastifyRequest, reply: FastifyReply, site: Site): Promise<FastifyReply> {
  const { form, files, isPictureLost } = await readAnything(request)
  const sent = readNotSafe(form, files, randomUUID)
  let caller: Caller = { child: null, token: null }
  try {
    const found = await findCaller(request, site)
    // A form without its word is kept, but not believed to be the child's who is signed in.
    if (found.token !== null && isFormWord(found.token, form._csrf)) caller = found
    if (!(await isOpen(site))) return await sendForm(reply, site, caller, sent.id, form, null)
    const isHeld = await isTriedTooOften(site.database, `not safe ${request.ip}`, MOST_MESSAGES)
    const isNew = await keepMessage(site, caller, sent, isHeld)
    const hasPicture = isNew && !isHeld && sent.picture !== null
    const isLost =
      isPictureLost || (sent.picture !== null && isHeld) || (hasPicture && !(await keepPicture(site, sent)))
    return await sendSent(reply, site, caller, {
      sentence: 'Your message is with the people on duty.',
      lines: [
        ...(isLost ? ['Your words arrived. The picture did not.'] : []),
        'Are you in danger? Do not wait for an answer. Call one of the numbers.',
      ],
      word: senderWord(sent.id),
    })
  } catch (fault) {
    console.error(`A message at the safe door could not be kept: ${(fault as Error).message}`)
    const trouble = 'Your message could not be sent. Please call one of these numbers now, or try once more.'
    return sendForm(reply.status(503), site, { child: null, token: null }, sent.id, form, trouble)
  }
}

/** By the word, or for the child who is signed in. Nothing is shown but times. */
export async function showOpened(request: FastifyRequest, reply: FastifyReply, site: Site): Promise<FastifyReply> {
  const caller = await findCaller(request, site)
  const { authorityId } = site.council
  const { word } = ((request.method === 'POST' ? request.body : null) ?? {}) as { word?: unknown }
  if (typeof word === 'string' && word.trim() !== '') {
    const lines = ['Wait ten minutes, then look again. Or call one of the numbers.']
    if (await isTriedTooOften(site.database, `not safe word ${request.ip}`, MOST_ASKS))
      return sendSent(reply.status(429), site, caller, {
        sentence: 'Somebody looked here very often.',
        lines,
        word: '',
      })
    const seen = await site.database.atDoor((query) => readSeen(query, authorityId, { word: word.slice(0, 100) }))
    return sendSent(reply, site, caller, {
      ...presentSeen(seen),
      word: seen.length > 0 ? word : '',
      isAsking: seen.length === 0,
    })
  }
  const childId = caller.child?.actor.personId
  const seen = childId ? await site.database.atDoor((query) => readSeen(query, authorityId, { childId })) : []
  return seen.length > 0
    ? sendSent(reply, site, caller, { ...presentSeen(seen), word: '' })
    : sendSent(reply, site, caller, { sentence: 'Has a person opened it?', lines: [], word: '', isAsking: true })
}

async function isOpen(site: Site): Promise<boolean> {
  return site.database.atDoor((query) => isDoorOpen(query))
}

async function keepMessage(site: Site, { child }: Caller, sent: NotSafeForm, isOneOfMany: boolean): Promise<boolean> {
  const adults = child ? await site.database.as(child.actor, listMyAdults) : []
  return site.database.atDoor((query) =>
    sendNotSafe(query, site.council.authorityId, {
      ...sent,
      childId: child?.actor.personId ?? null,
      name: sent.name ?? child?.name ?? null,
      adultId: adults.some(({ id }) => id === sent.adultId) ? sent.adultId : null,
      word: senderWord(sent.id),
      isOneOfMany,
      isTest: false,
    }),
  )
}

/** False where it is no picture that we can keep. The words are kept already. */
async function keepPicture(site: Site, { id, picture }: NotSafeForm): Promise<boolean> {
  const actor = systemActor(site.council)
  const kept = await keepFile(site.database, actor, filesFolder(site.config), picture!, {
    kind: 'not safe',
    ref: id,
  }).catch((fault: Error) => ({ problem: fault.message }))
  return 'id' in kept
}

async function sendForm(
  reply: FastifyReply,
  site: Site,
  caller: Caller,
  messageId: string,
  form: Record<string, string>,
  trouble: string | null,
): Promise<FastifyReply> {
  const door = trouble === null ? await isOpen(site) : true
  const adults = caller.child ? await site.database.as(caller.child.actor, listMyAdults).catch(() => []) : []
  return sendYoung(reply, site, caller, 'not-safe.njk', {
    sentence: 'You are not on your own. Get help now.',
    trouble,
    isOpen: door,
    whoReads:
      'A duty social worker reads it as soon as they can. If you or somebody else could be hurt, they tell the people who can keep you safe.',
    messageId,
    isKnown: caller.child !== null,
    adults,
    typed: {
      words: form.words ?? '',
      name: form.name ?? '',
      how: form.how ?? '',
      isNotReach: form.reach === 'no',
      isAboutAdult: form.about === 'adult',
      adult: form.adult ?? '',
      who: form.who ?? '',
    },
  })
}

function sendSent(
  reply: FastifyReply,
  site: Site,
  caller: Caller,
  model: { sentence: string; lines: string[]; word: string; isAsking?: boolean },
): Promise<FastifyReply> {
  return sendYoung(reply, site, caller, 'sent.njk', { isAsking: false, ...model })
}

/** The numbers never depend on anything that could fail with the rest. */
async function sendYoung(
  reply: FastifyReply,
  site: Site,
  { child, token }: Caller,
  template: string,
  model: object,
): Promise<FastifyReply> {
  const nightNumber = await site.database
    .atDoor((query) => readNightNumber(query, site.council.authorityId))
    .catch(() => null)
  const page = makePageModel({
    title: 'Help',
    path: '/not-safe',
    council: site.council,
    person: child,
    csrf: token === null ? null : formWord(token),
    asset: site.asset,
    extras: {},
    young: await readFrame(site, child),
  })
  const numbers = presentNumbers({ councilName: site.council.name, nightNumber })
  return reply
    .type('text/html; charset=utf-8')
    .send(site.renderer.render(`features/safe-door/pages/${template}`, { page, numbers, ...model }))
}

async function readFrame(site: Site, child: SignedIn | null): Promise<YoungFrame> {
  const plain: YoungFrame = { ...STARTING_LOOK, door: { name: 'Home', picture: 'door' }, level: '12 to 15' }
  try {
    if (child) return await site.database.as(child.actor, (query) => readYoungFrame(query, site.currentDay()))
    const door = await site.database.atDoor((query) => readDoorOutside(query, site.council.authorityId))
    return { ...plain, door: { name: door.name, picture: door.picture } }
  } catch {
    return plain
  }
}
