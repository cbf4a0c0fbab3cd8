import { saysCare } from '../../../domain/governance/calendar-words.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField, makeSelect } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { paths } from '../bodies.paths.ts'
import { type Body, type BodyKind, beginBody, changeBody, findBody, KINDS, listBodies, REGIMES } from '../body.store.ts'
import { checkNames } from '../check-names.ts'
import { listUnder } from '../structure.ts'

export const REGIME_WORDS = {
  advisory: 'Advisory: its papers are for those who sit there',
  formal: 'Formal: its open papers may be read by every colleague who reads meetings',
  partnership: 'Partnership: its papers are for those who sit there, partners among them',
}
export const KIND_WORDS: Record<BodyKind, string> = {
  council: 'Council or cabinet',
  board: 'Board or panel',
  scrutiny: 'Scrutiny',
  'working group': 'Working group',
  'young people': 'Young people’s council or forum',
}

export async function showNewBody(visit: Visit): Promise<Answer> {
  return showBegin(visit, [])
}

export async function submitNewBody(visit: Visit): Promise<Answer> {
  const bodies = await visit.database.as(visit.actor, listBodies)
  const read = readForm(visit, bodies)
  const regime = REGIMES.find((one) => one === visit.form.regime)
  if (regime === undefined) read.errors.push({ field: 'regime', text: 'Choose who may read its papers.' })
  read.errors.push(...(await checkNames(visit, ['name', 'what'])))
  if (regime === undefined || read.errors.length > 0) return showBegin(visit, read.errors)
  const id = await visit.database.as(visit.actor, async (query) => {
    const made = await beginBody(query, visit.actor, { ...read.body, regime }, visit.today)
    await recordTrace(query, visit.actor, { event: 'body begun', detail: { body: made } })
    return made
  })
  return { redirect: `${paths.body(id)}?done=begun` }
}

export async function showEditBody(visit: Visit): Promise<Answer> {
  return showEdit(visit, [])
}

export async function submitEditBody(visit: Visit): Promise<Answer> {
  const { body, bodies } = await readBodies(visit)
  if (body === null) return notFound
  const read = readForm(visit, bodies)
  if (read.body.parentId !== null && [body.id, ...listUnder(bodies, body.id)].includes(read.body.parentId))
    read.errors.push({ field: 'parent', text: 'That body is under this one, or is this one. Choose another.' })
  read.errors.push(...(await checkNames(visit, ['name', 'what', 'calendar'])))
  if (read.errors.length > 0) return showEdit(visit, read.errors)
  await visit.database.as(visit.actor, async (query) => {
    await changeBody(query, body.id, read.body)
    await recordTrace(query, visit.actor, { event: 'body changed', detail: { body: body.id } })
  })
  return { redirect: `${paths.body(body.id)}?done=changed` }
}

async function readBodies(visit: Visit): Promise<{ body: Body | null; bodies: Body[] }> {
  return visit.database.as(visit.actor, async (query) => ({
    body: await findBody(query, visit.params.id),
    bodies: await listBodies(query),
  }))
}

function readForm({ form }: Visit, bodies: Body[]) {
  const text = (name: string) => (form[name] ?? '').trim()
  const errors: FieldError[] = []
  const [name, calendarName] = [text('name'), text('calendar') || 'Meeting']
  if (name.length < 3 || name.length > 120) errors.push({ field: 'name', text: 'Enter its name, in 3 to 120 letters.' })
  if (calendarName.length > 60) errors.push({ field: 'calendar', text: 'Enter at most 60 letters.' })
  if (saysCare(calendarName))
    errors.push({
      field: 'calendar',
      text: 'Choose words that say nothing about care: a calendar is seen on lock screens, at home and at school.',
    })
  const parentId = bodies.find(({ id }) => id === form.parent)?.id ?? null
  const kind = KINDS.find((one) => one === form.kind) ?? 'board'
  return { errors, body: { name, kind, whatItDoes: text('what'), parentId, calendarName } }
}

function listFields(values: Record<string, string | undefined>, bodies: Body[], errors: FieldError[]) {
  return [
    makeField('name', { label: 'Its name', value: values.name }, errors),
    makeSelect(
      'kind',
      { label: 'What kind of body', value: values.kind ?? 'board' },
      KINDS.map((value) => ({ value, text: KIND_WORDS[value] })),
      errors,
    ),
    makeField('what', { label: 'What it is there to do', value: values.what, rows: 3 }, errors),
    makeSelect(
      'parent',
      { label: 'It answers to', value: values.parent },
      [{ value: '', text: 'Nobody here' }, ...bodies.map(({ id, name }) => ({ value: id, text: name }))],
      errors,
    ),
  ]
}

async function showBegin({ form, database, actor }: Visit, errors: FieldError[]): Promise<Answer> {
  const bodies = await database.as(actor, listBodies)
  const regimes = REGIMES.map((value) => ({ value, text: REGIME_WORDS[value] }))
  return {
    template: 'form.njk',
    title: 'Begin a body',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: 'Which board, panel or group holds you to the promises?',
      lead: 'Young people’s item is first on every agenda of it.',
      action: paths.newBody(),
      button: 'Begin it',
      cancelHref: paths.structure(),
      extras: [],
      fields: [
        ...listFields(form, bodies, errors),
        makeSelect(
          'regime',
          { label: 'Who may read its papers', value: form.regime },
          [{ value: '', text: 'Choose' }, ...regimes],
          errors,
        ),
      ],
    },
    page: { isNarrow: true, back: { href: paths.structure(), text: 'All bodies' }, ...listErrors(errors) },
  }
}

async function showEdit(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const { body, bodies } = await readBodies(visit)
  if (body === null) return notFound
  const values =
    errors.length > 0
      ? visit.form
      : {
          name: body.name,
          kind: body.kind,
          what: body.whatItDoes,
          parent: body.parentId ?? '',
          calendar: body.calendarName,
        }
  const others = bodies.filter(({ id }) => id !== body.id)
  const hint = 'Seen on lock screens: “Board meeting”, “Wednesday group”. It says nothing about care.'
  return {
    template: 'form.njk',
    title: `Change ${body.name}`,
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: `What the ${body.name} is, and whom it answers to.`,
      lead: '',
      action: paths.edit(body.id),
      button: 'Save',
      cancelHref: paths.body(body.id),
      extras: [],
      fields: [
        ...listFields(values, others, errors),
        makeField('calendar', { label: 'What calendars call its meetings', hint, value: values.calendar }, errors),
      ],
    },
    page: { isNarrow: true, back: { href: paths.body(body.id), text: body.name }, ...listErrors(errors) },
  }
}
