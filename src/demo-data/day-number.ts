import type { IsoDate } from '../domain/shared/calendar-date.ts'

/**
 * Days as whole numbers since 1 January 1970, so that thousands of journeys are made by adding and comparing. Facts
 * carry ISO dates: `isoOf` is the way out.
 */
export type Day = number

const MS_A_DAY = 86_400_000
const written = new Map<Day, IsoDate>()

export function dayOf(date: IsoDate): Day {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / MS_A_DAY
}

export function isoOf(day: Day): IsoDate {
  const known = written.get(day)
  if (known !== undefined) return known
  const date = new Date(day * MS_A_DAY).toISOString().slice(0, 10)
  written.set(day, date)
  return date
}

/** The day an age is reached; for someone born on 29 February, 1 March of a common year (as `birthday` in the domain). */
export function birthdayOf(born: Day, age: number): Day {
  const date = isoOf(born)
  // Day 29 of February of a common year runs on to 1 March, which is the rule.
  return Date.UTC(Number(date.slice(0, 4)) + age, Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / MS_A_DAY
}

export function ageAt(born: Day, day: Day): number {
  const years = Number(isoOf(day).slice(0, 4)) - Number(isoOf(born).slice(0, 4))
  return birthdayOf(born, years) <= day ? years : years - 1
}

/** Moved on to Monday when it falls on a weekend: meetings are held on weekdays. */
export function weekdayFrom(day: Day): Day {
  // 1 January 1970 was a Thursday: day 2 a Saturday, day 3 a Sunday.
  const ofWeek = ((day % 7) + 7) % 7
  if (ofWeek === 2) return day + 2
  return ofWeek === 3 ? day + 1 : day
}

/** The collection years, oldest first, that ended on or before today. */
export function completedYears(today: IsoDate, years: number): number[] {
  const year = Number(today.slice(0, 4))
  const latest = today.slice(5) >= '03-31' ? year : year - 1
  return Array.from({ length: years }, (_, index) => latest - years + 1 + index)
}
