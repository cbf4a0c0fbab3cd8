import { type IsoDate, isIsoDate, sayDate } from '../../domain/shared/calendar-date.ts'

export interface FieldError {
  field: string
  text: string
}

/** The day somebody told them: not before it was written here, and not in the days to come. */
export function checkTold(typed: string, answeredOn: IsoDate, today: IsoDate): { on: IsoDate } | { error: FieldError } {
  const on = typed.trim()
  if (!isIsoDate(on))
    return { error: { field: 'on', text: `Write the day you told them, as year-month-day: ${today}.` } }
  if (on > today || on < answeredOn)
    return {
      error: {
        field: 'on',
        text:
          answeredOn === today
            ? 'Choose today: you wrote it today.'
            : `Choose a day from ${sayDate(answeredOn)} to today.`,
      },
    }
  return { on }
}
