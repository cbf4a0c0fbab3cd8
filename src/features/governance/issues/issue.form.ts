import { type IsoDate, isIsoDate } from '../../../domain/shared/calendar-date.ts'
import type { FieldError } from '../../../web/form-field.ts'
import type { OwnerChoice } from '../minutes/action.store.ts'
import { type NewIssue, type NewIssueDecision, OUTCOMES, WEIGHTS } from './issue.store.ts'

type Form = Record<string, string | undefined>

const MOST = 5000

export function readIssue(form: Form, bodies: { id: string }[]): { issue: NewIssue | null; errors: FieldError[] } {
  const text = (name: string) => (form[name] ?? '').trim()
  const errors: FieldError[] = []
  const bodyId = bodies.find(({ id }) => id === form.body)?.id
  const weight = WEIGHTS.find((one) => one === form.weight)
  const [title, words, tried, asked] = [text('title'), text('words'), text('tried'), text('asked')]
  if (title.length < 5 || title.length > 160)
    errors.push({ field: 'title', text: 'Say what it is in a few words, in 5 to 160 letters.' })
  const long = (field: string, value: string, ask: string) => {
    if (value.length < 10 || value.length > MOST) errors.push({ field, text: ask })
  }
  long('words', words, 'Say what happens, and to how many, in a sentence or more.')
  long('tried', tried, 'Say what was tried already and what came of it: the body begins where you stopped.')
  long('asked', asked, 'Say what you ask the body to do or decide.')
  if (weight === undefined) errors.push({ field: 'weight', text: 'Choose how serious it is.' })
  if (bodyId === undefined) errors.push({ field: 'body', text: 'Choose the body that could settle it.' })
  return bodyId === undefined || weight === undefined || errors.length > 0
    ? { issue: null, errors }
    : { issue: { bodyId, title, words, tried, asked, weight }, errors }
}

export function readIssueDecision(
  form: Form,
  owners: OwnerChoice[],
  hasParent: boolean,
  today: IsoDate,
): { decision: NewIssueDecision | null; errors: FieldError[] } {
  const errors: FieldError[] = []
  const outcome = OUTCOMES.find((one) => one === form.outcome)
  const words = (form.words ?? '').trim()
  const due = (form.due ?? '').trim()
  const owner = owners.find(({ personId }) => personId === form.owner)
  if (outcome === undefined) errors.push({ field: 'outcome', text: 'Choose what the body decided.' })
  if (outcome === 'passed up' && !hasParent)
    errors.push({ field: 'outcome', text: 'This body answers to no other. Take it, or settle it.' })
  if (words.length < 10 || words.length > MOST)
    errors.push({
      field: 'words',
      text: outcome === 'settled' ? 'Say what came of it, in a sentence or more.' : 'Say why, in a sentence or more.',
    })
  if (outcome === 'taken' && owner === undefined) errors.push({ field: 'owner', text: 'Choose who takes it.' })
  if (outcome === 'taken' && (!isIsoDate(due) || due < today))
    errors.push({
      field: 'due',
      text: `Enter the day by which it is done, from today on, as year-month-day: ${today}.`,
    })
  if (outcome === undefined || errors.length > 0) return { decision: null, errors }
  const isTaken = outcome === 'taken'
  return {
    decision: {
      outcome,
      words,
      owner: isTaken ? owner!.label : null,
      ownerPersonId: isTaken ? owner!.personId : null,
      dueOn: isTaken ? due : null,
    },
    errors,
  }
}
