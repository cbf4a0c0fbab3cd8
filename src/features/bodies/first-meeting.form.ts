import { isIsoDate, sayDate } from '../../domain/shared/calendar-date.ts'
import type { FieldError } from '../../web/form-field.ts'
import type { Visit } from '../../web/route.ts'

/** A meeting as the clerk types it, without its body. */
export function readFirstMeeting({ form, today }: Pick<Visit, 'form' | 'today'>) {
  const text = (name: string) => (form[name] ?? '').trim()
  const day = text('day')
  const errors: FieldError[] =
    isIsoDate(day) && day >= today
      ? []
      : [{ field: 'day', text: `Enter a day from today on, as year-month-day: ${today} for ${sayDate(today)}.` }]
  return { errors, meeting: { day, time: text('time'), place: text('place'), theme: text('theme') } }
}
