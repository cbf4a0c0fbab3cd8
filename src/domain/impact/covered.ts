import type { IsoDate } from '../shared/calendar-date.ts'
import { addWorkingDays } from '../timescales/review-due.ts'

/** What was said and read by nobody for one working day is its cover's too, from the day after (rule 7). */
export function isWithCover(saidOn: IsoDate, today: IsoDate, holidays: ReadonlySet<IsoDate>): boolean {
  return addWorkingDays(saidOn, 1, holidays) < today
}
