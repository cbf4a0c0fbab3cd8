import { type IsoDate, isIsoDate, sayDate } from '../../domain/shared/calendar-date.ts'

export interface FieldError {
  field: string
  text: string
}

/** The day somebody told them: it may be before it was written here, not before it was said, and not a day to come. */
export function checkTold(typed: string, saidOn: IsoDate, today: IsoDate): { on: IsoDate } | { error: FieldError } {
  const on = typed.trim()
  if (!isIsoDate(on))
    return { error: { field: 'on', text: `Write the day you told them, as year-month-day: ${today}.` } }
  if (on > today || on < saidOn)
    return {
      error: {
        field: 'on',
        text: saidOn === today ? 'Choose today: they said it today.' : `Choose a day from ${sayDate(saidOn)} to today.`,
      },
    }
  return { on }
}
