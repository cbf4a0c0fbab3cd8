import { type IsoDate, isIsoDate } from '../../../domain/shared/calendar-date.ts'

export interface AskedDays {
  asAt: IsoDate
  knownOn: IsoDate | null
  /** As typed, so that nothing is lost. */
  typed: { asAt: string; knownOn: string }
  errors: { text: string; href: string }[]
}

/** The days of the figures, from the address: today and now where nothing is asked. */
export function readAskedDays(query: Record<string, string>, today: IsoDate): AskedDays {
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
  return { asAt: asAt > today ? today : asAt, knownOn, typed, errors }
}
