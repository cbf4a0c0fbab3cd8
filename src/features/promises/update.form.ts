import type { Progress } from '../../domain/plans/item-standing.ts'
import type { FieldError } from './proof.form.ts'

export interface UpdateTyped {
  words: string
  progress: string
  proof: string
}

export type UpdateForm =
  | {
      isGood: true
      typed: UpdateTyped
      errors: FieldError[]
      value: { words: string; progress: Progress | null; proof: string | null }
    }
  | { isGood: false; typed: UpdateTyped; errors: FieldError[] }

export const NO_UPDATE: UpdateForm = { isGood: false, typed: { words: '', progress: 'same', proof: '' }, errors: [] }

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

/** One sentence, how it stands, and what shows it, in words or a file. Done is not taken without the last. */
export function checkUpdate(form: Record<string, string>, now: Progress | null, hasFile = false): UpdateForm {
  const text = (name: string) => (form[name] ?? '').trim()
  const typed: UpdateTyped = { words: text('words'), progress: text('progress') || 'same', proof: text('proof') }
  const errors: FieldError[] = []
  if (typed.words.length < 3) errors.push({ field: 'words', text: 'Say in a sentence how it stands.' })
  if (typed.words.length > 2000) errors.push({ field: 'words', text: 'Say it in 2,000 letters at most.' })
  if (!listChoices(now).some(({ value }) => value === typed.progress))
    errors.push({ field: 'progress', text: 'Choose how it stands.' })
  if (typed.progress === 'done' && !hasFile && typed.proof.length < 3)
    errors.push({
      field: 'proof',
      text: 'Say what shows that it is done: a list, a letter, what young people said, or a photo.',
    })
  if (typed.proof.length > 500) errors.push({ field: 'proof', text: 'Say what shows it in 500 letters at most.' })
  if (errors.length > 0) return { isGood: false, typed, errors }
  const progress = typed.progress === 'same' ? null : (typed.progress as Progress)
  return { isGood: true, typed, errors, value: { words: typed.words, progress, proof: typed.proof || null } }
}
