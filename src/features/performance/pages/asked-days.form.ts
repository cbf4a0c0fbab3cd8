import { type IsoDate, isIsoDate, lastQuarterEnd } from '../../../domain/shared/calendar-date.ts'

export interface AskedDays {
  asAt: IsoDate
  knownOn: IsoDate | null
  /** As typed, so that nothing is lost. */
  typed: { asAt: string; knownOn: string }
  errors: { text: string; href: string }[]
}

/**
 * The days of the figures, from the address: today and now where nothing is asked. Readers without the right to true figures
 * have the ends of quarters, as known now: two days near each other, or before and after a correction, would tell of one
 * child who came or left between them.
 */
export function readAskedDays(query: Record<string, string>, today: IsoDate, isTrue: boolean): AskedDays {
  const typed = { asAt: (query['as-at'] ?? '').trim(), knownOn: (query['known-on'] ?? '').trim() }
  const errors: AskedDays['errors'] = []
  const read = (text: string, field: string, otherwise: IsoDate | null) => {
    if (text === '') return otherwise
    if (isIsoDate(text)) return text
    errors.push({ text: `Enter a day that exists, as year-month-day: ${today}.`, href: `#${field}` })
    return otherwise
  }
  const asAt = read(typed.asAt, 'as-at', today)!
  const knownOn = read(typed.knownOn, 'known-on', null)
  if (asAt > today)
    errors.push({ text: 'Choose a day up to today: a figure cannot be worked out for a day to come.', href: '#as-at' })
  const day = asAt > today ? today : asAt
  return isTrue
    ? { asAt: day, knownOn, typed, errors }
    : { asAt: lastQuarterEnd(day), knownOn: null, typed: { asAt: typed.asAt, knownOn: '' }, errors }
}
