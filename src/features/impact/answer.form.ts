import { checkAnswer, EFFECTS, type Effect, type TypedAnswer } from '../../domain/impact/check-answer.ts'
import { isIsoDate } from '../../domain/shared/calendar-date.ts'
import { LEGAL_PRINCIPLES } from '../../domain/strategy/principles.ts'
import { type FieldError, makeField } from '../../web/form-field.ts'
import type { NewAnswer, NewImpactPaper } from './impact.store.ts'

type Form = Record<string, string>

const textOf = (form: Form) => (name: string) => (form[name] ?? '').replace(/\r\n/g, '\n').trim()

export function checkPaper(form: Form): { paper: NewImpactPaper; errors: FieldError[] } {
  const text = textOf(form)
  const paper = {
    title: text('title'),
    whoDecides: text('whoDecides'),
    decidesOn: text('decidesOn'),
    organisation: text('organisation'),
  }
  const errors: FieldError[] = []
  if (paper.title.length < 3 || paper.title.length > 200)
    errors.push({ field: 'title', text: 'Enter the paper’s title, in 3 to 200 letters.' })
  if (paper.whoDecides.length < 3 || paper.whoDecides.length > 160)
    errors.push({ field: 'whoDecides', text: 'Enter who decides: “Cabinet”, or an officer’s title.' })
  if (!isIsoDate(paper.decidesOn))
    errors.push({ field: 'decidesOn', text: 'Enter the day of the decision as year-month-day: 2027-03-14.' })
  if (paper.organisation.length < 2 || paper.organisation.length > 120)
    errors.push({ field: 'organisation', text: 'Enter whose paper it is: a department, or a partner.' })
  return { paper, errors }
}

export function readAnswer(form: Form): TypedAnswer {
  const text = textOf(form)
  return {
    effect: text('effect'),
    why: text('why'),
    aboutHarm: text('aboutHarm'),
    principles: LEGAL_PRINCIPLES.map(({ number }) => number).filter((number) => form[`principle-${number}`] === 'yes'),
    howAsked: text('howAsked'),
    plainWords: text('plainWords'),
    writtenBy: text('writtenBy'),
  }
}

export function checkTyped(form: Form): { answer: NewAnswer; errors: FieldError[] } {
  const typed = readAnswer(form)
  const errors = checkAnswer(typed).map(({ field, text }) => ({
    field: field === 'principles' ? 'principle-1' : field === 'effect' ? 'effect-1' : field,
    text,
  }))
  return { answer: { ...typed, effect: typed.effect as Effect }, errors }
}

/** The database finds a name where the one who types may not ask for it. */
export const NAME_ERROR: FieldError = {
  field: 'why',
  text: 'A young person’s name stands in what you typed. Take it out: nobody is named in a paper.',
}

export function presentPaperFields(paper: NewImpactPaper, errors: FieldError[]) {
  return [
    makeField('title', { label: 'The paper’s title', value: paper.title }, errors),
    makeField(
      'organisation',
      {
        label: 'Whose paper it is',
        hint: 'A department, the hospital trust, a commissioner',
        value: paper.organisation,
      },
      errors,
    ),
    makeField(
      'whoDecides',
      { label: 'Who decides', hint: 'Cabinet, a committee, an officer’s title', value: paper.whoDecides },
      errors,
    ),
    makeField(
      'decidesOn',
      { label: 'On which day', hint: 'Year-month-day', value: paper.decidesOn, classes: 'govuk-input--width-10' },
      errors,
    ),
  ]
}

export function presentAnswerFields(typed: TypedAnswer, errors: FieldError[]) {
  const errorOf = (field: string) => {
    const error = errors.find((one) => one.field === field)
    return error ? { errorMessage: { text: error.text } } : {}
  }
  const area = (name: 'why' | 'aboutHarm' | 'howAsked' | 'plainWords', rows: number, label: string, hint: string) =>
    makeField(name, { label, hint, rows, value: typed[name] }, errors)
  return {
    effect: {
      name: 'effect',
      idPrefix: 'effect',
      fieldset: {
        legend: {
          text: 'What does it do for children in care and care leavers?',
          classes: 'govuk-fieldset__legend--s',
        },
      },
      items: Object.entries(EFFECTS).map(([value, text], index) => ({
        value,
        text,
        id: `effect-${index + 1}`,
        checked: typed.effect === value,
      })),
      ...errorOf('effect-1'),
    },
    why: area(
      'why',
      4,
      'In what way, or why not',
      'Think of a child who moved twice this year, and of somebody of 19 in a first flat. “No difference” needs a reason too.',
    ),
    principles: {
      idPrefix: 'principle',
      classes: 'govuk-checkboxes--small',
      fieldset: {
        legend: { text: 'Which of the seven principles in law it touches', classes: 'govuk-fieldset__legend--s' },
      },
      items: LEGAL_PRINCIPLES.map(({ number, letter, title }) => ({
        id: `principle-${number}`,
        name: `principle-${number}`,
        value: 'yes',
        text: `(${letter}) ${title}`,
        checked: typed.principles.includes(number),
      })),
      ...errorOf('principle-1'),
    },
    aboutHarm: area(
      'aboutHarm',
      3,
      'What will be done about harm',
      'If it could harm anybody: who does what, by when.',
    ),
    howAsked: area(
      'howAsked',
      2,
      'How children and young people were asked',
      '“We did not ask” is an honest answer; say when you will.',
    ),
    plainWords: area(
      'plainWords',
      3,
      'For young people: the same in plain words',
      'If it is opened to them, they read this and say what they think. No names.',
    ),
    writtenBy: makeField(
      'writtenBy',
      { label: 'Who answers, as a title', hint: '“Head of lettings”', value: typed.writtenBy },
      errors,
    ),
  }
}
