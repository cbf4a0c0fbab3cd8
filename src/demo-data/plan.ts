import { addDays, addMonths, type IsoDate, sayDate } from '../domain/shared/calendar-date.ts'
import { type Written, writtenActions } from './plan-actions.ts'

/**
 * One action plan of the made-up council, as plans really are: some actions lack an owner, a date or a way to tell, so
 * that the gaps can be seen and listed. Nothing is filled in that the plan does not say.
 */
export interface DemoPlan {
  title: string
  period: string
  actions: DemoAction[]
}

/** What somebody said about an item, and what they showed with it. */
export interface DemoUpdate {
  saidOn: IsoDate
  words: string
  progress: 'under way' | 'done' | 'broken down' | 'offered again' | null
  /** What shows it; always there where it is done. */
  proof: string | null
}

export interface DemoAction {
  reference: string
  priority: string
  what: string
  how: string[]
  owners: string[]
  dueOn: IsoDate | null
  /** What the plan says in its date column, kept as written. Empty where it says nothing. */
  dueAsWritten: string
  /** How anybody will know that it worked. */
  wayToTell: string | null
  progress: 'not started' | 'under way' | 'done'
  evidence: string | null
  /** The number of the promise that it serves, and the measure that will move; joined by the strategy lead. */
  promise: number | null
  measureId: string | null
  updates: DemoUpdate[]
}

export function makePlan(today: IsoDate): DemoPlan {
  const startYear = Number(addMonths(today, -8).slice(0, 4))
  return {
    title: 'Together for Exampleshire’s children: action plan',
    period: `${startYear} to ${startYear + 3}`,
    actions: writtenActions.map((action, index) => toAction(action, index, today)),
  }
}

function toAction(action: Written, index: number, today: IsoDate): DemoAction {
  const [inDays, words] = action.due
  const dueOn = inDays === null ? null : addDays(today, inDays)
  return {
    reference: `A${index + 1}`,
    priority: action.priority,
    what: action.what,
    how: action.how ?? [],
    owners: action.owners ?? [],
    dueOn,
    dueAsWritten: words ?? (dueOn === null ? '' : sayDate(dueOn)),
    wayToTell: action.tell ?? null,
    progress: action.progress ?? 'under way',
    evidence: action.evidence ?? null,
    promise: action.promise ?? null,
    measureId: action.measure ?? null,
    updates: (action.said ?? []).map((said) => toUpdate(said, today)),
  }
}

export type Said = [daysAgo: number, words: string, progress?: DemoUpdate['progress'], proof?: string]

export function toUpdate([daysAgo, words, progress = null, proof]: Said, today: IsoDate): DemoUpdate {
  return { saidOn: addDays(today, -daysAgo), words, progress, proof: proof ?? null }
}
