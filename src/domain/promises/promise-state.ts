import type { IsoDate } from '../shared/calendar-date.ts'

/** The council's own states (rule 2). A child's verdict has other words, and is not this. */
export type PromiseState = 'kept' | 'partly' | 'on-the-way' | 'not-kept' | 'cannot' | 'unknown'

/** A promise is made to each child, so its state follows from the share of children it is kept for (rule 1). */
export const KEPT_FROM = 0.95
export const PARTLY_FROM = 0.5

/** The rule, as it is printed beside every wall. */
export const STATE_RULE =
  'Kept: true for at least 95 of every 100 children. Partly: for at least half. Not kept: for fewer. On the way: somebody is named and a day is set; when the day passes it becomes not kept by itself. We do not know: nothing shows it.'

export interface PromiseFacts {
  /** 0 to 1: children it is kept for, of all it was made to; null where nothing shows it. */
  share: number | null
  owner: string | null
  dueOn: IsoDate | null
}

/** Worked out, never typed: an owner cannot set their own promise's state (rule 4). */
export function findPromiseState({ share, owner, dueOn }: PromiseFacts, today: IsoDate): PromiseState {
  if (share !== null) {
    if (share >= KEPT_FROM) return 'kept'
    return share >= PARTLY_FROM ? 'partly' : 'not-kept'
  }
  if (owner === null || dueOn === null) return 'unknown'
  return today <= dueOn ? 'on-the-way' : 'not-kept'
}

/** The share of children a promise is kept for, from its measure: where fewer is better, those it did not happen to. */
export function shareKept(value: number | null, direction: 'higher' | 'lower' | 'none'): number | null {
  if (value === null || direction === 'none') return null
  return direction === 'higher' ? value / 100 : 1 - value / 100
}
