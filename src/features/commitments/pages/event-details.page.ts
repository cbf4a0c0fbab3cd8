import type { Query } from '../../../database/database.ts'
import { readGuests } from '../../../domain/commitments/read-guests.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { findPlan } from '../../../shapes/plan/plan.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { commitmentPaths } from '../commitments.paths.ts'
import { checkEvent, type EventForm, type EventTyped } from '../event.form.ts'
import { addEvent, type CommitmentEvent, changeEvent, inviteGuests, listEvents } from '../event.store.ts'
import { presentEventDetails } from './event-details.presenter.ts'

/** A new event, with those invited who answer for commitments today. */
export async function showNewEvent(visit: Visit): Promise<Answer> {
  const items = await visit.database.as(visit.actor, listItems)
  const guests = [...new Set(items.flatMap(({ owners }) => owners))].join('\n')
  return show({ kind: 'update', title: '', heldOn: '', place: '', guests }, [], null)
}

export async function submitNewEvent(visit: Visit): Promise<Answer> {
  const form = checkEvent(visit.form, visit.today)
  if (!form.isGood) return show(form.typed, form.errors, null)
  const id = await visit.database.as(visit.actor, async (query) => {
    const made = await addEvent(query, visit.actor, form.value)
    await inviteGuests(query, visit.actor, made, readGuests(form.typed.guests, await listItems(query)))
    await recordTrace(query, visit.actor, { event: 'commitment event made', detail: { event: made } })
    return made
  })
  return { redirect: `${commitmentPaths.event(id)}?done=made` }
}

export async function showChangeEvent(visit: Visit): Promise<Answer> {
  const event = await find(visit)
  if (event === null) return notFound
  return show({ ...event, place: event.place ?? '', guests: '' }, [], event)
}

/** Another day, place or title, and more guests. What it is stays: a launch does not become something else. */
export async function submitChangeEvent(visit: Visit): Promise<Answer> {
  const event = await find(visit)
  if (event === null) return notFound
  const form = checkEvent({ ...visit.form, kind: event.kind }, visit.today)
  if (!form.isGood) return show(form.typed, form.errors, event)
  await visit.database.as(visit.actor, async (query) => {
    await changeEvent(query, event.id, form.value)
    await inviteGuests(query, visit.actor, event.id, readGuests(form.typed.guests, await listItems(query)))
    await recordTrace(query, visit.actor, { event: 'commitment event changed', detail: { event: event.id } })
  })
  return { redirect: `${commitmentPaths.event(event.id)}?done=changed` }
}

async function listItems(query: Query) {
  return (await findPlan(query, 'commitments'))?.items ?? []
}

async function find(visit: Visit): Promise<CommitmentEvent | null> {
  const events = await visit.database.as(visit.actor, listEvents)
  return events.find(({ id }) => id === visit.params.id) ?? null
}

function show(typed: EventTyped, errors: EventForm['errors'], event: CommitmentEvent | null): Answer {
  return {
    template: 'features/commitments/pages/event-details.njk',
    title: event === null ? 'A new event' : 'Change an event',
    status: errors.length > 0 ? 422 : 200,
    model: presentEventDetails(typed, errors, event),
    page: {
      isNarrow: true,
      back:
        event === null
          ? { href: commitmentPaths.all(), text: 'Commitments' }
          : { href: commitmentPaths.event(event.id), text: event.title },
      ...(errors.length > 0 ? { errors: errors.map(({ field, text }) => ({ text, href: `#${field}` })) } : {}),
    },
  }
}
