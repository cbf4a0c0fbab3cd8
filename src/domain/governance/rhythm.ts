import { addDays, type IsoDate, type Period } from '../shared/calendar-date.ts'

/** Which of a month's weekdays: the second Tuesday, the last Thursday. Monday is 1. */
export type Week = 1 | 2 | 3 | 4 | 'last'

interface InMonth {
  week: Week
  weekday: number
  /** Months in which it does not meet, 8 for August: that meeting is held in the month after. */
  skips: number[]
}

/** How often a body meets, as a rule and not as a word. */
export type Rhythm =
  | ({ kind: 'every'; months: number; from: string } & InMonth)
  | ({ kind: 'in months'; months: number[] } & InMonth)
  | ({ kind: 'twice a month'; weekday: number; weeks: [Week, Week] } & Pick<InMonth, 'skips'>)
  /** Once in each half term, on the nth such weekday of it, or the last where there are fewer. */
  | { kind: 'half-termly'; nth: number; weekday: number }

/** What the days are worked out from besides the rule: both come from outside. */
export interface Almanac {
  bankHolidays: ReadonlySet<IsoDate>
  /** The half terms of the council's schools, in order. */
  halfTerms: Period[]
}

/** Every day of the rhythm in a period, both ends included, in order. */
export function listRhythmDays(rhythm: Rhythm, period: Period, almanac: Almanac): IsoDate[] {
  const days =
    rhythm.kind === 'half-termly'
      ? almanac.halfTerms.flatMap((half) => dayInHalfTerm(rhythm, half, almanac))
      : monthsAround(period)
          .filter((month) => isTurn(rhythm, month))
          .map((month) => afterSkips(month, rhythm.skips))
          .flatMap((month) =>
            weeksOf(rhythm).map((week) => workingDayInMonth(month, week, rhythm.weekday, almanac.bankHolidays)),
          )
  return [...new Set(days)].filter((day) => day >= period.from && day <= period.to).sort()
}

/** The next days after a day. Fewer than asked for where the half terms that are known come to an end. */
export function listNextDays(rhythm: Rhythm, after: IsoDate, count: number, almanac: Almanac): IsoDate[] {
  const from = addDays(after, 1)
  for (const years of [2, 4, 8, 16]) {
    const to = `${Number(after.slice(0, 4)) + years}-12-31`
    const days = listRhythmDays(rhythm, { from, to }, almanac)
    if (days.length >= count || years === 16) return days.slice(0, count)
  }
  return []
}

/** "2026-08" as a number of months, so that every third can be counted. */
const numberOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1

/** From a few months before, since a meeting may be moved on out of a month it skips. */
function monthsAround({ from, to }: Period): number[] {
  const first = numberOf(from) - 12
  return Array.from({ length: numberOf(to) - first + 1 }, (_, index) => first + index)
}

function isTurn(rhythm: Exclude<Rhythm, { kind: 'half-termly' }>, month: number): boolean {
  if (rhythm.kind === 'every')
    return (((month - numberOf(rhythm.from)) % rhythm.months) + rhythm.months) % rhythm.months === 0
  if (rhythm.kind === 'in months') return rhythm.months.includes((month % 12) + 1)
  return true
}

function weeksOf(rhythm: Exclude<Rhythm, { kind: 'half-termly' }>): Week[] {
  return rhythm.kind === 'twice a month' ? rhythm.weeks : [rhythm.week]
}

function afterSkips(month: number, skips: number[]): number {
  // Whoever skipped all twelve would never meet: then none is skipped.
  if (skips.length > 11) return month
  let next = month
  while (skips.includes((next % 12) + 1)) next += 1
  return next
}

/** On a bank holiday it is a week later; where that is another month, or another holiday, a week earlier. */
function workingDayInMonth(month: number, week: Week, weekday: number, holidays: ReadonlySet<IsoDate>): IsoDate {
  const first = Temporal.PlainDate.from({ year: Math.floor(month / 12), month: (month % 12) + 1, day: 1 })
  const firstSuch = 1 + ((weekday - first.dayOfWeek + 7) % 7)
  const most = Math.floor((first.daysInMonth - firstSuch) / 7) + 1
  const wanted = week === 'last' ? most : week
  const day = (nth: number) => first.with({ day: firstSuch + 7 * (nth - 1) }).toString()
  const isFree = (nth: number) => nth >= 1 && nth <= most && !holidays.has(day(nth))
  const found = [wanted, wanted + 1, wanted - 1, wanted + 2, wanted - 2].find(isFree)
  return day(found ?? wanted)
}

function dayInHalfTerm(rhythm: Extract<Rhythm, { kind: 'half-termly' }>, half: Period, almanac: Almanac): IsoDate[] {
  const days: IsoDate[] = []
  const start = Temporal.PlainDate.from(half.from)
  for (let day = addDays(half.from, (rhythm.weekday - start.dayOfWeek + 7) % 7); day <= half.to; day = addDays(day, 7))
    if (!almanac.bankHolidays.has(day)) days.push(day)
  const found = days[rhythm.nth - 1] ?? days.at(-1)
  return found === undefined ? [] : [found]
}
