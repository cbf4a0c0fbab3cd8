import { type IsoDate, isIsoDate, sayDate } from '../../domain/shared/calendar-date.ts'
import type { FieldError } from '../../web/form-field.ts'

export interface LaunchTyped {
  title: string
  agreedOn: string
  why: string
}

export interface OfficerTyped {
  officer: string
  commitment: string
  wayToTell: string
}

export const NO_LAUNCH: LaunchTyped = { title: '', agreedOn: '', why: '' }
export const NO_OFFICER: OfficerTyped = { officer: '', commitment: '', wayToTell: '' }

/** The pledge launched; after the first time also what the review found, and so why it is launched again. */
export function checkLaunch(form: Record<string, string>, today: IsoDate, isFirst: boolean) {
  const text = (name: string) => (form[name] ?? '').trim()
  const typed: LaunchTyped = { title: text('title'), agreedOn: text('agreedOn'), why: text('why') }
  const errors: FieldError[] = []
  if (typed.title.length < 3 || typed.title.length > 200)
    errors.push({ field: 'title', text: 'Enter what the pledge is called, in 3 to 200 letters.' })
  if (!isIsoDate(typed.agreedOn) || typed.agreedOn > today)
    errors.push({
      field: 'agreedOn',
      text: `Enter the day of the launch, as year-month-day, for example ${today} for ${sayDate(today)}.`,
    })
  if (!isFirst && (typed.why.length < 10 || typed.why.length > 1000))
    errors.push({
      field: 'why',
      text: 'Say what the review found and why it is launched again, in 10 to 1,000 letters.',
    })
  return { typed, errors }
}

/** What one chief officer gives their word on. */
export function checkOfficer(form: Record<string, string>) {
  const text = (name: string) => (form[name] ?? '').trim()
  const typed: OfficerTyped = {
    officer: text('officer'),
    commitment: text('commitment'),
    wayToTell: text('wayToTell'),
  }
  const errors: FieldError[] = []
  if (typed.officer.length < 2 || typed.officer.length > 200)
    errors.push({ field: 'officer', text: 'Enter which chief officer it is, by job title, in 2 to 200 letters.' })
  if (typed.commitment.length < 3 || typed.commitment.length > 1000)
    errors.push({ field: 'commitment', text: 'Enter what they give their word on, in 3 to 1,000 letters.' })
  if (typed.wayToTell.length > 500) errors.push({ field: 'wayToTell', text: 'Say it in 500 letters at most.' })
  return { typed, errors }
}
