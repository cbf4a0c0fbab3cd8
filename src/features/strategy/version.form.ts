import { createHash } from 'node:crypto'
import { isIsoDate } from '../../domain/shared/calendar-date.ts'
import type { VersionTexts } from './strategy.store.ts'

export interface FieldError {
  field: string
  text: string
}

export type VersionTyped = Record<keyof VersionTexts, string>

/** The texts of a draft, each with its longest. A draft may lack anything but its title: approval is what asks for the rest. */
export const VERSION_FIELDS: { name: keyof VersionTexts; label: string; hint?: string; rows?: number; most: number }[] =
  [
    { name: 'title', label: 'Title', most: 200 },
    { name: 'period', label: 'For which years', hint: 'For example: 2026 to 2029', most: 60 },
    { name: 'vision', label: 'The vision', rows: 5, most: 4000 },
    {
      name: 'plainWords',
      label: 'The short version, for children',
      hint: 'Typed by a person, in words a ten-year-old reads. Better still: written by young people',
      rows: 6,
      most: 4000,
    },
    { name: 'plainWordsBy', label: 'Who wrote the short version', most: 200 },
    { name: 'foreword', label: 'Foreword', rows: 8, most: 10_000 },
    { name: 'forewordBy', label: 'Who signs the foreword', hint: 'Name and office, as they sign', most: 200 },
    { name: 'forewordOn', label: 'Signed on', hint: 'Year-month-day; leave it empty until it is signed', most: 10 },
    { name: 'why', label: 'What changed since the version before, and why', rows: 4, most: 2000 },
  ]

export function checkVersion(form: Record<string, string>): {
  typed: VersionTyped
  errors: FieldError[]
  value: VersionTexts
} {
  const typed = Object.fromEntries(
    VERSION_FIELDS.map(({ name }) => [name, (form[name] ?? '').replace(/\r\n/g, '\n').trim()]),
  ) as VersionTyped
  const errors: FieldError[] = VERSION_FIELDS.filter(({ name, most }) => typed[name].length > most).map(
    ({ name, most }) => ({ field: name, text: `Say it in ${most.toLocaleString('en-GB')} letters at most.` }),
  )
  if (typed.title.length < 3) errors.push({ field: 'title', text: 'Enter the title of the strategy.' })
  if (typed.forewordOn !== '' && !isIsoDate(typed.forewordOn))
    errors.push({ field: 'forewordOn', text: 'Enter a day that exists, as year-month-day, or leave it empty.' })
  return { typed, errors, value: { ...typed, forewordOn: typed.forewordOn || null } }
}

/** What the texts were when a form was opened, in few letters: so that nobody writes over what somebody else kept meanwhile. */
export function markOf(texts: VersionTexts): string {
  return createHash('sha256')
    .update(JSON.stringify(VERSION_FIELDS.map(({ name }) => texts[name] ?? '')))
    .digest('hex')
    .slice(0, 16)
}
