import type { IsoDate } from '../shared/calendar-date.ts'
import { addWorkingDays } from '../timescales/review-due.ts'

export interface Exemption {
  id: string
  /** As the requester reads it. */
  title: string
}

/** Freedom of Information Act 2000, Part II: those that words of a board can fall under. */
export const exemptions: readonly Exemption[] = [
  { id: 'section 21', title: 'Section 21: it can be had in another way already' },
  { id: 'section 22', title: 'Section 22: it is to be published' },
  { id: 'section 31', title: 'Section 31: law enforcement' },
  { id: 'section 36', title: 'Section 36: it would harm how public affairs are conducted' },
  { id: 'section 38', title: 'Section 38: somebody’s health or safety' },
  { id: 'section 40', title: 'Section 40: it is about a person' },
  { id: 'section 41', title: 'Section 41: it was told in confidence' },
  { id: 'section 42', title: 'Section 42: legal advice' },
  { id: 'section 43', title: 'Section 43: commercial interests' },
]

export function findExemption(id: string): Exemption | undefined {
  return exemptions.find((one) => one.id === id)
}

/** Section 10(1): not later than the twentieth working day following the date of receipt. */
export function answerDueOn(askedOn: IsoDate, holidays: ReadonlySet<IsoDate>): IsoDate {
  return addWorkingDays(askedOn, 20, holidays)
}
