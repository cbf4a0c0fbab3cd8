import { normalisePostcode } from '../geography/postcode.ts'
import type { IsoDate } from '../shared/calendar-date.ts'
import { codeSets } from './codes.ts'
import type { CellType } from './tables.ts'

/**
 * One cell as the record keeps it: dates in ISO form, codes in capitals, postcodes with one space. Null when the text is
 * not of its type. The text comes trimmed and is not blank.
 */
export function readCell(type: CellType, text: string): string | null {
  if (type === 'date') return readDate(text)
  const value = text.toUpperCase()
  if (typeof type === 'object') {
    if ('from' in type) return /^\d{1,3}$/.test(value) && isBetween(Number(value), type) ? String(Number(value)) : null
    const set: { codes: ReadonlyMap<string, unknown>; recode?: ReadonlyMap<string, string> } = codeSets[type.codes]
    const code = set.recode?.get(value) ?? value
    return set.codes.has(code) ? code : null
  }
  switch (type) {
    case 'child':
      return value.length <= 32 ? value : null
    case 'yes or no':
      return value === '0' || value === '1' ? value : null
    case 'partial date':
      return readPartialDate(value)
    case 'postcode':
      return normalisePostcode(value)
    default:
      return patterns[type].test(value) ? value : null
  }
}

const patterns = {
  // Permanent, temporary (a letter last), or UN1 to UN5: why there is none. Letters I, O and S are never first.
  'pupil number': /^(?:[A-HJ-NP-RT-Z]\d{11}[0-9A-Z]|UN[1-5])$/,
  // Ofsted's number, or X seven times: inspected by somebody else.
  'provider number': /^(?:SC\d{6}|\d{7}|X{7})$/,
  // The registration number with its prefix; XX for a worker who is not registered.
  worker: /^(?:SW|XX)[0-9A-Z/-]{1,10}$/,
  authority: /^(?:\d{3}|WAL|SCO|NIR|NUK)$/,
}

/** What the cell should hold, as the end of a sentence that says what to do. */
export function sayWhatIsRight(type: CellType): string {
  if (typeof type === 'object') {
    if ('from' in type) return `Give a whole number from ${type.from} to ${type.to}.`
    const set = codeSets[type.codes]
    const codes = [...set.codes.keys()]
    const some = codes.length > 14 ? `one of its codes, such as ${codes.slice(0, 3).join(', ')}` : codes.join(', ')
    return `Give the code of ${set.says}: ${some}.`
  }
  switch (type) {
    case 'date':
      return 'Give a real day as day/month/year, such as 31/03/2026.'
    case 'partial date':
      return 'Give day/month/year, with ZZ for a part that is not known, such as ZZ/05/2020.'
    case 'postcode':
      return 'Give a whole postcode.'
    case 'yes or no':
      return 'Give 1 for yes or 0 for no.'
    case 'pupil number':
      return 'Give a letter and 12 digits, or UN1 to UN5.'
    case 'provider number':
      return 'Give SC and six digits, or seven digits.'
    case 'worker':
      return 'Give SW or XX and the number of the worker.'
    case 'authority':
      return 'Give the three digits of the authority, or WAL, SCO or NIR.'
    case 'child':
      return 'Give the code of the child, of at most 32 characters.'
  }
}

function isBetween(value: number, { from, to }: { from: number; to: number }): boolean {
  return value >= from && value <= to
}

/** dd/mm/yyyy and a day that the calendar has; years 1900 to 2199, so that a slip like 0202 is not a date. */
function readDate(text: string): IsoDate | null {
  const parts = /^(\d\d)\/(\d\d)\/((?:19|20|21)\d\d)$/.exec(text)
  if (parts === null) return null
  const [, day, month, year] = parts as unknown as [string, string, string, string]
  const isReal = Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month))
  return isReal ? `${year}-${month}-${day}` : null
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  if (month < 1 || month > 12) return 0
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Kept as written, in capitals: its parts may be unknown. */
function readPartialDate(text: string): string | null {
  if (/^\d\d\/\d\d\/\d{4}$/.test(text)) return readDate(text) === null ? null : text
  return /^ZZ\/(?:0[1-9]|1[0-2]|ZZ)\/(?:(?:19|20)\d\d|ZZZZ)$/.test(text) ? text : null
}
