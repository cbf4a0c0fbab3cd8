import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { takeProgress } from '../../../shapes/plan/loose-progress.store.ts'
import { takePlan } from '../../../shapes/plan/take-plan.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { sayHowItStands } from '../../promises/index.ts'
import { commitmentPaths } from '../commitments.paths.ts'
import { CAME, giveCommitment, sayWhoCame } from '../event.store.ts'
import { checkGiven, NOTHING_GIVEN } from '../given.form.ts'
import { type EventFacts, readEvent } from '../read-event.ts'
import { checkWord, NO_WORD } from '../word.form.ts'
import { presentEvent } from './event.presenter.ts'
import { type EventTypedIn, presentEventForms } from './event-forms.presenter.ts'

const NOTHING: EventTypedIn = { word: NO_WORD, given: NOTHING_GIVEN.typed, errors: [], sent: null }

export async function showEvent(visit: Visit): Promise<Answer> {
  const facts = await find(visit)
  return facts === null ? notFound : show(visit, facts, NOTHING)
}

/** What was said, taken down: about a commitment, or as progress that answers none on file. */
export async function submitWord(visit: Visit): Promise<Answer> {
  const facts = await find(visit)
  if (facts === null || facts.event.heldOn > visit.today) return notFound
  const { event } = facts
  const form = checkWord(
    visit.form,
    facts.spokenOf.map(({ item }) => item),
  )
  const { value } = form
  if (value === null) return show(visit, facts, { ...NOTHING, word: form.typed, errors: form.errors, sent: 'word' })
  await visit.database.as(visit.actor, async (query) => {
    if (value.item) {
      await sayHowItStands(query, visit, value.item.id, { ...value.said, file: null, event })
      return
    }
    const { directorate, words } = value
    await takeProgress(query, visit.actor, {
      report: event.title,
      saidOn: event.heldOn,
      eventId: event.id,
      items: [{ directorate, words }],
    })
    await recordTrace(query, visit.actor, { event: 'progress taken in', detail: { event: event.id, items: 1 } })
  })
  return { redirect: `${commitmentPaths.event(event.id)}?done=word` }
}

/** A commitment given here: in the plan of this launch, or in the one in force. */
export async function submitGiven(visit: Visit): Promise<Answer> {
  const facts = await find(visit)
  if (facts === null || facts.event.heldOn > visit.today) return notFound
  const { event, plan } = facts
  const form = checkGiven(visit.form)
  const { value } = form
  if (value === null) return show(visit, facts, { ...NOTHING, given: form.typed, errors: form.errors, sent: 'given' })
  await visit.database.as(visit.actor, async (query) => {
    const isItsOwn = plan !== null && (event.kind !== 'launch' || plan.agreedOn === event.heldOn)
    const planId = isItsOwn
      ? plan.id
      : await takePlan(query, visit.actor, {
          kind: 'commitments',
          title: event.title,
          agreedOn: event.heldOn,
          items: [],
        })
    await giveCommitment(query, visit.actor, { ...value, planId, event })
    await recordTrace(query, visit.actor, {
      event: 'commitment given',
      detail: { event: event.id, directorate: value.directorate },
    })
  })
  return { redirect: `${commitmentPaths.event(event.id)}?done=given` }
}

export async function submitCame(visit: Visit): Promise<Answer> {
  const facts = await find(visit)
  if (facts === null || facts.event.heldOn > visit.today) return notFound
  const { event } = facts
  const came = event.guests.map(({ position }) => ({
    position,
    came: CAME.find((one) => one === visit.form[`came-${position}`]) ?? null,
  }))
  await visit.database.as(visit.actor, async (query) => {
    await sayWhoCame(query, event.id, came)
    await recordTrace(query, visit.actor, { event: 'who came written down', detail: { event: event.id } })
  })
  return { redirect: `${commitmentPaths.event(event.id)}?done=came` }
}

async function find(visit: Visit): Promise<EventFacts | null> {
  return visit.database.as(visit.actor, (query) => readEvent(query, visit.params.id ?? ''))
}

const DONE: Record<string, string> = {
  word: 'Taken down, with your title and the day of the event.',
  given: 'Written down. It stands among the commitments, and its gaps are shown as gaps.',
  came: 'Written down who came.',
  made: 'Made. Whoever is invited finds on their page what is owed.',
  changed: 'Changed. What it was before stays in the history.',
}

function show(visit: Visit, facts: EventFacts, typed: EventTypedIn): Answer {
  const canKeep = visit.can('plan:write')
  const isHeld = facts.event.heldOn <= visit.today
  const prefix = typed.sent === 'given' ? 'given-' : ''
  return {
    template: 'features/commitments/pages/event.njk',
    title: facts.event.title,
    status: typed.sent === null ? 200 : 422,
    model: {
      ...presentEvent(facts, visit.today),
      canKeep,
      forms: canKeep && isHeld ? presentEventForms(facts, typed, visit.today) : null,
    },
    page: {
      back: { href: commitmentPaths.all(), text: 'Commitments' },
      ...(typed.errors.length > 0
        ? { errors: typed.errors.map(({ field, text }) => ({ text, href: `#${prefix}${field}` })) }
        : {}),
      ...(typed.sent === null && visit.query.done
        ? { notice: { isSuccess: true, text: DONE[visit.query.done] ?? 'Done, and written down.' } }
        : {}),
    },
  }
}
