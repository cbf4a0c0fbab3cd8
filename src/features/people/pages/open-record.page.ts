import { openForReason } from '../../../shapes/person/break-glass.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'

type Errors = { field: 'number' | 'why'; text: string }[]

export async function showOpenRecord(_visit: Visit): Promise<Answer> {
  return show({ number: '', why: '' }, [])
}

export async function submitOpenRecord(visit: Visit): Promise<Answer> {
  const typed = { number: (visit.form.number ?? '').trim(), why: (visit.form.why ?? '').trim() }
  const errors: Errors = []
  if (typed.number === '') errors.push({ field: 'number', text: 'Enter the child’s return number, all of it.' })
  if (typed.why.length < 20)
    errors.push({
      field: 'why',
      text: 'Say why you need this record now, in at least twenty letters: a manager will read it.',
    })
  if (errors.length > 0) return show(typed, errors)
  const child = await visit.database.as(visit.actor, (query) => openForReason(query, typed.number, typed.why))
  // The same words for a number that is nobody's, one that may not be opened, and too many in a day.
  if (child === null)
    return show(typed, [
      {
        field: 'number',
        text: 'We found no record that can be opened for this number today. Check the number, or ask the child’s team.',
      },
    ])
  return { redirect: `/children/${child}` }
}

function show(typed: { number: string; why: string }, errors: Errors): Answer {
  const errorOf = (field: string) => {
    const error = errors.find((one) => one.field === field)
    return error ? { errorMessage: { text: error.text } } : {}
  }
  return {
    template: 'features/people/pages/open-record.njk',
    title: 'Open a record with a reason',
    status: errors.length > 0 ? 422 : 200,
    page: {
      isNarrow: true,
      back: { href: '/children', text: 'Children' },
      ...(errors.length > 0 ? { errors: errors.map((error) => ({ text: error.text, href: `#${error.field}` })) } : {}),
    },
    model: {
      number: {
        id: 'number',
        name: 'number',
        value: typed.number,
        classes: 'govuk-input--width-10',
        autocomplete: 'off',
        label: { text: 'Return number' },
        ...errorOf('number'),
      },
      why: {
        id: 'why',
        name: 'why',
        value: typed.why,
        rows: 3,
        label: { text: 'Why do you need it now?' },
        ...errorOf('why'),
      },
    },
  }
}
