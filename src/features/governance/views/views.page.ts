import { sayMeetingDay } from '../../../domain/governance/say-meeting-day.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField, makeSelect } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { paths } from '../governance.paths.ts'
import { findMeeting } from '../meeting.store.ts'
import { listNameErrors } from '../names/find-names.ts'
import {
  addView,
  type Effect,
  findView,
  listDecisionsSince,
  listViews,
  type MeetingView,
  SIDES,
  sayEffect,
} from './view.store.ts'

export async function showViews(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

export async function submitView(visit: Visit): Promise<Answer> {
  const words = (visit.form.words ?? '').trim()
  const saidBy = SIDES.find((side) => side === visit.form.side)
  const errors = await nameErrors(visit)
  if (saidBy === undefined) errors.push({ field: 'side', text: 'Choose who said it.' })
  if (words.length < 5 || words.length > 2000)
    errors.push({ field: 'words', text: 'Enter what was said, in 5 to 2,000 letters.' })
  if (saidBy === undefined || errors.length > 0) return show(visit, errors)
  const done = await visit.database.as(visit.actor, async (query) => {
    const meeting = await findMeeting(query, visit.params.id ?? '')
    if (meeting === null) return null
    await addView(query, visit.actor.authorityId, { meetingId: meeting.id, bodyId: meeting.bodyId, saidBy, words })
    await recordTrace(query, visit.actor, { event: 'view minuted', detail: { meeting: meeting.id } })
    return meeting.id
  })
  return done === null ? notFound : { redirect: `${paths.views(done)}?done=view` }
}

export async function showEffect(visit: Visit): Promise<Answer> {
  return showEffectForm(visit, [])
}

/** What a view came to: what it shaped, or why it shaped nothing. */
export async function submitEffect(visit: Visit): Promise<Answer> {
  const words = (visit.form.words ?? '').trim()
  const effect = (['shaped', 'no, because'] as Effect[]).find((one) => one === visit.form.effect)
  const errors = await nameErrors(visit)
  if (effect === undefined) errors.push({ field: 'effect', text: 'Say whether it shaped something.' })
  if (words.length < 10 || words.length > 2000)
    errors.push({ field: 'words', text: 'Say in a sentence what is different now, or why it is not.' })
  if (effect === undefined || errors.length > 0) return showEffectForm(visit, errors)
  const meetingId = await visit.database.as(visit.actor, async (query) => {
    const view = await findView(query, visit.params.id ?? '')
    if (view === null) return null
    const decisions = await listDecisionsSince(query, view.meetingId)
    const decisionId = decisions.find(({ id }) => id === visit.form.decision)?.id ?? null
    await sayEffect(query, view.id, { effect, words, decisionId: effect === 'shaped' ? decisionId : null })
    await recordTrace(query, visit.actor, { event: 'view answered', detail: { view: view.id } })
    return view.meetingId
  })
  return meetingId === null ? notFound : { redirect: `${paths.views(meetingId)}?done=effect` }
}

function nameErrors(visit: Visit): Promise<FieldError[]> {
  return visit.database.as(visit.actor, (query) =>
    listNameErrors(query, [{ field: 'words', words: visit.form.words ?? '' }]),
  )
}

async function show(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const found = await visit.database.as(visit.actor, async (query) => {
    const meeting = await findMeeting(query, visit.params.id ?? '')
    return meeting && { meeting, views: await listViews(query, meeting.id) }
  })
  if (found === null) return notFound
  const { meeting, views } = found
  const { form } = visit
  const canWrite = visit.can('meetings:write')
  const done = { view: 'It is kept.', effect: 'What came of it is kept, for everybody who was there.' }[
    visit.query.done ?? ''
  ]
  return {
    template: 'features/governance/views/views.njk',
    title: 'What was said',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: sayViews(views),
      lead: `${meeting.body}, ${sayMeetingDay(meeting.day, visit.today)}. Both sides speak and both are answered. Nobody in the group is named.`,
      sides: SIDES.map((side) => ({
        title: side === 'young people' ? 'Young people raised' : 'The council asked young people',
        rows: views.filter(({ saidBy }) => saidBy === side).map((view) => presentView(view, canWrite)),
      })).filter(({ rows }) => rows.length > 0),
      write: canWrite
        ? {
            action: paths.views(meeting.id),
            side: makeSelect(
              'side',
              { label: 'Who said it', value: form.side },
              [
                { value: '', text: 'Choose' },
                { value: 'young people', text: 'Young people' },
                { value: 'the council', text: 'The council, asking them' },
              ],
              errors,
            ),
            words: makeField(
              'words',
              { label: 'What was said', hint: 'The group’s words, and nobody’s name.', value: form.words, rows: 3 },
              errors,
            ),
          }
        : null,
    },
    page: {
      back: { href: paths.meeting(meeting.id), text: 'The meeting' },
      ...listErrors(errors),
      ...(done ? { notice: { text: done, isSuccess: true } } : {}),
    },
  }
}

function sayViews(views: MeetingView[]): string {
  const raised = views.filter(({ saidBy }) => saidBy === 'young people')
  if (raised.length === 0) return 'Nothing that young people raised has been written down yet.'
  const answered = raised.filter(({ effect }) => effect !== null).length
  const things = raised.length === 1 ? 'one thing' : `${raised.length} things`
  const rest =
    answered === 0
      ? 'nobody has said yet what came of it'
      : answered === raised.length
        ? 'what came of each is told'
        : `what came of ${answered} is told`
  return `Young people raised ${things}, and ${rest}.`
}

function presentView(view: MeetingView, canWrite: boolean) {
  const { effect, effectWords, effectOn, decision, decidedBy } = view
  return {
    words: view.words,
    pill:
      effect === null
        ? { state: 'unknown', text: 'not told yet' }
        : effect === 'shaped'
          ? { state: 'kept', text: 'shaped something' }
          : { state: 'cannot', text: 'no, because' },
    effect: effect === null ? '' : `${sayDate(effectOn!)}: ${effectWords}`,
    decision:
      decision === null ? null : { text: `${decidedBy}: “${decision}”`, href: paths.decision(view.decisionId!) },
    editText: effect === null ? 'Say what came of it' : 'Change',
    editHref: canWrite ? paths.view(view.id) : '',
  }
}

async function showEffectForm(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const found = await visit.database.as(visit.actor, async (query) => {
    const view = await findView(query, visit.params.id ?? '')
    return view && { view, decisions: await listDecisionsSince(query, view.meetingId) }
  })
  if (found === null) return notFound
  const { view, decisions } = found
  const { form } = visit
  return {
    template: 'form.njk',
    title: 'What came of it',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: 'What came of what was said?',
      lead: `“${view.words}”`,
      action: paths.view(view.id),
      button: 'Keep it',
      cancelHref: paths.views(view.meetingId),
      extras: [],
      fields: [
        makeSelect(
          'effect',
          { label: 'Did it shape something?', value: form.effect ?? view.effect ?? '' },
          [
            { value: '', text: 'Choose' },
            { value: 'shaped', text: 'Yes' },
            { value: 'no, because', text: 'No, because' },
          ],
          errors,
        ),
        makeField(
          'words',
          { label: 'What is different now, or why it is not', value: form.words ?? view.effectWords ?? '', rows: 3 },
          errors,
        ),
        makeSelect(
          'decision',
          {
            label: 'Which decision it shaped',
            hint: 'Of this body or another, since that day',
            value: form.decision ?? view.decisionId ?? '',
          },
          [
            { value: '', text: 'None, or none yet' },
            ...decisions.map(({ id, title, body, day }) => ({ value: id, text: `${body}, ${sayDate(day)}: ${title}` })),
          ],
          errors,
        ),
      ],
    },
    page: { isNarrow: true, back: { href: paths.views(view.meetingId), text: 'What was said' }, ...listErrors(errors) },
  }
}
