import { sayMeetingDay } from '../../../domain/governance/say-meeting-day.ts'
import { addDays, addMonths, type IsoDate, isIsoDate } from '../../../domain/shared/calendar-date.ts'
import { type FieldError, listErrors, makeField } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { copyMeeting } from '../copy-meeting.command.ts'
import { paths } from '../governance.paths.ts'
import { findMeeting, type Meeting } from '../meeting.store.ts'

export async function showCopy(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

/** Last time's meeting becomes the next: its items and papers' subjects, none of its words, and young people's item empty. */
export async function submitCopy(visit: Visit): Promise<Answer> {
  const day = (visit.form.day ?? '').trim()
  const errors: FieldError[] = []
  if (!isIsoDate(day)) errors.push({ field: 'day', text: 'Enter a day that exists, as year-month-day: 2026-10-13.' })
  else if (day < visit.today) errors.push({ field: 'day', text: 'Choose today or a later day.' })
  if (errors.length > 0) return show(visit, errors)
  const made = await copyMeeting(visit, visit.params.id ?? '', {
    day,
    time: (visit.form.time ?? '').trim(),
    place: (visit.form.place ?? '').trim(),
    theme: (visit.form.theme ?? '').trim(),
  })
  if (made === null) return notFound
  if (made === 'taken')
    return show(visit, [{ field: 'day', text: 'The board meets on that day already. Choose another.' }])
  return { redirect: `${paths.meeting(made)}?done=copied` }
}

async function show(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const meeting = await visit.database.as(visit.actor, (query) => findMeeting(query, visit.params.id ?? ''))
  if (meeting === null) return notFound
  const { form } = visit
  return {
    template: 'form.njk',
    title: 'Copy a meeting',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: `Copy the meeting of ${sayMeetingDay(meeting.day, visit.today)} into the next.`,
      lead: 'The agenda comes along in its order, with papers that show the same figures as they then are. Their words do not. Young people’s item stays first and empty until they bring it, and every challenge that is still open is put on.',
      action: paths.copy(meeting.id),
      button: 'Make the next meeting',
      cancelHref: paths.meeting(meeting.id),
      extras: [],
      fields: [
        makeField(
          'day',
          {
            label: 'Day',
            hint: 'Year-month-day',
            value: form.day ?? suggestDay(meeting, visit.today),
            classes: 'govuk-input--width-10',
          },
          errors,
        ),
        makeField(
          'time',
          { label: 'Time', value: form.time ?? meeting.time, classes: 'govuk-input--width-10' },
          errors,
        ),
        makeField('place', { label: 'Place', value: form.place ?? meeting.place }, errors),
        makeField('theme', { label: 'Theme', hint: 'One for each meeting', value: form.theme ?? '' }, errors),
      ],
    },
    page: { isNarrow: true, back: { href: paths.meeting(meeting.id), text: 'The meeting' }, ...listErrors(errors) },
  }
}

/** A quarter on, on the same weekday, and not in the past. */
function suggestDay(meeting: Meeting, today: IsoDate): IsoDate {
  const weekday = (day: IsoDate) => Temporal.PlainDate.from(day).dayOfWeek
  let day = addMonths(meeting.day, 3)
  while (day < today) day = addMonths(day, 3)
  return addDays(day, (weekday(meeting.day) - weekday(day) + 7) % 7)
}
