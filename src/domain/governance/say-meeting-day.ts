import { daysBetween, type IsoDate, sayDate } from '../shared/calendar-date.ts'

const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')

/** "Tuesday 14 July", with the year where it is not this one. */
export function sayMeetingDay(day: IsoDate, today: IsoDate): string {
  const said = `${DAYS[Temporal.PlainDate.from(day).dayOfWeek - 1]} ${sayDate(day)}`
  return day.slice(0, 4) === today.slice(0, 4) ? said.replace(/ \d{4}$/, '') : said
}

/** "today", "tomorrow", "in 4 days", "4 days ago". */
export function sayHowFar(day: IsoDate, today: IsoDate): string {
  const days = daysBetween(today, day)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days > 0 ? `in ${days} days` : `${-days} days ago`
}
