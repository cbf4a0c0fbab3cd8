import type { IsoDate } from '../shared/calendar-date.ts'
import { addWorkingDays } from '../timescales/review-due.ts'

/**
 * From when the cover may open what a child said, where the one they chose has not (rule 7): the same time of day, one
 * working day later. Said on a Friday at four: on Monday at four, or on Tuesday after a bank holiday. What is said at a
 * weekend waits for the end of the first working day. London time, "yyyy-mm-ddThh:mm".
 */
export function coverFrom(saidOn: IsoDate, atTime: string, holidays: ReadonlySet<IsoDate>): string {
  return `${addWorkingDays(saidOn, 1, holidays)}T${atTime}`
}

/** By when an answer is expected: three working days, as the page tells the child before they write. */
export const ANSWER_WITHIN = 3

export function answerBy(saidOn: IsoDate, holidays: ReadonlySet<IsoDate>): IsoDate {
  return addWorkingDays(saidOn, ANSWER_WITHIN, holidays)
}
