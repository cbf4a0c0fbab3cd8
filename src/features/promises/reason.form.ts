import { addDays, type IsoDate, isIsoDate } from '../../domain/shared/calendar-date.ts'
import type { FieldError } from './proof.form.ts'

export interface ReasonTyped {
  because: string
  reviewOn: string
}

export type ReasonForm =
  | { isGood: true; typed: ReasonTyped; errors: FieldError[]; value: { because: string; reviewOn: IsoDate } }
  | { isGood: false; typed: ReasonTyped; errors: FieldError[] }

export const NO_REASON: ReasonForm = { isGood: false, typed: { because: '', reviewOn: '' }, errors: [] }

/** Why a promise cannot be kept, and the day on which somebody looks again: within a year. */
export function checkReason(form: Record<string, string>, today: IsoDate): ReasonForm {
  const typed = { because: (form.because ?? '').trim(), reviewOn: (form.reviewOn ?? '').trim() }
  const errors: FieldError[] = []
  if (typed.because.length < 20)
    errors.push({
      field: 'because',
      text: 'Say why, so that a young person can understand it: at least twenty letters.',
    })
  if (typed.because.length > 1000) errors.push({ field: 'because', text: 'Say why in 1,000 letters at most.' })
  if (!isIsoDate(typed.reviewOn))
    errors.push({
      field: 'reviewOn',
      text: `Enter the day it is looked at again, as year-month-day: ${addDays(today, 91)}.`,
    })
  else if (typed.reviewOn <= today || typed.reviewOn > addDays(today, 366))
    errors.push({ field: 'reviewOn', text: 'Choose a day after today, within a year.' })
  return errors.length > 0
    ? { isGood: false, typed, errors }
    : { isGood: true, typed, errors, value: { because: typed.because, reviewOn: typed.reviewOn } }
}
