import { findActionState } from '../../../domain/governance/carried-over.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { paths } from '../governance.paths.ts'
import type { Action } from '../minutes/action.store.ts'

/** One thing to do, as a row: its words lead to its own page. */
export function presentActionRow(action: Action, today: IsoDate) {
  return {
    text: action.words,
    href: paths.action(action.id),
    note: action.owner,
    pill: presentActionState(action, today),
  }
}

export function presentActionState(
  action: Pick<Action, 'minutedOn' | 'dueOn' | 'doneOn'>,
  today: IsoDate,
): { state: string; text: string } {
  const state = findActionState(action, today)
  if (state === 'done') return { state: 'kept', text: `done ${sayDate(action.doneOn!)}` }
  return state === 'late'
    ? { state: 'not-kept', text: `late since ${sayDate(action.dueOn)}` }
    : { state: 'on-the-way', text: `by ${sayDate(action.dueOn)}` }
}
