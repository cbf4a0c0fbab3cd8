import { addMonths, type IsoDate } from '../../domain/shared/calendar-date.ts'
import type { ProofKind } from '../../shapes/plan/item-proof.store.ts'

export type FieldError = { field: string; text: string }

export interface ProofTyped {
  title: string
  words: string
  months: string
  keptFor: string
  madeTo: string
}

export interface ProofValue {
  kind: ProofKind
  title: string
  words: string | null
  keptFor: number | null
  madeTo: number | null
  goodUntil: IsoDate
}

export type ProofForm =
  | { isGood: true; typed: ProofTyped; errors: FieldError[]; value: ProofValue }
  | { isGood: false; typed: ProofTyped; errors: FieldError[] }

export const NO_PROOF: ProofForm = {
  isGood: false,
  typed: { title: '', words: '', months: '3', keptFor: '', madeTo: '' },
  errors: [],
}

export const MONTHS = ['3', '6', '12'] as const

/** What shows that a promise is kept, in words; for the plan's keeper also how many children it was true for. */
export function checkProof(form: Record<string, string>, today: IsoDate, mayCount: boolean): ProofForm {
  const text = (name: string) => (form[name] ?? '').trim()
  const typed: ProofTyped = {
    title: text('title'),
    words: text('words'),
    months: text('months') || '3',
    keptFor: mayCount ? text('keptFor') : '',
    madeTo: mayCount ? text('madeTo') : '',
  }
  const errors: FieldError[] = []
  if (typed.title.length < 3) errors.push({ field: 'title', text: 'Say what shows it, in a few words.' })
  if (typed.title.length > 500)
    errors.push({ field: 'title', text: 'Say it in 500 letters at most; there is room for more below.' })
  if (typed.words.length > 2000) errors.push({ field: 'words', text: 'Say more in 2,000 letters at most.' })
  if (!(MONTHS as readonly string[]).includes(typed.months))
    errors.push({ field: 'months', text: 'Choose how long it shows this.' })
  const isCount = typed.keptFor !== '' || typed.madeTo !== ''
  const [keptFor, madeTo] = [readCount(typed.keptFor), readCount(typed.madeTo)]
  if (isCount && madeTo === null)
    errors.push({ field: 'madeTo', text: 'Enter how many children were counted, as a number: for example 60.' })
  else if (isCount && madeTo === 0) errors.push({ field: 'madeTo', text: 'Count at least one child.' })
  if (isCount && keptFor === null)
    errors.push({ field: 'keptFor', text: 'Enter for how many of them it was true, as a number: for example 52.' })
  else if (isCount && madeTo !== null && keptFor! > madeTo)
    errors.push({ field: 'keptFor', text: 'Enter a number that is not more than how many were counted.' })
  if (errors.length > 0) return { isGood: false, typed, errors }
  const value: ProofValue = {
    kind: isCount ? 'count' : 'text',
    title: typed.title,
    words: typed.words || null,
    keptFor: isCount ? keptFor : null,
    madeTo: isCount ? madeTo : null,
    goodUntil: addMonths(today, Number(typed.months)),
  }
  return { isGood: true, typed, errors, value }
}

function readCount(text: string): number | null {
  return /^\d{1,6}$/.test(text) ? Number(text) : null
}
