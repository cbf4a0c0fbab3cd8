import { addDays, addMonths, type IsoDate } from '../shared/calendar-date.ts'

/** When a report comes to a body: to every meeting, to the first from each of some months on, or once from a day on. */
export type ReportTurn =
  | { kind: 'every meeting' }
  | { kind: 'in months'; months: number[] }
  | { kind: 'once'; from: IsoDate }

export interface ReportRule {
  turn: ReportTurn
  /** How many days before the meeting it is to be there. */
  daysBefore: number
}

/**
 * Whether a report comes to this meeting of a body. "In January" is the first meeting held on or after 1 January, so that a
 * board that meets in February hears it in February. `before` is the body's meeting before this one, if it had any.
 */
export function isReportDue(turn: ReportTurn, meeting: IsoDate, before: IsoDate | null): boolean {
  if (turn.kind === 'every meeting') return true
  if (turn.kind === 'once') return turn.from <= meeting && (before === null || before < turn.from)
  // A body that never met looks back no further than its first meeting's own month.
  const from = before === null ? `${meeting.slice(0, 7)}-01` : addDays(before, 1)
  for (let first = `${meeting.slice(0, 7)}-01`; first >= from; first = addMonths(first, -1)) {
    if (turn.months.includes(Number(first.slice(5, 7)))) return true
    if (before === null) return false
  }
  return false
}

export function reportDueOn(rule: ReportRule, meeting: IsoDate): IsoDate {
  return addDays(meeting, -rule.daysBefore)
}
