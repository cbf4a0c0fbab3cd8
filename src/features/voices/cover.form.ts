import { addDays, type IsoDate, isIsoDate, sayDate } from '../../domain/shared/calendar-date.ts'
import type { FieldError } from './told.form.ts'

export interface CoverTyped {
  for: string
  cover: string
  from: string
  until: string
}

export interface NewCover {
  forId: string
  coverId: string
  startsOn: IsoDate
  endsOn: IsoDate | null
}

/** Somebody else, from a day on, until a day or for as long as it takes. */
export function checkCover(
  typed: CoverTyped,
  known: ReadonlySet<string>,
  today: IsoDate,
): { errors: FieldError[]; cover: NewCover | null } {
  const errors: FieldError[] = []
  if (!known.has(typed.for)) errors.push({ field: 'for', text: 'Choose whose cover it is.' })
  if (!known.has(typed.cover)) errors.push({ field: 'cover', text: 'Choose who reads for them.' })
  else if (typed.cover === typed.for)
    errors.push({ field: 'cover', text: 'Choose somebody else: nobody covers for themselves.' })
  if (!isIsoDate(typed.from)) errors.push({ field: 'from', text: `Write the first day as year-month-day: ${today}.` })
  else if (typed.from < today || typed.from > addDays(today, 366))
    errors.push({ field: 'from', text: `Choose a first day from ${sayDate(today)} on, within a year.` })
  if (typed.until !== '' && !isIsoDate(typed.until))
    errors.push({ field: 'until', text: 'Write the last day as year-month-day, or leave it empty.' })
  else if (typed.until !== '' && typed.until < typed.from)
    errors.push({ field: 'until', text: 'Choose a last day on or after the first.' })
  if (errors.length > 0) return { errors, cover: null }
  return {
    errors,
    cover: { forId: typed.for, coverId: typed.cover, startsOn: typed.from, endsOn: typed.until || null },
  }
}
