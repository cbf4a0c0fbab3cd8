import { type IsoDate, isIsoDate } from '../shared/calendar-date.ts'
import { listGaps } from './item-standing.ts'
import type { Mapping, PlanField, PlanTable } from './read-plan-table.ts'

/** One item as the table has it. Nothing is filled in that a cell does not say. */
export interface ReadItem {
  /** Counted as in the table: the headings are row 1. */
  row: number
  reference: string | null
  title: string
  priority: string | null
  directorate: string | null
  /** One for each line of the cell, as written. */
  hows: string[]
  owners: string[]
  dueAsWritten: string
  /** Only where the cell is one day and nothing else. */
  dueOn: IsoDate | null
  wayToTell: string | null
  gaps: string[]
}

export interface ReadPlan {
  items: ReadItem[]
  /** Rows that do not say what will be done: left out, and shown. */
  leftOut: { row: number; text: string }[]
}

export function readPlanItems({ rows }: PlanTable, mapping: Mapping): ReadPlan {
  const items: ReadItem[] = []
  const leftOut: ReadPlan['leftOut'] = []
  for (const [index, cells] of rows.entries()) {
    const row = index + 2
    const cell = (field: PlanField) => (mapping[field] === null ? '' : (cells[mapping[field]] ?? ''))
    if (cell('title') === '') {
      leftOut.push({ row, text: cells.filter((text) => text !== '').join(' · ') })
      continue
    }
    const due = cell('due')
    const item = {
      row,
      reference: cell('reference') || null,
      title: cell('title'),
      priority: cell('priority') || null,
      directorate: cell('directorate') || null,
      hows: toLines(cell('hows')),
      owners: toLines(cell('owners')),
      dueAsWritten: due,
      dueOn: readDay(due),
      wayToTell: cell('wayToTell') || null,
    }
    items.push({ ...item, gaps: [...listGaps(item), ...(countDays(due) > 1 ? ['two dates'] : [])] })
  }
  const used = new Map<string, number>()
  for (const { reference } of items) if (reference) used.set(reference, (used.get(reference) ?? 0) + 1)
  for (const item of items) if (item.reference && used.get(item.reference)! > 1) item.gaps.push('number used twice')
  return { items, leftOut }
}

function toLines(cell: string): string[] {
  return cell
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH_NAMES = 'january|february|march|april|may|june|july|august|september|october|november|december'
const ISO = String.raw`(\d{4})-(\d{1,2})-(\d{1,2})`
const NUMBERS = String.raw`(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})`
const WORDS = String.raw`(\d{1,2})(?:st|nd|rd|th)?\s+(${MONTH_NAMES}|${MONTHS.join('|')}|sept)\.?,?\s+(\d{4})`

/** A cell that is one day, written the British way round; null for everything else ("Summer", "from May", two days). */
export function readDay(cell: string): IsoDate | null {
  const text = cell.trim()
  const whole = (form: string) => new RegExp(`^${form}$`, 'i').exec(text)
  const iso = whole(ISO)
  if (iso) return toDay(iso[1]!, Number(iso[2]), iso[3]!)
  const numbers = whole(NUMBERS)
  if (numbers) return toDay(numbers[3]!, Number(numbers[2]), numbers[1]!)
  const words = whole(WORDS)
  return words ? toDay(words[3]!, MONTHS.indexOf(words[2]!.slice(0, 3).toLowerCase()) + 1, words[1]!) : null
}

function toDay(year: string, month: number, day: string): IsoDate | null {
  const full = year.length === 2 ? `20${year}` : year
  const iso = `${full}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isIsoDate(iso) ? iso : null
}

/** How many days a cell names, so that two are shown and none is chosen. */
function countDays(cell: string): number {
  return [...cell.matchAll(new RegExp(`${ISO}|${NUMBERS}|${WORDS}`, 'gi'))].length
}
