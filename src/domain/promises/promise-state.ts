import { type IsoDate, sayDate } from '../shared/calendar-date.ts'

/** The council's own states (rule 2). A child's verdict has other words, and is not this. */
export type PromiseState = 'kept' | 'partly' | 'on-the-way' | 'not-kept' | 'cannot' | 'unknown'

/** Of every 100 children: from how many a promise is kept, or partly. A council sets its own, and says why. */
export interface PromiseRule {
  keptFrom: number
  partlyFrom: number
}

/** A promise is made to each child, so its state follows from the share of children it is kept for (rule 1). */
export const DEFAULT_RULE: PromiseRule = { keptFrom: 95, partlyFrom: 50 }

/** The rule, as it is printed beside every promise and every wall. */
export function sayRule({ keptFrom, partlyFrom }: PromiseRule): string {
  return `Kept: true for at least ${keptFrom} of every 100 children. Partly kept: for at least ${partlyFrom}. On the way: not yet kept, but somebody is named and a day is set; when the day passes it becomes not kept by itself. Not kept: true for fewer than ${partlyFrom}, whatever is planned. We cannot, because: somebody who does not answer for the promise wrote the reason, and the day it is looked at again has not passed. We do not know: nothing that still counts shows it. Nobody can set any of these by hand.`
}

export interface PromiseFacts {
  /** 0 to 1: children it is kept for, of all it was made to; null where nothing that still counts shows it. */
  share: number | null
  owner: string | null
  dueOn: IsoDate | null
  /** Why it cannot be kept, by somebody who is not its owner; null where nobody said so. */
  reason: { reviewOn: IsoDate } | null
}

export interface StateWithReason {
  state: PromiseState
  /** How this state was decided, in a sentence. */
  because: string
}

/**
 * Worked out, never typed: an owner cannot set their own promise's state (rule 4). The days of a plan and of a reason
 * both still count on the day itself.
 */
export function decidePromise(facts: PromiseFacts, today: IsoDate, rule: PromiseRule = DEFAULT_RULE): StateWithReason {
  const { share, owner, dueOn, reason } = facts
  const ofHundred = share === null ? null : sayOfHundred(share)
  if (share !== null && isAtLeast(share, rule.keptFrom))
    return { state: 'kept', because: `It is true for ${ofHundred}: at least ${rule.keptFrom}.` }
  if (reason !== null && today <= reason.reviewOn)
    return { state: 'cannot', because: `The reason is looked at again on ${sayDate(reason.reviewOn)}.` }
  if (share !== null && !isAtLeast(share, rule.partlyFrom))
    return { state: 'not-kept', because: `It is true for ${ofHundred}: fewer than ${rule.partlyFrom}.` }
  if (owner !== null && dueOn !== null) {
    const start = ofHundred === null ? '' : `It is true for ${ofHundred}. `
    return today <= dueOn
      ? {
          state: 'on-the-way',
          because: `${start}Somebody answers for the rest, by ${sayDate(dueOn)}; after that day it is not kept.`,
        }
      : { state: 'not-kept', because: `${start}It was to be kept by ${sayDate(dueOn)}, and that day has passed.` }
  }
  if (share !== null)
    return {
      state: 'partly',
      because: `It is true for ${ofHundred}: at least ${rule.partlyFrom}, and no day is set for the rest.`,
    }
  return { state: 'unknown', because: 'Nothing that still counts shows it, and no day is set.' }
}

export function findPromiseState(facts: PromiseFacts, today: IsoDate, rule: PromiseRule = DEFAULT_RULE): PromiseState {
  return decidePromise(facts, today, rule).state
}

/** The share of children a promise is kept for, from its measure: where fewer is better, those it did not happen to. */
export function shareKept(value: number | null, direction: 'higher' | 'lower' | 'none'): number | null {
  if (value === null || direction === 'none') return null
  return direction === 'higher' ? value / 100 : 1 - value / 100
}

/** Proof counts up to the last day of its period, that day included (rule 4). */
export function isFresh(proof: { goodUntil: IsoDate }, today: IsoDate): boolean {
  return today <= proof.goodUntil
}

/** 19 of 20 is 95 of every 100, although 0.95 × 100 falls short in binary. */
function isAtLeast(share: number, ofHundred: number): boolean {
  return share * 100 >= ofHundred - 1e-9
}

/** Rounded down, so that 94.9 is not said to be 95 and then called too few. */
function sayOfHundred(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)} of every 100`
}
