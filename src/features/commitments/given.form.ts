import { readOneDue } from '../../domain/plans/read-due.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import type { FieldError } from '../../web/form-field.ts'

export interface GivenTyped {
  directorate: string
  title: string
  owner: string
  due: string
  wayToTell: string
}

export interface GivenForm {
  typed: GivenTyped
  errors: FieldError[]
  value: {
    directorate: string
    title: string
    owners: string[]
    dueAsWritten: string | null
    dueOn: IsoDate | null
    wayToTell: string | null
  } | null
}

export const NOTHING_GIVEN: GivenForm = {
  typed: { directorate: '', title: '', owner: '', due: '', wayToTell: '' },
  errors: [],
  value: null,
}

/** A commitment as it was given. What nobody said stays a gap: no owner, no date, no way to tell. */
export function checkGiven(form: Record<string, string>): GivenForm {
  const text = (name: string) => (form[name] ?? '').trim()
  const typed: GivenTyped = {
    directorate: text('directorate'),
    title: text('title'),
    owner: text('owner'),
    due: text('due'),
    wayToTell: text('wayToTell'),
  }
  const errors: FieldError[] = []
  if (typed.directorate.length < 2 || typed.directorate.length > 200)
    errors.push({ field: 'directorate', text: 'Enter the directorate or partner that gave it, in 2 to 200 letters.' })
  if (typed.title.length < 3 || typed.title.length > 1000)
    errors.push({ field: 'title', text: 'Enter what they gave their word on, in 3 to 1,000 letters.' })
  for (const name of ['owner', 'due', 'wayToTell'] as const)
    if (typed[name].length > 500) errors.push({ field: name, text: 'Say it in 500 letters at most.' })
  if (errors.length > 0) return { typed, errors, value: null }
  return {
    typed,
    errors,
    value: {
      directorate: typed.directorate,
      title: typed.title,
      owners: typed.owner === '' ? [] : [typed.owner],
      dueAsWritten: typed.due || null,
      dueOn: typed.due === '' ? null : readOneDue(typed.due),
      wayToTell: typed.wayToTell || null,
    },
  }
}
