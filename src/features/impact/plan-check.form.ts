import { INCLUDES, type Includes } from '../../domain/impact/plan-check.ts'
import { type IsoDate, isIsoDate } from '../../domain/shared/calendar-date.ts'
import { type FieldError, makeField, makeSelect } from '../../web/form-field.ts'
import type { CheckedPlan, NewCheckedPlan } from './plan-check.store.ts'

type Form = Record<string, string>

export function checkPlan(form: Form, today: IsoDate): { plan: NewCheckedPlan; errors: FieldError[] } {
  const text = (name: string) => (form[name] ?? '').replace(/\r\n/g, '\n').trim()
  const errors: FieldError[] = []
  const add = (field: string, problem: string) => errors.push({ field, text: problem })
  const day = (field: string, isPast: boolean) => {
    const value = text(field)
    if (value === '' && isPast) return null
    if (!isIsoDate(value)) add(field, 'Enter the day as year-month-day: 2027-03-31.')
    else if (isPast && value > today) add(field, `Enter a day that has been, today at the latest: ${today}.`)
    return value
  }
  const plan = {
    ...{ title: text('title'), reference: text('reference'), organisation: text('organisation'), link: text('link') },
    reviewOn: day('reviewOn', false) ?? '',
    includes: (Object.hasOwn(INCLUDES, text('includes')) ? text('includes') : 'not known') as Includes,
    ...{ words: text('words'), saidBy: text('saidBy'), saidOn: day('saidOn', true) },
    ...{ section: text('section'), approvedBy: text('approvedBy'), approvedOn: day('approvedOn', true) },
  }
  if (plan.title.length < 3 || plan.title.length > 200) add('title', 'Enter the plan’s title, in 3 to 200 letters.')
  if (plan.organisation.length < 2 || plan.organisation.length > 120)
    add('organisation', 'Enter whose plan it is: a department, or a partner.')
  if (plan.link !== '' && (!plan.link.startsWith('https://') || plan.link.length > 500))
    add('link', 'Enter an address that begins with https://')
  if (plan.reference.length > 80) add('reference', 'Enter a shorter reference.')
  if (plan.words.length > 2000) add('words', 'Say it in 2,000 letters at most.')
  if (plan.section.length > 4000) add('section', 'Say it in 4,000 letters at most.')
  if (plan.includes !== 'not known') {
    if (plan.words === '') add('words', 'Say where they stand in it, or why not.')
    if (plan.saidBy === '' || plan.saidBy.length > 120) add('saidBy', 'Enter who said so, as a title.')
    if (plan.saidOn === null) add('saidOn', `Enter the day on which they said so: ${today}.`)
  }
  if ((plan.approvedBy === '') !== (plan.approvedOn === null) || plan.approvedBy.length > 120)
    add(
      plan.approvedBy === '' ? 'approvedBy' : 'approvedOn',
      'An approval has a title and a day. Enter both, or neither.',
    )
  else if (plan.approvedOn !== null && plan.section === '') add('section', 'Enter the words that were approved.')
  return { plan, errors }
}

export function startPlan(plan: CheckedPlan): Form {
  return Object.fromEntries(Object.entries(plan).map(([name, value]) => [name, value ?? '']))
}

export function presentPlanFields(form: Form, errors: FieldError[]) {
  const line = (name: string, label: string, hint = '', classes = '') =>
    makeField(name, { label, hint, classes, value: form[name] }, errors)
  const day = (name: string, label: string) => line(name, label, 'Year-month-day', 'govuk-input--width-10')
  const area = (name: string, label: string, rows: number) =>
    makeField(name, { label, rows, value: form[name] }, errors)
  const choices = Object.entries(INCLUDES).map(([value, text]) => ({ value, text }))
  return [
    line('title', 'The plan'),
    line('reference', 'Reference', 'As your council files it, if it does'),
    line('organisation', 'Whose plan it is', 'A department, the city or area partnership, the hospital trust'),
    line('link', 'Where to read it', 'https://…'),
    day('reviewOn', 'Looked at again on'),
    makeSelect(
      'includes',
      { label: 'Does it include children in care?', value: form.includes ?? 'not known' },
      choices,
      errors,
    ),
    area('words', 'Where in it, or why not', 3),
    line('saidBy', 'Who said so', 'As a title'),
    day('saidOn', 'When'),
    area('section', 'Its section on care leavers, if it has one', 4),
    line('approvedBy', 'Approved by', 'The care-experienced officer’s title'),
    day('approvedOn', 'Approved on'),
  ]
}
