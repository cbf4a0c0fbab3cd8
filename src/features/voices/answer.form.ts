import { type IsoDate, isIsoDate, sayDate } from '../../domain/shared/calendar-date.ts'
import type { FieldError } from './told.form.ts'

/** How an answer reaches a child: on their page, told first because it is hard, or told already. */
export const WAYS = ['page', 'tell', 'told'] as const
export type Way = (typeof WAYS)[number]

export interface AnswerTyped {
  words: string
  changes: string
  by: string
  way: string
}

export const NO_ANSWER: AnswerTyped = { words: '', changes: '', by: '', way: '' }

export interface NewAnswer {
  words: string
  whatChanges: string
  byOn: IsoDate | null
  way: Way
}

export function checkAnswer(
  form: Record<string, string>,
  today: IsoDate,
): { typed: AnswerTyped; errors: FieldError[]; answer: NewAnswer | null } {
  const text = (name: string) => (form[name] ?? '').trim()
  const typed: AnswerTyped = { words: text('words'), changes: text('changes'), by: text('by'), way: text('way') }
  const errors: FieldError[] = []
  if (typed.words.length < 2) errors.push({ field: 'words', text: 'Write your answer to them.' })
  if (typed.words.length > 4000)
    errors.push({ field: 'words', text: 'Make your answer shorter: 4,000 letters at most.' })
  if (typed.changes.length > 1000)
    errors.push({ field: 'changes', text: 'Say what will change in 1,000 letters at most.' })
  if (typed.by !== '' && !isIsoDate(typed.by))
    errors.push({ field: 'by', text: `Write the day as year-month-day, for example ${today}, or leave it empty.` })
  else if (typed.by !== '' && typed.by < today)
    errors.push({ field: 'by', text: `Choose a day from today on: ${sayDate(today)} or later.` })
  else if (typed.by !== '' && typed.changes === '')
    errors.push({ field: 'changes', text: 'Say what will change by that day, or leave the day empty.' })
  const way = WAYS.find((one) => one === typed.way)
  if (way === undefined) errors.push({ field: 'way', text: 'Choose how your answer reaches them.' })
  if (errors.length > 0 || way === undefined) return { typed, errors, answer: null }
  return {
    typed,
    errors,
    answer: { words: typed.words, whatChanges: typed.changes, byOn: typed.by || null, way },
  }
}
