import { FILTER_KINDS, listFields } from '../../../domain/local-measures/filter.ts'
import { THEMES } from '../../../domain/measures/themes.ts'
import { eventKinds } from '../../../domain/record/event-kinds.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField, makeSelect } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { findAnyMeasure } from '../find-any-measure.ts'
import { addLocalMeasure, changeLocalMeasure } from '../local-measure.store.ts'
import { paths } from '../performance.paths.ts'
import { checkMeasure, readTypedMeasure, type TypedMeasure, typedFrom } from './local-measure.form.ts'

export async function showNewLocal(visit: Visit): Promise<Answer> {
  return show(null, readTypedMeasure(visit.form), [])
}

export async function submitNewLocal(visit: Visit): Promise<Answer> {
  const typed = readTypedMeasure(visit.form)
  const { errors, measure } = checkMeasure(typed, false)
  if (measure === null) return show(null, typed, errors)
  const id = await visit.database.as(visit.actor, async (query) => {
    const made = await addLocalMeasure(query, visit.actor, measure)
    await recordTrace(query, visit.actor, { event: 'local measure added', detail: { measure: made } })
    return made
  })
  return { redirect: `${paths.localOne(id)}?done=added` }
}

export async function showChangeLocal(visit: Visit): Promise<Answer> {
  const local = await readLocal(visit)
  return local === null ? notFound : show(local.id, typedFrom(local), [])
}

/** What it counts is never changed under the figures there are: it gets another version. */
export async function submitChangeLocal(visit: Visit): Promise<Answer> {
  const local = await readLocal(visit)
  if (local === null) return notFound
  const typed = readTypedMeasure(visit.form)
  const { errors, measure } = checkMeasure(typed, true)
  if (measure === null) return show(local.id, typed, errors)
  await visit.database.as(visit.actor, async (query) => {
    await changeLocalMeasure(query, visit.actor, { ...local, ...measure }, typed.reason)
    await recordTrace(query, visit.actor, { event: 'local measure changed', detail: { measure: local.id } })
  })
  return { redirect: `${paths.localOne(local.id)}?done=changed` }
}

async function readLocal(visit: Visit) {
  const found = await visit.database.as(visit.actor, (query) => findAnyMeasure(query, visit.params.id ?? ''))
  return found?.local && !found.local.isEnded ? found.local : null
}

function show(id: string | null, typed: TypedMeasure, errors: FieldError[]): Answer {
  return {
    template: 'form.njk',
    title: id === null ? 'Add a measure' : 'Change a measure',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: id === null ? 'What do you want to count?' : `What should ${id} count?`,
      lead: 'A measure has words that everybody understands, and numbers: typed in, or worked out from the record of each child.',
      action: id === null ? paths.newLocal() : paths.changeLocal(id),
      button: id === null ? 'Add it' : 'Change it',
      cancelHref: id === null ? paths.local() : paths.localOne(id),
      extras: [],
      fields: makeFields(typed, errors, id !== null),
    },
    page: {
      isNarrow: true,
      back: id === null ? { href: paths.local(), text: 'Our own figures' } : { href: paths.localOne(id), text: id },
      ...listErrors(errors),
    },
  }
}

const CHOOSE = { value: '', text: 'Choose' }

function makeFields(typed: TypedMeasure, errors: FieldError[], isChange: boolean) {
  const text = (name: keyof TypedMeasure, label: string, hint = '', rows = 0) =>
    makeField(name, { label, ...(hint && { hint }), ...(rows && { rows }), value: typed[name] }, errors)
  const choose = (name: keyof TypedMeasure, label: string, choices: [string, string][], hint = '') =>
    makeSelect(
      name,
      { label, ...(hint && { hint }), value: typed[name] },
      [CHOOSE, ...choices.map(([value, words]) => ({ value, text: words }))],
      errors,
    )
  return [
    text('plainTitle', 'Its name for everybody', 'Children read it too. For example: Saw their social worker alone'),
    text('title', 'Its name for officers'),
    text('why', 'What it means for children', 'One sentence', 2),
    choose(
      'theme',
      'What it is about',
      THEMES.map(({ id, title }) => [id, title]),
    ),
    choose('kind', 'Kind of number', [
      ['count', 'A number of children'],
      ['percent', 'A percentage'],
      ['mean', 'An average'],
    ]),
    choose('direction', 'Which way is good', [
      ['higher', 'Higher'],
      ['lower', 'Lower'],
      ['none', 'Neither'],
    ]),
    choose('period', 'What time it speaks of', [
      ['as at', 'A day'],
      ['month', 'A month'],
      ['quarter', 'A quarter'],
      ['term', 'A school term'],
      ['year', 'A year from 1 April'],
      ['academic year', 'A school year'],
      ['survey', 'A survey'],
    ]),
    text('counted', 'Who is counted', 'A percentage of what', 2),
    text('met', 'Who is met', 'Those in the upper number', 2),
    text('source', 'Where the definition comes from', 'A law, a guide, a decision of ours'),
    choose('sensitive', 'Does it tell of health, offending, coming here alone, faith or sexuality?', [
      ['no', 'No: numbers from 1 to 5 are hidden'],
      ['yes', 'Yes: numbers from 1 to 9 are hidden'],
    ]),
    choose('how', 'Where its numbers come from', [
      ['typed', 'Typed in, each with its source'],
      ['filter', 'Worked out from the record, by the filter below'],
    ]),
    choose(
      'factKind',
      'For a filter: the kind of fact',
      FILTER_KINDS.map((kind) => [kind, eventKinds[kind].title]),
    ),
    choose('when', 'For a filter: which of these facts', [
      ['on the day', 'Those that stand on the day'],
      ['in the year', 'Those of the year from 1 April to the day'],
    ]),
    choose('base', 'For a filter: who is counted', [
      ['in care', 'All children in our care on the day'],
      ['with the fact', 'Children who have such a fact'],
    ]),
    text(
      'countedWhere',
      'For a filter: a fact counts where',
      'One condition a line, or none. For example: age at least 16',
      2,
    ),
    text(
      'metWhere',
      'For a filter: a child is met where',
      `One condition a line. What can be asked: ${sayFields(typed)}`,
      3,
    ),
    ...(isChange ? [text('reason', 'Why it changes', '', 2)] : []),
  ]
}

/** Of the kind that was chosen; before that, what every kind has. */
function sayFields({ factKind }: TypedMeasure): string {
  const kind = FILTER_KINDS.find((one) => one === factKind)
  return kind
    ? `${listFields(kind).join(', ')}.`
    : 'age, sex, ethnicity and days of every fact, and each kind’s own fields: a name that does not fit is answered with those that do.'
}
