import { EVENT_KINDS, type EventKind } from '../../domain/commitments/event-words.ts'
import { type IsoDate, isIsoDate, sayDate } from '../../domain/shared/calendar-date.ts'
import type { FieldError } from '../../web/form-field.ts'
import type { NewEvent } from './event.store.ts'

export interface EventTyped {
  kind: string
  title: string
  heldOn: string
  place: string
  guests: string
}

export type EventForm =
  | { isGood: true; typed: EventTyped; errors: FieldError[]; value: NewEvent }
  | { isGood: false; typed: EventTyped; errors: FieldError[] }

/** An event as typed. One that was held is written down as well as one that is to come. */
export function checkEvent(form: Record<string, string>, today: IsoDate): EventForm {
  const text = (name: string) => (form[name] ?? '').trim()
  const typed: EventTyped = {
    kind: text('kind'),
    title: text('title'),
    heldOn: text('heldOn'),
    place: text('place'),
    guests: form.guests ?? '',
  }
  const errors: FieldError[] = []
  const kind = EVENT_KINDS.find((one): one is EventKind => one === typed.kind)
  if (kind === undefined) errors.push({ field: 'kind', text: 'Choose what it is.' })
  if (typed.title.length < 3 || typed.title.length > 200)
    errors.push({ field: 'title', text: 'Enter what it is called, in 3 to 200 letters.' })
  if (!isIsoDate(typed.heldOn))
    errors.push({
      field: 'heldOn',
      text: `Enter its day as year-month-day, for example ${today} for ${sayDate(today)}.`,
    })
  if (typed.place.length === 1 || typed.place.length > 200)
    errors.push({ field: 'place', text: 'Enter where it is in 2 to 200 letters, or leave it empty.' })
  if (typed.guests.split(/\r?\n/).some((line) => line.trim().length === 1 || line.trim().length > 200))
    errors.push({ field: 'guests', text: 'Put each of those invited on a line of 2 to 200 letters.' })
  if (errors.length > 0 || kind === undefined) return { isGood: false, typed, errors }
  const { title, heldOn, place } = typed
  return { isGood: true, typed, errors, value: { kind, title, heldOn, place: place || null } }
}
