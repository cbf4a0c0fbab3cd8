import { type IsoDate, sayDate } from './calendar-date.ts'

const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')

/** "Friday 10 July", with the year where it is not this one. */
export function sayDay(day: IsoDate, today: IsoDate): string {
  const said = sayDate(day)
  const isThisYear = day.slice(0, 4) === today.slice(0, 4)
  return `${DAYS[Temporal.PlainDate.from(day).dayOfWeek - 1]} ${isThisYear ? said.replace(/ \d+$/, '') : said}`
}
