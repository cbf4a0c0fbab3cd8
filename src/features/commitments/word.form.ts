import type { PlanItem } from '../../shapes/plan/plan.store.ts'
import type { FieldError } from '../../web/form-field.ts'
import { checkUpdate, type UpdateForm } from '../promises/index.ts'

export interface WordTyped {
  item: string
  words: string
  progress: string
  proof: string
  directorate: string
}

export const NO_WORD: WordTyped = { item: '', words: '', progress: 'same', proof: '', directorate: '' }

export interface WordForm {
  typed: WordTyped
  errors: FieldError[]
  /** What is taken down: a word about a commitment, or progress that answers none on file. */
  value:
    | { item: PlanItem; said: Extract<UpdateForm, { isGood: true }>['value'] }
    | { item: null; directorate: string | null; words: string }
    | null
}

/** What was said at an event. Where it answers a commitment, the rules of an update hold: done needs something that shows it. */
export function checkWord(form: Record<string, string>, items: readonly PlanItem[]): WordForm {
  const text = (name: string) => (form[name] ?? '').trim()
  const typed: WordTyped = {
    item: text('item'),
    words: text('words'),
    progress: text('progress') || 'same',
    proof: text('proof'),
    directorate: text('directorate'),
  }
  if (typed.item === 'none') return checkLoose(typed)
  const item = items.find(({ id }) => id === typed.item)
  const update = checkUpdate(
    { words: typed.words, progress: typed.progress, proof: typed.proof },
    item?.progress ?? null,
  )
  const errors = [
    ...(item
      ? []
      : [{ field: 'item', text: 'Choose the commitment it answers, or say that none on file is answered.' }]),
    // How it may stand follows from the commitment: nothing is said about it before one is chosen.
    ...update.errors.filter(({ field }) => item !== undefined || field !== 'progress'),
  ]
  if (!item || !update.isGood) return { typed, errors, value: null }
  return { typed, errors, value: { item, said: update.value } }
}

function checkLoose(typed: WordTyped): WordForm {
  const errors: FieldError[] = []
  if (typed.words.length < 3 || typed.words.length > 4000)
    errors.push({ field: 'words', text: 'Write down what was said, in 3 to 4,000 letters.' })
  if (typed.directorate.length === 1 || typed.directorate.length > 200)
    errors.push({ field: 'directorate', text: 'Enter whose word it is in 2 to 200 letters, or leave it empty.' })
  if (typed.progress !== 'same')
    errors.push({ field: 'progress', text: 'How it stands is said of a commitment. Choose one, or leave “As before”.' })
  if (errors.length > 0) return { typed, errors, value: null }
  return { typed, errors, value: { item: null, directorate: typed.directorate || null, words: typed.words } }
}
