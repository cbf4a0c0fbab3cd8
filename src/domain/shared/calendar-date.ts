/**
 * Calendar dates of care: days, never instants. Text form is ISO `yyyy-mm-dd`, which also sorts in date order, so
 * facts keep dates as text and only arithmetic makes a `Temporal.PlainDate`.
 */

/** An ISO calendar date, `yyyy-mm-dd`. Compares correctly as text. */
export type IsoDate = string

/** The first and last day of a period, both included. */
export interface Period {
  from: IsoDate
  to: IsoDate
}

export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** The corresponding date some months on; the last day of the month where there is none (Dodds v Walker [1981]). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ months }, { overflow: 'constrain' }).toString()
}

export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days
}

/**
 * The day an age is reached: the start of the birthday (Family Law Reform Act 1969, s 9).
 * Someone born on 29 February reaches it on 1 March of a common year.
 */
export function birthday(bornOn: IsoDate, age: number): IsoDate {
  const born = Temporal.PlainDate.from(bornOn)
  const year = born.year + age
  const isLeapDay = born.month === 2 && born.day === 29
  if (isLeapDay && !Temporal.PlainDate.from({ year, month: 1, day: 1 }).inLeapYear) return `${pad(year, 4)}-03-01`
  return `${pad(year, 4)}-${pad(born.month, 2)}-${pad(born.day, 2)}`
}

/** Whole years of age on a day; negative before birth. */
export function ageOn(bornOn: IsoDate, day: IsoDate): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return birthday(bornOn, years) <= day ? years : years - 1
}

/** The collection year of a day: the year in which its 31 March falls (2025-04-01 to 2026-03-31 is 2026). */
const QUARTER_ENDS = ['03-31', '06-30', '09-30', '12-31']

export function isQuarterEnd(day: IsoDate): boolean {
  return QUARTER_ENDS.includes(day.slice(5))
}

/** The last end of a quarter on or before a day. */
export function lastQuarterEnd(day: IsoDate): IsoDate {
  const year = Number(day.slice(0, 4))
  return [year - 1, year].flatMap((one) => QUARTER_ENDS.map((end) => `${one}-${end}`)).findLast((end) => end <= day)!
}

export function collectionYearOf(day: IsoDate): number {
  const year = Number(day.slice(0, 4))
  return day.slice(5) >= '04-01' ? year + 1 : year
}

/** 1 April to 31 March, both included. */
export function collectionYear(year: number): Period {
  return { from: `${pad(year - 1, 4)}-04-01`, to: `${pad(year, 4)}-03-31` }
}

/** Whether an open or closed interval (ends included) has a day in the period. */
export function overlaps(startsOn: IsoDate, endsOn: IsoDate | null, period: Period): boolean {
  return startsOn <= period.to && (endsOn === null || endsOn >= period.from)
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** "3 July 2026", as people say it. */
export function sayDate(date: IsoDate): string {
  const [year, month, day] = date.split('-')
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${Number(year)}`
}

/** Today in Europe/London, given the instant. The clock itself is read at the edges only. */
export function londonDay(instant: Temporal.Instant): IsoDate {
  return instant.toZonedDateTimeISO('Europe/London').toPlainDate().toString()
}

/** The hour in Europe/London, 0 to 23. */
export function londonHour(instant: Temporal.Instant): number {
  return instant.toZonedDateTimeISO('Europe/London').hour
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
