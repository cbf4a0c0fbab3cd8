import { WORKER_PICTURES } from '../../domain/own/look.ts'
import type { NewNight, NightPart } from './people.store.ts'

export const NIGHT_PARTS: readonly { name: NightPart; text: string }[] = [
  { name: 'carer', text: 'Looks after the child at home' },
  { name: 'night staff', text: 'Is awake through the night' },
  { name: 'sleeps in', text: 'Sleeps in' },
  { name: 'on call', text: 'Is not there but picks up the phone' },
]
export const NIGHTS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

export interface NightForm {
  night: NewNight
  errors: { text: string; href: string }[]
}

/** A line of who is there at night. Each night is a field of its own, because one not ticked is not sent. */
export function readNightForm(form: Record<string, string>): NightForm {
  const text = (name: string) => (form[name] ?? '').trim()
  const part = NIGHT_PARTS.find(({ name }) => name === form.part)?.name
  const night: NewNight = {
    firstName: text('firstName'),
    part: part ?? 'carer',
    picture: WORKER_PICTURES.find(([name]) => name === form.picture)?.[0] ?? 'smile',
    phone: text('phone') || null,
    nights: NIGHTS.flatMap((name, nth) => (form[`night-${name}`] === 'yes' ? [nth + 1] : [])),
    fromTime: readTime(text('fromTime')) ?? text('fromTime'),
    toTime: readTime(text('toTime')) ?? text('toTime'),
  }
  const errors: NightForm['errors'] = []
  if (night.firstName === '' || night.firstName.length > 40)
    errors.push({ text: 'Enter the first name that the child knows, in 40 letters or fewer', href: '#firstName' })
  if (part === undefined) errors.push({ text: 'Say what they do at night', href: '#part' })
  if (night.phone !== null && !/^[+\d ]{5,20}$/.test(night.phone))
    errors.push({ text: 'Enter a phone number in figures, or leave it empty', href: '#phone' })
  if (night.nights.length === 0) errors.push({ text: 'Tick the nights on which they are there', href: '#night-Monday' })
  if (readTime(text('fromTime')) === null) errors.push({ text: 'Say from when, as 21:00', href: '#fromTime' })
  if (readTime(text('toTime')) === null) errors.push({ text: 'Say until when, as 07:30', href: '#toTime' })
  return { night, errors }
}

/** "9:00" and "21.30" as "09:00" and "21:30"; null where it is no time of day. */
export function readTime(text: string): string | null {
  const match = text.match(/^(\d{1,2})[:.](\d{2})$/)
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) return null
  return `${match[1]!.padStart(2, '0')}:${match[2]}`
}
