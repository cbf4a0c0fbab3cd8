import type { ReportTurn } from '../../domain/governance/report-calendar.ts'
import { MONTH_NAMES, sayNames } from '../../domain/governance/say-rhythm.ts'
import { sayDate } from '../../domain/shared/calendar-date.ts'

/** "at every meeting", "in April and October", "once, from 1 May 2027". */
export function sayTurn(turn: ReportTurn): string {
  if (turn.kind === 'every meeting') return 'at every meeting'
  if (turn.kind === 'once') return `once, from ${sayDate(turn.from)}`
  return `in ${sayNames(turn.months.map((month) => MONTH_NAMES[month - 1]!))}`
}
