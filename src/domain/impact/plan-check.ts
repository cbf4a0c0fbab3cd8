import { addMonths, type IsoDate } from '../shared/calendar-date.ts'

export const INCLUDES = {
  yes: 'Yes, it includes them',
  partly: 'Partly',
  no: 'No, it does not',
  'not known': 'Nobody has said',
} as const
export type Includes = keyof typeof INCLUDES

/** Overdue from the day after the day of its review; due within three months, that day included. */
export function reviewState(reviewOn: IsoDate, today: IsoDate): 'overdue' | 'due soon' | 'later' {
  if (reviewOn < today) return 'overdue'
  return reviewOn <= addMonths(today, 3) ? 'due soon' : 'later'
}
