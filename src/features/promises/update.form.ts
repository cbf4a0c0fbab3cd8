import type { Progress } from '../../domain/plans/item-standing.ts'
import { isId } from '../../domain/shared/is-id.ts'
import type { FieldError } from './proof.form.ts'

export interface UpdateTyped {
  words: string
  progress: string
  proof: string
  /** Which step or date it is about; empty for the whole. */
  part: string
  /** Made with the form, so that a form sent twice counts once. */
  once: string
}

export type UpdateForm =
  | {
      isGood: true
      typed: UpdateTyped
      errors: FieldError[]
      value: {
        words: string
        progress: Progress | null
        proof: string | null
        part: number | null
        once: string | null
      }
    }
  | { isGood: false; typed: UpdateTyped; errors: FieldError[] }

export const NO_UPDATE: UpdateForm = {
  isGood: false,
  typed: { words: '', progress: 'same', proof: '', part: '', once: '' },
  errors: [],
}

/** What may be chosen, by how it stands now: only what broke down is offered again. */
export function listChoices(now: Progress | null): { value: string; text: string; hint?: string }[] {
  const all = [
    { value: 'same', text: 'As before' },
    { value: 'under way', text: 'Under way' },
    { value: 'done', text: 'Done', hint: 'Say below what shows it' },
    { value: 'broken down', text: 'Broken down' },
    { value: 'offered again', text: 'Offered again' },
  ]
  return all.filter(({ value }) => {
    if (value === 'same') return true
    return now === 'broken down' ? value !== 'broken down' : value !== 'offered again' && value !== now
  })
}

/** What may be chosen for the whole or any of its parts, in one order. */
export function listChoicesOf(all: readonly (Progress | null)[]): ReturnType<typeof listChoices> {
  const found = all.flatMap(listChoices)
  return listChoices(null)
    .toSpliced(-1, 0, ...listChoices('broken down').filter(({ value }) => value === 'offered again'))
    .filter(({ value }, nth, choices) => choices.findIndex((one) => one.value === value) === nth)
    .filter(({ value }) => found.some((one) => one.value === value))
}

/** One sentence, how it stands, and what shows it, in words or a file. Done is not taken without the last. */
export function checkUpdate(
  form: Record<string, string>,
  now: Progress | null,
  hasFile = false,
  parts: readonly { position: number; progress: Progress | null }[] = [],
): UpdateForm {
  const text = (name: string) => (form[name] ?? '').trim()
  const typed: UpdateTyped = {
    words: text('words'),
    progress: text('progress') || 'same',
    proof: text('proof'),
    part: text('part'),
    once: text('once'),
  }
  const errors: FieldError[] = []
  if (typed.words.length < 3) errors.push({ field: 'words', text: 'Say in a sentence how it stands.' })
  if (typed.words.length > 2000) errors.push({ field: 'words', text: 'Say it in 2,000 letters at most.' })
  const part = typed.part === '' ? null : parts.find(({ position }) => String(position) === typed.part)
  if (part === undefined) errors.push({ field: 'part', text: 'Choose which part of it you speak of.' })
  // A part's own progress decides what may be said of it.
  const choices = part ? [...listChoices(now), ...listChoices(part.progress)] : listChoices(now)
  if (!choices.some(({ value }) => value === typed.progress))
    errors.push({ field: 'progress', text: 'Choose how it stands.' })
  if (typed.progress === 'done' && !hasFile && typed.proof.length < 3)
    errors.push({
      field: 'proof',
      text: 'Say what shows that it is done: a list, a letter, what young people said, or a photo.',
    })
  if (typed.proof.length > 500) errors.push({ field: 'proof', text: 'Say what shows it in 500 letters at most.' })
  if (errors.length > 0) return { isGood: false, typed, errors }
  const progress = typed.progress === 'same' ? null : (typed.progress as Progress)
  return {
    isGood: true,
    typed,
    errors,
    value: {
      words: typed.words,
      progress,
      proof: typed.proof || null,
      part: part?.position ?? null,
      once: isId(typed.once) ? typed.once : null,
    },
  }
}
