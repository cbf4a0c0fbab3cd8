import type { IsoDate } from '../shared/calendar-date.ts'

export interface DatedAction {
  minutedOn: IsoDate
  dueOn: IsoDate
  doneOn: IsoDate | null
}

export type ActionState = 'done' | 'late' | 'on the way'

/** Worked out, never typed: late from the day after it was due. */
export function findActionState({ dueOn, doneOn }: DatedAction, today: IsoDate): ActionState {
  if (doneOn !== null && doneOn <= today) return 'done'
  return dueOn < today ? 'late' : 'on the way'
}

/**
 * The actions a meeting asks about: minuted before it and not done when the meeting before it was held, so that what was done
 * since is told once, and what is not done comes back every time.
 */
export function listCarriedOver<A extends DatedAction>(actions: A[], day: IsoDate, before: IsoDate | null): A[] {
  return actions.filter(
    ({ minutedOn, doneOn }) => minutedOn < day && (doneOn === null || before === null || doneOn > before),
  )
}
