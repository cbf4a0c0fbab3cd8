import type { Query } from '../../database/database.ts'
import { eventOf, type WordAt, wordAt } from '../../domain/commitments/event-words.ts'
import type { Progress } from '../../domain/plans/item-standing.ts'
import { type ItemUpdateOf, listUpdatesOf } from '../../shapes/plan/item-update.store.ts'
import { type LooseProgress, listProgress } from '../../shapes/plan/loose-progress.store.ts'
import { findPlan, type Plan, type PlanItem } from '../../shapes/plan/plan.store.ts'
import { type CommitmentEvent, listEvents } from './event.store.ts'

export interface SpokenOf {
  item: PlanItem
  said: ItemUpdateOf[]
  word: WordAt
  /** How it stood when the event was over; null where nobody had said. */
  stood: Progress | null
}

/** One event with the commitments in force on its day, what was said of each for it, and what answers none. */
export interface EventFacts {
  event: CommitmentEvent
  plan: Plan | null
  spokenOf: SpokenOf[]
  /** Given at this very event. */
  given: PlanItem[]
  loose: LooseProgress[]
}

export async function readEvent(query: Query, id: string): Promise<EventFacts | null> {
  const events = await listEvents(query)
  const event = events.find((one) => one.id === id)
  if (event === undefined) return null
  const plan = await findPlan(query, 'commitments', null, event.heldOn)
  // To the board chief officers tell of their own pledge as well.
  const officers =
    event.kind === 'at the board' ? await findPlan(query, 'commitments', 'chief officers', event.heldOn) : null
  const items = [...(plan?.items ?? []), ...(officers?.items ?? [])].filter(
    ({ givenOn }) => givenOn === null || givenOn <= event.heldOn,
  )
  const updates = await listUpdatesOf(
    query,
    items.map(({ id: itemId }) => itemId),
  )
  return {
    event,
    plan,
    given: items.filter(({ givenOn }) => givenOn === event.heldOn),
    spokenOf: items
      .filter(({ givenOn }) => givenOn !== event.heldOn)
      .map((item) => {
        const all = updates.filter(({ itemId }) => itemId === item.id)
        return {
          item,
          said: all.filter((word) => eventOf(word, events) === event.id),
          word: wordAt(all, event, events),
          stood: stoodAt(all, event),
        }
      }),
    loose: (await listProgress(query)).filter(({ eventId }) => eventId === event.id),
  }
}

/** The last that was said of its progress up to the event, or at it. What was said since belongs to another day. */
function stoodAt(updates: readonly ItemUpdateOf[], event: CommitmentEvent): Progress | null {
  const known = updates.filter(
    ({ progress, part, saidOn, eventId }) =>
      progress !== null && part === null && (saidOn <= event.heldOn || eventId === event.id),
  )
  return known.at(-1)?.progress ?? null
}
