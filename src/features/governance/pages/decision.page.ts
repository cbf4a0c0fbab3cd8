import { isIsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { sayLabels } from '../../../shapes/plan/principle-label.store.ts'
import { type FieldError, listErrors, makeField, makeSelect } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { tellOfPromise } from '../../promises/index.ts'
import { readThread } from '../../thread/index.ts'
import { addDecision, addMinuteAction, findDecision, listMinuteActions, type Outcome } from '../decision.store.ts'
import { paths } from '../governance.paths.ts'
import { findItem, findMeeting } from '../meeting.store.ts'
import { listNameErrors } from '../names/find-names.ts'
import { presentOutcome } from './meeting.presenter.ts'
import { presentActionState } from './present-action.ts'

const OUTCOMES = [
  { value: '', text: 'Choose' },
  { value: 'yes', text: 'Agreed' },
  { value: 'no, because', text: 'No, because' },
  { value: 'noted', text: 'Noted' },
]

export async function showMinute(visit: Visit): Promise<Answer> {
  return showForm(visit, [])
}

export async function submitMinute(visit: Visit): Promise<Answer> {
  const text = (name: string) => (visit.form[name] ?? '').trim()
  const errors: FieldError[] = []
  if (text('title') === '') errors.push({ field: 'title', text: 'Say in a few words what was decided.' })
  if (text('words') === '') errors.push({ field: 'words', text: 'Write the decision as it is minuted.' })
  if (!OUTCOMES.some(({ value }) => value !== '' && value === text('outcome')))
    errors.push({ field: 'outcome', text: 'Choose how it was decided.' })
  if (errors.length > 0) return showForm(visit, errors)
  const id = await visit.database.as(visit.actor, async (query) => {
    const item = await findItem(query, visit.params.id ?? '')
    const meeting = item && (await findMeeting(query, item.meetingId))
    if (item === null || meeting === null || meeting.status === 'planned') return null
    const names = await listNameErrors(query, [
      { field: 'title', words: text('title') },
      { field: 'words', words: text('words') },
    ])
    if (names.length > 0) return names
    const decision = {
      itemId: item.id,
      meetingId: item.meetingId,
      bodyId: item.bodyId,
      title: text('title'),
      words: text('words'),
      outcome: text('outcome') as Outcome,
    }
    const made = await addDecision(query, visit.actor.authorityId, decision, meeting.day)
    await recordTrace(query, visit.actor, { event: 'decision minuted', detail: { decision: made } })
    return made
  })
  if (Array.isArray(id)) return showForm(visit, id)
  return id === null ? notFound : { redirect: paths.decision(id) }
}

async function showForm(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const item = await visit.database.as(visit.actor, (query) => findItem(query, visit.params.id ?? ''))
  if (item === null) return notFound
  const { form } = visit
  return {
    template: 'form.njk',
    title: 'Minute a decision',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: `What was decided on “${item.title ?? 'young people’s item'}”?`,
      lead: 'Use words that those who asked can read, and no young person’s name. It can be released on request.',
      action: paths.minute(item.id),
      button: 'Minute it',
      cancelHref: paths.meeting(item.meetingId),
      extras: [],
      fields: [
        makeField('title', { label: 'In a few words', value: form.title }, errors),
        makeField('words', { label: 'As minuted', value: form.words, rows: 5 }, errors),
        makeSelect('outcome', { label: 'How it was decided', value: form.outcome }, OUTCOMES, errors),
      ],
    },
    page: { isNarrow: true, back: { href: paths.meeting(item.meetingId), text: 'The meeting' }, ...listErrors(errors) },
  }
}

export async function showDecision(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

export async function submitMinuteAction(visit: Visit): Promise<Answer> {
  const text = (name: string) => (visit.form[name] ?? '').trim()
  const errors: FieldError[] = []
  if (text('words') === '') errors.push({ field: 'words', text: 'Say what is to be done.' })
  if (text('owner') === '')
    errors.push({ field: 'owner', text: 'Say who does it: an action without a name is nobody’s.' })
  if (!isIsoDate(text('dueOn')))
    errors.push({ field: 'dueOn', text: 'Enter a day that exists, as year-month-day: 2026-10-13.' })
  if (errors.length > 0) return show(visit, errors)
  const isThere = await visit.database.as(visit.actor, async (query) => {
    const decision = await findDecision(query, visit.params.id ?? '')
    if (decision === null) return false
    const names = await listNameErrors(query, [
      { field: 'words', words: text('words') },
      { field: 'owner', words: text('owner') },
    ])
    if (names.length > 0) return names
    const action = { decisionId: decision.id, words: text('words'), owner: text('owner'), dueOn: text('dueOn') }
    await addMinuteAction(query, visit.actor.authorityId, action)
    await recordTrace(query, visit.actor, { event: 'action minuted', detail: { decision: decision.id } })
    return true
  })
  if (Array.isArray(isThere)) return show(visit, isThere)
  return isThere ? { redirect: paths.decision(visit.params.id!) } : notFound
}

async function show(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const found = await visit.database.as(visit.actor, async (query) => {
    const decision = await findDecision(query, visit.params.id ?? '')
    return (
      decision && {
        decision,
        actions: await listMinuteActions(query, decision.id),
        principles: await sayLabels(query, 'decision', decision.id),
      }
    )
  })
  if (found === null) return notFound
  const { decision, actions, principles } = found
  const { form } = visit
  return {
    template: 'features/governance/pages/decision.njk',
    title: 'A decision',
    status: errors.length > 0 ? 422 : 200,
    model: {
      threadKnots: await readThread(visit, { kind: 'decision', ref: decision.id }, tellOfPromise),
      title: decision.title,
      lead: `${decision.body}, ${sayDate(decision.decidedOn)}${decision.itemTitle ? `, on “${decision.itemTitle}”` : ''}`,
      pill: presentOutcome(decision),
      words: decision.words,
      whatCame: decision.whatCame ?? '',
      principles: principles.join('; '),
      actions: actions.map((action) => ({
        text: action.words,
        href: paths.action(action.id),
        note: `${action.owner}${action.shownBy ? ` · shown by: ${action.shownBy}` : ''}`,
        pill: presentActionState({ ...action, minutedOn: decision.decidedOn }, visit.today),
      })),
      canWrite: visit.can('meetings:write'),
      action: `${paths.decision(decision.id)}/actions`,
      fields: [
        makeField('words', { label: 'What is to be done', value: form.words }, errors),
        makeField('owner', { label: 'Who does it', hint: 'Their job title', value: form.owner }, errors),
        makeField(
          'dueOn',
          { label: 'By when', hint: 'Year-month-day', value: form.dueOn, classes: 'govuk-input--width-10' },
          errors,
        ),
      ],
    },
    page: { back: { href: paths.meeting(decision.meetingId), text: 'The meeting' }, ...listErrors(errors) },
  }
}
