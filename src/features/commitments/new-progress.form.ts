import { type ReadReport, readProgress } from '../../domain/commitments/read-progress.ts'
import { type IsoDate, isIsoDate, sayDate } from '../../domain/shared/calendar-date.ts'
import type { FieldError } from '../../web/form-field.ts'
import type { UploadedFile } from '../../web/route.ts'
import { readPlanFile } from '../promises/index.ts'

export interface ProgressTyped {
  report: string
  saidOn: string
  text: string
}

export interface ProgressForm {
  typed: ProgressTyped
  errors: FieldError[]
  /** What was read; null until there is something. */
  read: ReadReport | null
}

export const NO_PROGRESS: ProgressForm = { typed: { report: '', saidOn: '', text: '' }, errors: [], read: null }

const MOST_LETTERS = 500_000
const MOST_ITEMS = 1000
const MOST_WORDS = 4000

/** Reads a report of progress as typed, pasted or chosen. Nothing is kept until it is accepted as shown. */
export function checkProgress(form: Record<string, string>, files: UploadedFile[], today: IsoDate): ProgressForm {
  const file = files[0] ? readPlanFile(files[0]) : null
  const typed: ProgressTyped = {
    report: (form.report ?? '').trim(),
    saidOn: (form.saidOn ?? '').trim(),
    text: file !== null && 'text' in file ? file.text : (form.text ?? ''),
  }
  const errors: FieldError[] = []
  if (typed.report.length < 3 || typed.report.length > 200)
    errors.push({ field: 'report', text: 'Enter what it was told in, such as “One Year On”, in 3 to 200 letters.' })
  if (!isIsoDate(typed.saidOn) || typed.saidOn > today)
    errors.push({
      field: 'saidOn',
      text: `Enter the day it was told, as year-month-day, for example ${today} for ${sayDate(today)}.`,
    })
  if (file !== null && 'problem' in file) {
    errors.push({ field: 'file', text: file.problem })
    return { typed, errors, read: null }
  }
  if (typed.text.length > MOST_LETTERS) {
    errors.push({ field: 'text', text: 'This is too long to be one report. Paste what was said alone.' })
    return { typed, errors, read: null }
  }
  const read = readProgress(typed.text)
  const fault = findFault(read)
  if (fault !== null) errors.push({ field: 'text', text: fault })
  return { typed, errors, read: read.items.length === 0 ? null : read }
}

function findFault({ items }: ReadReport): string | null {
  if (items.length === 0)
    return 'Paste what was said, or choose a file of it: bullets under each directorate’s name, a table, or a line for each.'
  if (items.length > MOST_ITEMS)
    return `A report of more than ${MOST_ITEMS} updates cannot be taken in. Take in a part of it.`
  const long = items.find(({ words }) => words.length > MOST_WORDS)
  if (long)
    return `“${long.words.slice(0, 60)}…” is longer than 4,000 letters. Put each thing that was said on a line of its own.`
  const short = items.find(({ words, directorate }) => words.length < 3 || (directorate?.length ?? 2) < 2)
  if (short) return `“${short.words}” is too short to be read later. Say it in a few words, or take it out.`
  const name = items.find(({ directorate }) => (directorate?.length ?? 0) > 200)
  return name
    ? `“${name.directorate!.slice(0, 60)}…” is too long for a directorate’s name. Shorten it, or make it a line of its own.`
    : null
}
