import { sayMeetingDay } from '../../../domain/governance/say-meeting-day.ts'
import { sayNames, sayRhythm } from '../../../domain/governance/say-rhythm.ts'
import { isIsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { type FieldError, listErrors, makeField } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { copyMeeting } from '../../governance/index.ts'
import { paths } from '../bodies.paths.ts'
import { checkNames } from '../check-names.ts'
import { type NextMeeting, readNextMeeting, reportsDueOn, toPapers } from '../suggest-next.ts'

export async function showCopy(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

/** Last time's meeting becomes the next: its items, what the calendar asks for, what is still open, and no old words. */
export async function submitCopy(visit: Visit): Promise<Answer> {
  const next = await visit.database.as(visit.actor, (query) =>
    readNextMeeting(query, visit.params.id ?? '', visit.today),
  )
  if (next === null) return notFound
  const text = (name: string) => (visit.form[name] ?? '').trim()
  const day = text('day')
  const errors: FieldError[] = []
  if (!isIsoDate(day)) errors.push({ field: 'day', text: 'Enter a day that exists, as year-month-day: 2026-10-13.' })
  else if (day < visit.today) errors.push({ field: 'day', text: 'Choose today or a later day.' })
  errors.push(...(await checkNames(visit, ['theme', 'place'])))
  if (errors.length > 0) return show(visit, errors)
  const made = await copyMeeting(
    visit,
    next.last.id,
    { day, time: text('time'), place: text('place'), theme: text('theme') },
    toPapers(reportsDueOn(next, day)),
  )
  if (made === null) return notFound
  if (made === 'taken')
    return show(visit, [{ field: 'day', text: 'The board meets on that day already. Choose another.' }])
  return { redirect: `${paths.meeting(made)}?done=copied` }
}

async function show(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const next = await visit.database.as(visit.actor, (query) =>
    readNextMeeting(query, visit.params.id ?? '', visit.today),
  )
  if (next === null) return notFound
  const { last, body, days, themes } = next
  const { form } = visit
  return {
    template: 'features/bodies/pages/next-meeting.njk',
    title: 'The next meeting',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: `Make the next meeting of the ${body.name} from that of ${sayMeetingDay(last.day, visit.today)}.`,
      action: paths.copy(last.id),
      cancelHref: paths.meeting(last.id),
      fields: [
        makeField(
          'day',
          { label: 'Day', hint: sayDays(next), value: form.day ?? days[0] ?? '', classes: 'govuk-input--width-10' },
          errors,
        ),
        makeField('time', { label: 'Time', value: form.time ?? last.time, classes: 'govuk-input--width-10' }, errors),
        makeField('place', { label: 'Place', value: form.place ?? last.place }, errors),
        makeField(
          'theme',
          {
            label: 'Theme',
            hint:
              themes.length > 1
                ? `One for each meeting. The rota goes on: ${themes.join(', ')}.`
                : 'One for each meeting',
            value: form.theme ?? themes[0] ?? '',
          },
          errors,
        ),
      ],
      along: listWhatComesAlong(next),
    },
    page: { isNarrow: true, back: { href: paths.meeting(last.id), text: 'The meeting' }, ...listErrors(errors) },
  }
}

function sayDays({ body, days }: NextMeeting): string {
  if (body.rhythm === null) return 'Year-month-day. It has no rhythm yet, so this is a quarter on.'
  if (days.length === 0) return `Year-month-day. ${sayRhythm(body.rhythm)} No school term is entered that far ahead.`
  return `Year-month-day. ${sayRhythm(body.rhythm)} Next: ${sayNames(days.map(sayDate))}.`
}

function listWhatComesAlong(next: NextMeeting) {
  const { items, challenges, openActions, days } = next
  const reports = days[0] === undefined ? [] : reportsDueOn(next, days[0])
  const titles = reports.map(({ title }) => title)
  const standing = items.filter((title) => !titles.includes(title))
  return [
    { text: 'Young people’s item, first and empty until they bring it', note: 'It cannot be moved or left out.' },
    ...(standing.length === 0
      ? []
      : [
          {
            text: `${standing.length} ${standing.length === 1 ? 'item' : 'items'} of last time, in order`,
            note: `${standing.join(' · ')}. Papers show the same figures as they then are; their words do not come.`,
          },
        ]),
    ...reports.map(({ title, writtenBy, daysBefore }) => ({
      text: title,
      note: `due by the calendar: ${writtenBy} writes it, ${daysBefore} days before`,
    })),
    ...challenges.map((title) => ({ text: `“${title}”`, note: 'a challenge that is still open' })),
    ...(openActions === 0
      ? []
      : [
          {
            text: `${openActions} ${openActions === 1 ? 'action' : 'actions'} of earlier meetings, not done yet`,
            note: 'They stand on its page until something shows that they are done.',
          },
        ]),
  ]
}
