import { listFilesOf } from '../../../shapes/file/file.store.ts'
import { listMissing } from '../../../shapes/voice/safe-door.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { readInboxRows } from '../../voices/index.ts'
import { addStep, findMessage, listMessages, listNotices, listSteps } from '../safe-door.store.ts'
import { sayDoor } from './door.presenter.ts'
import { presentDuty, presentMessage } from './duty.presenter.ts'

/** The sign on the door; what is about an adult is decided by the rows. */
function isReader(visit: Visit): boolean {
  return visit.can('duty:read') || visit.person.roles.includes('allegations_lead')
}

/** What waits, and whom the chain has reached. A colleague of the allegations chain comes here as well: for others it is not there. */
export async function showDuty(visit: Visit): Promise<Answer> {
  return visit.database.as(visit.actor, async (query) => {
    const messages = await listMessages(query)
    if (!isReader(visit) && messages.length === 0) return notFound
    const notices = await listNotices(query)
    const { rows: heard } = await readInboxRows(query, visit)
    return {
      template: 'features/safe-door/pages/duty.njk',
      title: 'Duty',
      model: {
        ...presentDuty(messages, notices, heard.length),
        heard,
        // Who answers for the door sees first whether it stands.
        door: visit.can('door:write')
          ? sayDoor(visit.council.isMadeUp, (await listMissing(query, visit.actor.authorityId)).length)
          : null,
      },
    }
  })
}

export async function showMessage(visit: Visit): Promise<Answer> {
  return show(visit, '', null)
}

/** A person opens it: from now on the sender can see that somebody has. */
export async function submitOpen(visit: Visit): Promise<Answer> {
  return visit.database.as(visit.actor, async (query) => {
    const message = await findMessage(query, visit.params.id!)
    if (message === null) return notFound
    if (message.openedAt === null) await addStep(query, message.id, 'opened', null)
    return { redirect: `/duty/${message.id}` }
  })
}

export async function submitStep(visit: Visit): Promise<Answer> {
  const kind = visit.form.kind === 'called' || visit.form.kind === 'done' ? visit.form.kind : null
  const words = (visit.form.words ?? '').trim()
  if (kind === null) return show(visit, words, { text: 'Say what it was: a call, or what was done.', href: '#kind' })
  if (words.length < 3)
    return show(visit, words, {
      text: 'Write what happened, in a few words, so that the next person knows.',
      href: '#words',
    })
  return visit.database.as(visit.actor, async (query) => {
    const message = await findMessage(query, visit.params.id!)
    if (message === null || message.openedAt === null) return notFound
    await addStep(query, message.id, kind, words)
    return { redirect: `/duty/${message.id}` }
  })
}

async function show(visit: Visit, typed: string, error: { text: string; href: string } | null): Promise<Answer> {
  return visit.database.as(visit.actor, async (query) => {
    const message = await findMessage(query, visit.params.id!)
    if (message === null) return notFound
    const isOpened = message.openedAt !== null
    const steps = await listSteps(query, message.id)
    const files = isOpened ? await listFilesOf(query, { kind: 'not safe', ref: message.id }) : []
    return {
      template: 'features/safe-door/pages/message.njk',
      title: 'Message',
      status: error ? 422 : 200,
      page: { isNarrow: true, back: { href: '/duty', text: 'Duty' }, ...(error ? { errors: [error] } : {}) },
      model: presentMessage(message, steps, files, { kind: visit.form.kind ?? '', words: typed, error }),
    }
  })
}
