import { type EventKindName, eventKinds } from '../../../domain/record/event-kinds.ts'
import { isId } from '../../../domain/shared/is-id.ts'
import { correctEvent, findEvent, type RecordedEvent } from '../../../shapes/event/ledger.store.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { findChild, nameOf, readChildRights } from '../../../shapes/person/child.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { paths } from '../children.paths.ts'
import { checkCorrection, listFields, type Typed, typedFrom } from '../correct.form.ts'
import { findPutRight } from '../put-right.store.ts'
import { presentCorrection } from './correct.presenter.ts'

interface Found {
  childId: string
  name: string
  event: RecordedEvent
}

/** The fact, where this person may state facts of its group about this child; null otherwise. */
async function find(visit: Visit): Promise<Found | null> {
  const { id = '', eventId = '' } = visit.params
  if (!isId(eventId)) return null
  return visit.database.as(visit.actor, async (query) => {
    const child = await findChild(query, id)
    const event = child && (await findEvent(query, child.id, eventId))
    if (!child || !event) return null
    const rights = await readChildRights(query, child.id)
    if (!rights.canWrite.has(eventKinds[event.kind].fieldGroup)) return null
    await recordTrace(query, visit.actor, { event: 'record opened', childId: child.id, detail: { event: event.id } })
    return { childId: child.id, name: nameOf(child), event }
  })
}

export async function showCorrection(visit: Visit): Promise<Answer> {
  const found = await find(visit)
  return found === null ? notFound : show(visit, found, typedFrom(found.event, found.event.kind), [])
}

export async function submitCorrection(visit: Visit): Promise<Answer> {
  const found = await find(visit)
  if (found === null) return show409(visit)
  const { event, childId } = found
  const typed = pick(visit.form, event.kind)
  const checked = checkCorrection(typed, typedFrom(event, event.kind), event.kind, visit.today)
  if (checked.errors.length > 0) return show(visit, found, typed, checked.errors)
  try {
    await visit.database.as(visit.actor, async (query) => {
      await correctEvent(query, visit.actor, {
        event,
        fact: checked.fact,
        reason: checked.reason,
        statedOn: visit.today,
      })
      await recordTrace(query, visit.actor, {
        event: 'fact corrected',
        childId,
        detail: { event: event.id, kind: event.kind, voids: checked.isVoid },
      })
    })
  } catch (error) {
    // A fact has one correction: somebody else was first.
    if ((error as { code?: string }).code === '23505') return show409(visit)
    throw error
  }
  return { redirect: `${paths.record(childId)}?done=corrected` }
}

/** Somebody else was first. Whoever could not have put the fact right is told nothing: not found, as ever. */
async function show409(visit: Visit): Promise<Answer> {
  const { id = '', eventId = '' } = visit.params
  if (!isId(eventId)) return notFound
  const child = await visit.database.as(visit.actor, async (query) => {
    const found = await findChild(query, id)
    const group = found && (await findPutRight(query, found.id, eventId))
    return found && group && (await readChildRights(query, found.id)).canWrite.has(group) ? found : null
  })
  if (child === null) return notFound
  return {
    template: 'features/children/pages/corrected-already.njk',
    title: 'Somebody was first',
    status: 409,
    model: { recordHref: paths.record(child.id), why: visit.form.why ?? '' },
  }
}

function pick(form: Record<string, string>, kind: EventKindName): Typed {
  return Object.fromEntries(
    ['was', 'startsOn', 'endsOn', 'why', ...listFields(kind).map((field) => field.name)].map((name) => [
      name,
      form[name] ?? '',
    ]),
  )
}

function show(visit: Visit, found: Found, typed: Typed, errors: { field: string; text: string }[]): Answer {
  return {
    template: 'features/children/pages/correct.njk',
    title: 'Put right',
    status: errors.length > 0 ? 422 : 200,
    model: presentCorrection(found, typed, errors, visit.today),
    page: {
      back: { href: paths.record(found.childId), text: found.name },
      isNarrow: true,
      ...(errors.length > 0 ? { errors: errors.map((error) => ({ text: error.text, href: `#${error.field}` })) } : {}),
    },
  }
}
