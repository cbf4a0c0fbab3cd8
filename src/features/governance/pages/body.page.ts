import type { Query } from '../../../database/database.ts'
import { isIsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type Colleague, listColleagues } from '../../../shapes/person/staff.store.ts'
import { type FieldError, listErrors, makeField, makeSelect } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { addSeat, type Body, beginBody, endSeat, listBodies, listBodySeats, PARTS, REGIMES } from '../body.store.ts'
import { paths } from '../governance.paths.ts'
import { addMeeting } from '../meeting.store.ts'

const REGIME_WORDS = {
  advisory: 'Advisory: its papers are for those who sit there',
  formal: 'Formal: its open papers may be read by every colleague who reads meetings',
  partnership: 'Partnership: its papers are for those who sit there, partners among them',
}
const DONE: Record<string, string> = {
  begun: 'It is begun, and you are its clerk. Say who else sits there, and plan its first meeting.',
  seated: 'They sit there from today, and read what the part opens.',
  ended: 'Their seat ends with today, and what it opened with it.',
}

export async function showNewBody(visit: Visit): Promise<Answer> {
  return showBegin(visit, [])
}

export async function submitNewBody(visit: Visit): Promise<Answer> {
  const name = (visit.form.name ?? '').trim()
  const regime = REGIMES.find((one) => one === visit.form.regime)
  const errors: FieldError[] = []
  if (name.length < 3 || name.length > 120) errors.push({ field: 'name', text: 'Enter its name, in 3 to 120 letters.' })
  if (regime === undefined) errors.push({ field: 'regime', text: 'Choose who may read its papers.' })
  if (regime === undefined || errors.length > 0) return showBegin(visit, errors)
  const whatItDoes = (visit.form.what ?? '').trim()
  const id = await visit.database.as(visit.actor, async (query) => {
    const made = await beginBody(query, visit.actor, { name, regime, whatItDoes }, visit.today)
    await recordTrace(query, visit.actor, { event: 'body begun', detail: { body: made } })
    return made
  })
  return { redirect: `${paths.body(id)}?done=begun` }
}

async function showBegin({ form }: Visit, errors: FieldError[]): Promise<Answer> {
  return {
    template: 'form.njk',
    title: 'Begin a body',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: 'Which board, panel or group holds you to the promises?',
      lead: 'Young people’s item is first on every agenda of it.',
      action: paths.newBody(),
      button: 'Begin it',
      cancelHref: paths.meetings(),
      extras: [],
      fields: [
        makeField('name', { label: 'Its name', value: form.name }, errors),
        makeSelect(
          'regime',
          { label: 'Who may read its papers', value: form.regime },
          [{ value: '', text: 'Choose' }, ...REGIMES.map((value) => ({ value, text: REGIME_WORDS[value] }))],
          errors,
        ),
        makeField('what', { label: 'What it is there to do', value: form.what, rows: 3 }, errors),
      ],
    },
    page: { isNarrow: true, back: { href: paths.meetings(), text: 'All meetings' }, ...listErrors(errors) },
  }
}

export async function showBody(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

export async function submitSeat(visit: Visit): Promise<Answer> {
  const { form } = visit
  const found = await visit.database.as(visit.actor, (query) => findBody(query, visit.params.id))
  if (found === null) return notFound
  const part = PARTS.find((one) => one === form.part)
  const groupName = (form.group ?? '').trim() || null
  const errors: FieldError[] = []
  if (!found.colleagues.some(({ id }) => id === form.person))
    errors.push({ field: 'person', text: 'Choose who sits there.' })
  if (part === undefined) errors.push({ field: 'part', text: 'Choose the part they have.' })
  if (part === 'young people' && groupName === null)
    errors.push({ field: 'group', text: 'Name the group they speak for.' })
  if (found.seats.some(({ personId }) => personId === form.person))
    errors.push({ field: 'person', text: 'They sit there already. End that seat first.' })
  if (part === undefined || errors.length > 0) return show(visit, errors)
  await visit.database.as(visit.actor, async (query) => {
    const seat = { bodyId: found.body.id, personId: form.person!, part, groupName, startsOn: visit.today }
    await addSeat(query, visit.actor.authorityId, { ...seat, seesPrivate: form.private === 'yes' })
    await recordTrace(query, visit.actor, {
      event: 'seat given',
      detail: { body: found.body.id, person: form.person!, part },
    })
  })
  return { redirect: `${paths.body(found.body.id)}?done=seated` }
}

export async function submitEndSeat(visit: Visit): Promise<Answer> {
  const { id = '', seatId = '' } = visit.params
  const isDone = await visit.database.as(visit.actor, async (query) => {
    const isEnded = await endSeat(query, id, seatId)
    if (isEnded) await recordTrace(query, visit.actor, { event: 'seat ended', detail: { body: id, seat: seatId } })
    return isEnded
  })
  return isDone ? { redirect: `${paths.body(id)}?done=ended` } : notFound
}

export async function submitFirstMeeting(visit: Visit): Promise<Answer> {
  const { form } = visit
  const found = await visit.database.as(visit.actor, (query) => findBody(query, visit.params.id))
  if (found === null) return notFound
  const text = (name: string) => (form[name] ?? '').trim()
  const day = text('day')
  if (!isIsoDate(day) || day < visit.today)
    return show(visit, [
      {
        field: 'day',
        text: `Enter a day from today on, as year-month-day: ${visit.today} for ${sayDate(visit.today)}.`,
      },
    ])
  const made = await visit.database.as(visit.actor, async (query) => {
    const meeting = { bodyId: found.body.id, day, time: text('time'), place: text('place'), theme: text('theme') }
    const id = await addMeeting(query, visit.actor.authorityId, meeting)
    if (id) await recordTrace(query, visit.actor, { event: 'meeting planned', detail: { meeting: id } })
    return id
  })
  if (made === null) return show(visit, [{ field: 'day', text: 'It meets on that day already. Choose another.' }])
  return { redirect: paths.meeting(made) }
}

interface Found {
  body: Body
  seats: Awaited<ReturnType<typeof listBodySeats>>
  colleagues: Colleague[]
}

async function findBody(query: Query, id: string | undefined): Promise<Found | null> {
  const body = (await listBodies(query)).find((one) => one.id === id)
  if (body === undefined) return null
  return { body, seats: await listBodySeats(query, body.id), colleagues: await listColleagues(query, '') }
}

async function show(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const found = await visit.database.as(visit.actor, (query) => findBody(query, visit.params.id))
  if (found === null) return notFound
  const { body, seats, colleagues } = found
  const { form } = visit
  const done = DONE[visit.query.done ?? '']
  return {
    template: 'features/governance/pages/body.njk',
    title: body.name,
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: `${body.name}: ${seats.length === 1 ? 'one person sits' : `${seats.length} people sit`} there.`,
      lead: [body.whatItDoes, `${REGIME_WORDS[body.regime]}.`].filter(Boolean).join(' '),
      seats: seats.map((seat) => ({
        text: [seat.title, seat.name].filter(Boolean).join(': '),
        note: [
          seat.part,
          seat.groupName,
          `since ${sayDate(seat.startsOn)}`,
          seat.seesPrivate ? '' : 'not private items',
        ]
          .filter(Boolean)
          .join(' · '),
        end: paths.endSeat(body.id, seat.id),
        name: seat.name,
      })),
      seatForm: {
        action: paths.seats(body.id),
        fields: [
          makeSelect(
            'person',
            { label: 'Who', value: form.person },
            [
              { value: '', text: 'Choose' },
              ...colleagues.map(({ id, givenName, familyName, title }) => ({
                value: id,
                text: [[givenName, familyName].filter(Boolean).join(' '), title].filter(Boolean).join(', '),
              })),
            ],
            errors,
          ),
          makeSelect(
            'part',
            { label: 'As what', value: form.part },
            [{ value: '', text: 'Choose' }, ...PARTS.map((value) => ({ value, text: value }))],
            errors,
          ),
          makeField('group', { label: 'For young people: the group they speak for', value: form.group }, errors),
          makeSelect(
            'private',
            { label: 'Do they see private items?', value: form.private },
            [
              { value: 'no', text: 'No' },
              { value: 'yes', text: 'Yes' },
            ],
            errors,
          ),
        ],
      },
      meetingForm: {
        action: paths.bodyMeetings(body.id),
        fields: [
          makeField(
            'day',
            { label: 'Day', hint: 'Year-month-day', value: form.day, classes: 'govuk-input--width-10' },
            errors,
          ),
          makeField('time', { label: 'Time', value: form.time, classes: 'govuk-input--width-10' }, errors),
          makeField('place', { label: 'Place', value: form.place }, errors),
          makeField('theme', { label: 'Theme', hint: 'One for each meeting', value: form.theme }, errors),
        ],
      },
    },
    page: {
      isNarrow: true,
      back: { href: paths.meetings(), text: 'All meetings' },
      ...listErrors(errors),
      ...(done ? { notice: { text: done, isSuccess: true } } : {}),
    },
  }
}
