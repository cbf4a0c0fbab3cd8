import { addDays, type IsoDate } from '../shared/calendar-date.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')

/** A day as a child says it: "today", "tomorrow", "Monday 13 July"; with its year only where that is another. */
export function sayDay(day: IsoDate, today: IsoDate): string {
  if (day === today) return 'today'
  if (day === addDays(today, 1)) return 'tomorrow'
  if (day === addDays(today, -1)) return 'yesterday'
  const date = Temporal.PlainDate.from(day)
  const year = day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${date.year}`
  return `${WEEKDAYS[date.dayOfWeek - 1]} ${date.day} ${MONTHS[date.month - 1]}${year}`
}
