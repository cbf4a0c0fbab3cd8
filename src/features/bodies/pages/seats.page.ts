import type { Query } from '../../../database/database.ts'
import { isIsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type Colleague, listColleagues } from '../../../shapes/person/staff.store.ts'
import { type FieldError, listErrors, makeField, makeSelect } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { paths } from '../bodies.paths.ts'
import { type Body, findBody } from '../body.store.ts'
import { checkNames } from '../check-names.ts'
import { addSeat, endSeat, listSeats, type NewSeat, PARTS, type Seat, saySeat } from '../seat.store.ts'

const DONE: Record<string, string> = {
  seated: 'They have a seat from today, and read what the part opens for as long as it lasts.',
  ended: 'Their seat ends with today, and what it opened with it.',
}

export async function showSeats(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

export async function submitSeat(visit: Visit): Promise<Answer> {
  const found = await visit.database.as(visit.actor, (query) => read(query, visit.params.id))
  if (found === null) return notFound
  const { seat, errors } = readSeat(visit, found)
  errors.push(...(await checkNames(visit, ['name', 'group'])))
  if (seat === null || errors.length > 0) return show(visit, errors)
  await visit.database.as(visit.actor, async (query) => {
    await addSeat(query, visit.actor.authorityId, seat)
    const whose = seat.personId === null ? {} : { person: seat.personId }
    await recordTrace(query, visit.actor, {
      event: 'seat given',
      detail: { body: found.body.id, ...whose, part: seat.part },
    })
  })
  return { redirect: `${paths.seats(found.body.id)}?done=seated` }
}

export async function submitEndSeat(visit: Visit): Promise<Answer> {
  const { id = '', seatId = '' } = visit.params
  const isDone = await visit.database.as(visit.actor, async (query) => {
    const isEnded = await endSeat(query, id, seatId)
    if (isEnded) await recordTrace(query, visit.actor, { event: 'seat ended', detail: { body: id, seat: seatId } })
    return isEnded
  })
  return isDone ? { redirect: `${paths.seats(id)}?done=ended` } : notFound
}

function readSeat(
  { form, today }: Visit,
  { body, seats, colleagues }: Found,
): { seat: NewSeat | null; errors: FieldError[] } {
  const text = (name: string) => (form[name] ?? '').trim() || null
  const part = PARTS.find((one) => one === form.part)
  const [groupName, seatName, endsOn] = [text('group'), text('name'), text('ends')]
  const isColleague = colleagues.some(({ id }) => id === form.person)
  const errors: FieldError[] = []
  if (isColleague === (seatName !== null))
    errors.push({ field: 'person', text: 'Choose a colleague, or write who it is: one of the two.' })
  if (part === undefined) errors.push({ field: 'part', text: 'Choose the part they have.' })
  if (part === 'young people' && groupName === null)
    errors.push({ field: 'group', text: 'Name the group they speak for.' })
  if (part === 'young people' && seatName !== null && !/^(young|seats?|two|one)\b/i.test(seatName))
    errors.push({ field: 'name', text: 'No young person’s name is written here. Write “Young representative”.' })
  if (isColleague && seats.some(({ personId }) => personId === form.person))
    errors.push({ field: 'person', text: 'They sit there already. End that seat first.' })
  if (endsOn !== null && (!isIsoDate(endsOn) || endsOn < today))
    errors.push({ field: 'ends', text: `Enter the last day of the term, today or later, as year-month-day: ${today}.` })
  if (part === undefined || errors.length > 0) return { seat: null, errors }
  return {
    errors,
    seat: {
      bodyId: body.id,
      personId: isColleague ? form.person! : null,
      seatName,
      part,
      party: text('party'),
      organisation: text('organisation'),
      groupName,
      seesPrivate: form.private === 'yes',
      startsOn: today,
      endsOn,
    },
  }
}

interface Found {
  body: Body
  seats: Seat[]
  colleagues: Colleague[]
}

async function read(query: Query, id: string | undefined): Promise<Found | null> {
  const body = await findBody(query, id)
  if (body === null) return null
  return { body, seats: await listSeats(query, body.id), colleagues: await listColleagues(query, '') }
}

async function show(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const found = await visit.database.as(visit.actor, (query) => read(query, visit.params.id))
  if (found === null) return notFound
  const { body, seats } = found
  const done = DONE[visit.query.done ?? '']
  return {
    template: 'features/bodies/pages/seats.njk',
    title: `Seats of ${body.name}`,
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: `${body.name}: ${seats.length === 1 ? 'one person sits' : `${seats.length} people sit`} there.`,
      lead: 'A seat opens what its part opens, until the last day of its term and not a day longer.',
      seats: seats.map((seat) => ({
        text: saySeat(seat),
        note: presentSeatNote(seat),
        end: paths.endSeat(body.id, seat.id),
        name: seat.name,
      })),
      action: paths.seats(body.id),
      fields: listFields(visit, found, errors),
    },
    page: {
      isNarrow: true,
      back: { href: paths.body(body.id), text: body.name },
      ...listErrors(errors),
      ...(done ? { notice: { text: done, isSuccess: true } } : {}),
    },
  }
}

export function presentSeatNote(seat: Seat): string {
  return [
    seat.part,
    seat.party,
    seat.organisation,
    seat.groupName,
    `since ${sayDate(seat.startsOn)}`,
    seat.endsOn ? `until ${sayDate(seat.endsOn)}` : '',
    seat.seesPrivate ? '' : 'not private items',
  ]
    .filter(Boolean)
    .join(' · ')
}

function listFields({ form }: Visit, { colleagues }: Found, errors: FieldError[]) {
  const people = colleagues.map(({ id, givenName, familyName, title }) => ({
    value: id,
    text: [[givenName, familyName].filter(Boolean).join(' '), title].filter(Boolean).join(', '),
  }))
  const choose = { value: '', text: 'Choose' }
  const narrow = 'govuk-input--width-10'
  return [
    makeSelect('person', { label: 'Who', value: form.person }, [choose, ...people], errors),
    makeField(
      'name',
      {
        label: 'Or somebody who does not sign in here',
        hint: 'What they are, or their name where they are an adult who agreed to it: “Chief inspector, vulnerable people”',
        value: form.name,
      },
      errors,
    ),
    makeSelect(
      'part',
      { label: 'As what', value: form.part },
      [choose, ...PARTS.map((value) => ({ value, text: value }))],
      errors,
    ),
    makeField('party', { label: 'For councillors: their party', value: form.party }, errors),
    makeField(
      'organisation',
      { label: 'For partners: their organisation', hint: 'Attendance is counted by it', value: form.organisation },
      errors,
    ),
    makeField('group', { label: 'For young people: the group they speak for', value: form.group }, errors),
    makeField(
      'ends',
      { label: 'Last day of the term, if it is known', hint: 'Year-month-day', value: form.ends, classes: narrow },
      errors,
    ),
    makeSelect(
      'private',
      { label: 'Do they see private items?', value: form.private },
      [
        { value: 'no', text: 'No' },
        { value: 'yes', text: 'Yes' },
      ],
      errors,
    ),
  ]
}
