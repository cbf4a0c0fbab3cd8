import { WORKER_PICTURES } from '../../../domain/own/look.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { notFound } from '../../../web/route.ts'
import { paths } from '../own-pages.paths.ts'
import { addNight, endNight, findChildAtNight, type KnownNight, readNights } from '../people.store.ts'
import { NIGHT_PARTS, NIGHTS, readNightForm } from '../tonight.form.ts'

const USUAL: Record<string, string> = {
  fromTime: '21:00',
  toTime: '07:30',
  ...Object.fromEntries(NIGHTS.map((name) => [`night-${name}`, 'yes'])),
}
const UUID = /^[0-9a-f-]{36}$/

/** Who is there at night, kept by those who may know where the child lives; the child sees it at once. */
export async function showTonight(visit: Visit): Promise<Answer> {
  return show(visit)
}

export async function submitTonight(visit: Visit): Promise<Answer> {
  const { night, errors } = readNightForm(visit.form)
  if (errors.length > 0) return show(visit, errors)
  const childId = visit.params.id!
  const isDone = await visit.database.as(visit.actor, async (query) => {
    if ((await findChildAtNight(query, childId)) === null) return false
    await addNight(query, childId, night)
    await recordTrace(query, visit.actor, { event: 'who is there at night added', childId })
    return true
  })
  return isDone ? { redirect: paths.tonight(childId) } : notFound
}

export async function submitEndTonight(visit: Visit): Promise<Answer> {
  const { id: childId, nightId } = visit.params as { id: string; nightId: string }
  if (!UUID.test(nightId)) return notFound
  const isDone = await visit.database.as(visit.actor, async (query) => {
    if (!(await endNight(query, childId, nightId))) return false
    await recordTrace(query, visit.actor, { event: 'who is there at night ended', childId })
    return true
  })
  return isDone ? { redirect: paths.tonight(childId) } : notFound
}

async function show(visit: Visit, errors: { text: string; href: string }[] = []): Promise<Answer> {
  const childId = visit.params.id!
  const facts = await visit.database.as(visit.actor, async (query) => {
    const child = await findChildAtNight(query, childId)
    if (child === null) return null
    await recordTrace(query, visit.actor, { event: 'who is there at night read', childId })
    return { child, nights: await readNights(query, childId) }
  })
  if (facts === null) return notFound
  // A fresh page begins with what is usual: every night, from nine in the evening on.
  const isFresh = Object.keys(visit.form).length === 0
  const form = isFresh ? USUAL : visit.form
  const fault = (name: string) => errors.find(({ href }) => href === `#${name}`)
  return {
    template: 'features/own-pages/pages/tonight.njk',
    title: 'There at night',
    model: {
      sentence: `Say who is there for ${facts.child.name} at night.`,
      action: paths.tonight(childId),
      nights: facts.nights.map((night) => ({
        id: night.id,
        text: `${night.firstName}: ${sayPart(night)}, ${sayNights(night.nights)}, ${night.fromTime} to ${night.toTime}`,
      })),
      typed: {
        firstName: form.firstName ?? '',
        phone: form.phone ?? '',
        fromTime: form.fromTime ?? '',
        toTime: form.toTime ?? '',
      },
      faults: {
        firstName: fault('firstName'),
        phone: fault('phone'),
        fromTime: fault('fromTime'),
        toTime: fault('toTime'),
      },
      parts: NIGHT_PARTS.map(({ name, text }) => ({ value: name, text, selected: name === form.part })),
      days: NIGHTS.map((name) => ({ name, isTicked: form[`night-${name}`] === 'yes' })),
      pictures: WORKER_PICTURES.map(([value, text]) => ({ value, text, selected: value === form.picture })),
    },
    page: {
      isNarrow: true,
      back: { href: `/children/${childId}`, text: 'Their record' },
      ...(errors.length > 0 ? { errors } : {}),
    },
    ...(errors.length > 0 ? { status: 422 } : {}),
  }
}

function sayPart({ part }: KnownNight): string {
  return NIGHT_PARTS.find(({ name }) => name === part)!.text.toLowerCase()
}

function sayNights(nights: number[]): string {
  return nights.length === 7 ? 'every night' : nights.map((night) => NIGHTS[night - 1]).join(', ')
}
