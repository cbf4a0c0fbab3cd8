import type { Rhythm, Week } from './rhythm.ts'

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
export const MONTH_NAMES =
  'January February March April May June July August September October November December'.split(' ')
const ORDINALS: Record<string, string> = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', last: 'last' }
const COUNTS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** "Every three months, on the second Tuesday; August’s is held in the month after." As it is typed again, too. */
export function sayRhythm(rhythm: Rhythm): string {
  const day = WEEKDAYS[rhythm.weekday - 1]!
  if (rhythm.kind === 'half-termly') return `Once in each half term, on its ${sayNth(rhythm.nth)} ${day}.`
  const on =
    rhythm.kind === 'twice a month'
      ? `on the ${sayWeek(rhythm.weeks[0])} and ${sayWeek(rhythm.weeks[1])} ${day}`
      : `on the ${sayWeek(rhythm.week)} ${day}`
  const skipped = rhythm.skips.map((month) => MONTH_NAMES[month - 1]!)
  const not =
    skipped.length === 0 ? '' : ` It does not meet in ${sayNames(skipped)}: that meeting is held in the month after.`
  return `${capital(sayHowOften(rhythm))}, ${on}.${not}`
}

/** "every three months", as a person types it. */
export function sayHowOften(rhythm: Rhythm): string {
  if (rhythm.kind === 'half-termly' || rhythm.kind === 'twice a month') return rhythm.kind
  if (rhythm.kind === 'in months') return `in ${sayNames(rhythm.months.map((month) => MONTH_NAMES[month - 1]!))}`
  const { months } = rhythm
  if (months === 1) return 'every month'
  if (months === 6) return 'twice a year'
  if (months === 12) return 'every year'
  return `every ${COUNTS[months] ?? months} months`
}

export function sayWeek(week: Week): string {
  return ORDINALS[week]!
}

const sayNth = (nth: number) => ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'][nth - 1] ?? 'last'
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export function sayNames(names: string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
