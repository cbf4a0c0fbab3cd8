import { addDays, addMonths, type IsoDate, isIsoDate } from '../shared/calendar-date.ts'

/** One date as the plan has it, and its day; a month alone means its last day. */
export interface Due {
  asWritten: string
  on: IsoDate
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const NAMES = `january|february|march|april|may|june|july|august|september|october|november|december|sept|${MONTHS.join('|')}`
const FORMS: [RegExp, (match: RegExpMatchArray) => IsoDate | null][] = [
  [/\b(\d{4})-(\d{1,2})-(\d{1,2})\b/giu, ([, year, month, day]) => toDay(year!, Number(month), day!)],
  [/\b(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})\b/giu, ([, day, month, year]) => toDay(year!, Number(month), day!)],
  [
    new RegExp(String.raw`\b(\d{1,2})\s?(?:st|nd|rd|th)?\s+(?:of\s+)?(${NAMES})\.?,?\s+(\d{4})\b`, 'giu'),
    ([, day, month, year]) => toDay(year!, monthOf(month!), day!),
  ],
  [
    new RegExp(String.raw`\b(${NAMES})\.?,?\s+(\d{4})\b`, 'giu'),
    ([, month, year]) => {
      const first = toDay(year!, monthOf(month!), '1')
      return first === null ? null : addDays(addMonths(first, 1), -1)
    },
  ],
]

/** Every date that a cell names, in its order. Nothing is worked out of "Summer", "ongoing" or "each quarter". */
export function readDues(cell: string): Due[] {
  const found: (Due & { at: number })[] = []
  for (const [form, toIso] of FORMS)
    for (const match of cell.matchAll(form)) {
      const at = match.index
      const end = at + match[0].length
      if (found.some((other) => at < other.at + other.asWritten.length && other.at < end)) continue
      const on = toIso(match)
      if (on !== null) found.push({ at, asWritten: match[0], on })
    }
  return found.sort((one, other) => one.at - other.at).map(({ asWritten, on }) => ({ asWritten, on }))
}

/** The one day of a cell that is a day, or a month, and nothing else; "by" and "end of" change nothing. */
export function readOneDue(cell: string): IsoDate | null {
  const dues = readDues(cell)
  if (dues.length !== 1) return null
  const rest = cell.replace(dues[0]!.asWritten, '').replace(/\b(?:by|before|end of|the end of)\b/giu, '')
  return /[\p{L}\d]/u.test(rest) ? null : dues[0]!.on
}

const monthOf = (name: string) => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1

function toDay(year: string, month: number, day: string): IsoDate | null {
  const full = year.length === 2 ? `20${year}` : year
  const iso = `${full}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isIsoDate(iso) ? iso : null
}
