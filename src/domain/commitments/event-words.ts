import type { IsoDate } from '../shared/calendar-date.ts'

export const EVENT_KINDS = ['launch', 'update', 'at the board'] as const
export type EventKind = (typeof EVENT_KINDS)[number]

export interface HeldEvent {
  id: string
  kind: EventKind
  heldOn: IsoDate
}

/** Something said about a commitment: tied to an event, or not. */
export interface Word {
  saidOn: IsoDate
  eventId: string | null
}

/**
 * Which event a word was said for: the one it is tied to; else the first update event on or after its day. A word said since
 * the last event counts for the next: a director need not say it twice.
 */
export function eventOf({ saidOn, eventId }: Word, events: readonly HeldEvent[]): string | null {
  if (eventId !== null) return eventId
  const next = inOrder(events).find(({ kind, heldOn }) => kind === 'update' && heldOn >= saidOn)
  return next?.id ?? null
}

/** The next update event, today's among them. */
export function findNext<T extends HeldEvent>(events: readonly T[], today: IsoDate): T | null {
  return inOrder(events).find(({ kind, heldOn }) => kind === 'update' && heldOn >= today) ?? null
}

/** The last event before a day at which commitments were given or spoken of. */
export function findLast<T extends HeldEvent>(events: readonly T[], day: IsoDate): T | null {
  return inOrder(events).findLast(({ kind, heldOn }) => kind !== 'at the board' && heldOn < day) ?? null
}

export type WordAt = 'word' | 'done before' | 'no word'

/**
 * Whether a commitment had a word for an event. What was done before the words for it began owes none; what broke down or was
 * offered again owes one until it is done.
 */
export function wordAt(
  said: readonly (Word & { progress: string | null })[],
  event: HeldEvent,
  events: readonly HeldEvent[],
): WordAt {
  if (said.some((word) => eventOf(word, events) === event.id)) return 'word'
  const before = said.filter(({ saidOn, progress }) => progress !== null && saidOn < event.heldOn)
  const last = before.toSorted((one, other) => one.saidOn.localeCompare(other.saidOn)).at(-1)
  return last?.progress === 'done' ? 'done before' : 'no word'
}

const inOrder = <T extends HeldEvent>(events: readonly T[]) =>
  events.toSorted((one, other) => one.heldOn.localeCompare(other.heldOn))
