import { isIsoDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField, makeSelect } from '../../../web/form-field.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { listNameErrors } from '../../governance/index.ts'
import { addActs } from '../member.store.ts'
import { memberPaths as paths } from '../members.paths.ts'
import { readDirectory } from '../read-directory.ts'

const KINDS = { training: 'A training', induction: 'An induction' } as const

export async function showTraining(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

/** Who came, all at once. The same session sent again adds only who was left out. */
export async function submitTraining(visit: Visit): Promise<Answer> {
  const people = await listPeople(visit)
  const [kind, on, words] = ['kind', 'on', 'words'].map((name) => (visit.form[name] ?? '').trim()) as [
    string,
    string,
    string,
  ]
  const came = people.filter(({ id }) => visit.form[`came-${id}`] === 'yes').map(({ id }) => id)
  const errors: FieldError[] = []
  if (!Object.hasOwn(KINDS, kind))
    errors.push({ field: 'kind', text: 'Choose whether it was a training or an induction.' })
  if (!isIsoDate(on) || on > visit.today)
    errors.push({ field: 'on', text: `Enter the day it was, not after today, as year-month-day: ${visit.today}.` })
  if (words === '' || words.length > 600)
    errors.push({ field: 'words', text: 'Say what it was about, in up to 600 letters.' })
  if (came.length === 0) errors.push({ field: `came-${people[0]?.id ?? ''}`, text: 'Tick at least one who came.' })
  errors.push(...(await visit.database.as(visit.actor, (query) => listNameErrors(query, [{ field: 'words', words }]))))
  if (errors.length > 0) return show(visit, errors)
  await visit.database.as(visit.actor, async (query) => {
    await addActs(query, visit.actor.authorityId, came, {
      kind: kind as keyof typeof KINDS,
      doneOn: on,
      words,
      answered: null,
      isTold: false,
    })
    await recordTrace(query, visit.actor, { event: 'training written down', detail: { kind, came: came.length } })
  })
  return { redirect: paths.directory() }
}

/** Who can have come: everybody with a seat who signs in. */
async function listPeople(visit: Visit) {
  const parents = await visit.database.as(visit.actor, (query) => readDirectory(query, visit.today))
  return parents.flatMap(({ personId, name }) => (personId === null ? [] : [{ id: personId, name }]))
}

async function show(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const people = await listPeople(visit)
  const { form } = visit
  const missing = errors.find(({ field }) => field.startsWith('came-'))
  return {
    template: 'features/members/pages/training.njk',
    title: 'Who came to a training',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: 'Who came to the training or the induction?',
      action: paths.training(),
      fields: [
        makeSelect(
          'kind',
          { label: 'What was it?', value: form.kind },
          [{ value: '', text: 'Choose' }, ...Object.entries(KINDS).map(([value, text]) => ({ value, text }))],
          errors,
        ),
        makeField(
          'on',
          { label: 'When?', hint: 'Year-month-day', value: form.on ?? visit.today, classes: 'govuk-input--width-10' },
          errors,
        ),
        makeField('words', { label: 'What was it about?', value: form.words }, errors),
      ],
      came: {
        idPrefix: 'came',
        name: 'came',
        fieldset: { legend: { text: 'Who came', classes: 'govuk-fieldset__legend--s' } },
        ...(missing ? { errorMessage: { text: missing.text } } : {}),
        items: people.map(({ id, name }) => ({
          id: `came-${id}`,
          name: `came-${id}`,
          value: 'yes',
          text: name,
          checked: form[`came-${id}`] === 'yes',
        })),
      },
    },
    page: { isNarrow: true, back: { href: paths.directory(), text: 'Corporate parents' }, ...listErrors(errors) },
  }
}
