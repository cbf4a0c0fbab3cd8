import { sayMeetingDay } from '../../../domain/governance/say-meeting-day.ts'
import type { IsoDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField, makeSelect } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { findMeeting, type Meeting } from '../../governance/index.ts'
import { ANSWERS, type AttendanceLine, keepAttendance, listAttendance } from '../attendance.store.ts'
import { paths } from '../bodies.paths.ts'
import { listGuestRules } from '../body-rule.store.ts'
import { checkNames } from '../check-names.ts'
import { listSeats, saySeat } from '../seat.store.ts'

interface Line {
  field: string
  label: string
  hint: string
  kind: AttendanceLine['kind']
  ref: string
  isKept: boolean
  answer: string
}

export async function showAttendance(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

export async function submitAttendance(visit: Visit): Promise<Answer> {
  const found = await read(visit)
  if (found === null) return notFound
  const { meeting, lines } = found
  const guest = (visit.form.guest ?? '').trim()
  if (guest.length > 120) return show(visit, [{ field: 'guest', text: 'Enter at most 120 letters.' }])
  const names = await checkNames(visit, ['guest'])
  if (names.length > 0) return show(visit, names)
  await visit.database.as(visit.actor, async (query) => {
    for (const { field, kind, ref } of lines) {
      const answer = ANSWERS.find((one) => one === visit.form[field])
      if (answer !== undefined) await keepAttendance(query, visit.actor.authorityId, meeting, { kind, ref, answer })
    }
    if (guest !== '')
      await keepAttendance(query, visit.actor.authorityId, meeting, { kind: 'guest', ref: guest, answer: 'came' })
    await recordTrace(query, visit.actor, { event: 'attendance kept', detail: { meeting: meeting.id } })
  })
  return { redirect: `${paths.attendance(meeting.id)}?done=kept` }
}

async function read(visit: Visit): Promise<{ meeting: Meeting; lines: Line[] } | null> {
  return visit.database.as(visit.actor, async (query) => {
    const meeting = await findMeeting(query, visit.params.id ?? '')
    if (meeting === null) return null
    const kept = await listAttendance(query, meeting.id)
    const answerOf = (key: string) => kept.find((line) => line.key === key)?.answer ?? ''
    // Whoever has a seat is invited, until the clerk says what became of it.
    const isNew = kept.length === 0
    const line = (kind: Line['kind'], ref: string, label: string, hint: string): Line => ({
      field: `${kind}-${ref.replaceAll(/[^\w-]/g, '-')}`,
      label,
      hint,
      kind,
      ref,
      isKept: answerOf(`${kind} ${ref}`) !== '',
      answer: answerOf(`${kind} ${ref}`) || (isNew && kind === 'seat' ? 'invited' : ''),
    })
    const seats = (await listSeats(query, meeting.bodyId)).filter(
      (seat) => seat.part !== 'clerk' && seat.startsOn <= meeting.day,
    )
    const rules = await listGuestRules(query, meeting.bodyId)
    return {
      meeting,
      lines: [
        ...seats.map((seat) => line('seat', seat.id, saySeat(seat), seat.organisation ?? seat.groupName ?? seat.part)),
        ...rules.map((rule) => line('rule', rule.id, rule.who, 'to come at least once a year')),
        ...kept.filter(({ kind }) => kind === 'guest').map(({ ref }) => line('guest', ref, ref, 'guest')),
      ],
    }
  })
}

async function show(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const found = await read(visit)
  if (found === null) return notFound
  const { meeting, lines } = found
  const choices = ANSWERS.map((value) => ({ value: value as string, text: value as string }))
  const notInvited = { value: '', text: 'not invited' }
  return {
    template: 'form.njk',
    title: 'Who came',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: sayQuestion(meeting, visit.today),
      lead: 'Everybody else sees this as counts, by body and by organisation. Nobody is listed by how often they were away.',
      action: paths.attendance(meeting.id),
      button: 'Keep it',
      cancelHref: paths.meeting(meeting.id),
      extras: [],
      fields: [
        ...lines.map(({ field, label, hint, answer, isKept }) =>
          makeSelect(
            field,
            { label, hint, value: visit.form[field] ?? answer },
            isKept ? choices : [notInvited, ...choices],
            errors,
          ),
        ),
        makeField(
          'guest',
          { label: 'Another guest who came', hint: 'As their title: “Director of Property”', value: visit.form.guest },
          errors,
        ),
      ],
    },
    page: {
      isNarrow: true,
      back: { href: paths.meeting(meeting.id), text: 'The meeting' },
      ...listErrors(errors),
      ...(visit.query.done ? { notice: { text: 'It is kept.', isSuccess: true } } : {}),
    },
  }
}

function sayQuestion(meeting: Meeting, today: IsoDate): string {
  const day = sayMeetingDay(meeting.day, today)
  return meeting.day > today
    ? `Who is invited to the ${meeting.body} on ${day}, and who sent apologies?`
    : `Who came to the ${meeting.body} on ${day}?`
}
