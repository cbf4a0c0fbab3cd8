import { suggestAnswerDay } from '../../../domain/governance/challenge-state.ts'
import { allMeasures, findMeasure } from '../../../domain/measures/all-measures.ts'
import { isIsoDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField, makeSelect } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { listPeopleToAsk, listSeats, raiseChallenge } from '../challenge.store.ts'
import { paths } from '../governance.paths.ts'

export async function showRaise(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

export async function submitRaise(visit: Visit): Promise<Answer> {
  const text = (name: string) => (visit.form[name] ?? '').trim()
  const { seats, people } = await visit.database.as(visit.actor, async (query) => ({
    seats: await listSeats(query),
    people: await listPeopleToAsk(query),
  }))
  const seat = seats.find((one) => one.bodyId === text('body')) ?? (seats.length === 1 ? seats[0] : undefined)
  const errors: FieldError[] = []
  if (text('title') === '') errors.push({ field: 'title', text: 'Ask your question in a few words.' })
  if (text('words').length < 10)
    errors.push({ field: 'words', text: 'Say what happened and what should change, in a sentence or more.' })
  if (!people.some((person) => person.id === text('to'))) errors.push({ field: 'to', text: 'Choose who must answer.' })
  if (!isIsoDate(text('due')) || text('due') < visit.today)
    errors.push({
      field: 'due',
      text: `Enter the day by which you want an answer, as year-month-day: ${suggestAnswerDay(visit.today)}.`,
    })
  if (seat === undefined) errors.push({ field: 'body', text: 'Choose where you raise it.' })
  if (errors.length > 0 || seat === undefined) return show(visit, errors)
  const id = await visit.database.as(visit.actor, async (query) => {
    const made = await raiseChallenge(query, visit.actor.authorityId, {
      bodyId: seat.bodyId,
      groupName: seat.groupName,
      title: text('title'),
      words: text('words'),
      toPerson: text('to'),
      answerDueOn: text('due'),
      measureId: findMeasure(text('about'))?.id ?? null,
    })
    await recordTrace(query, visit.actor, { event: 'challenge raised', detail: { challenge: made } })
    return made
  })
  return { redirect: `${paths.challenge(id)}?done=raised` }
}

async function show(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const { seats, people } = await visit.database.as(visit.actor, async (query) => ({
    seats: await listSeats(query),
    people: await listPeopleToAsk(query),
  }))
  if (seats.length === 0) return notFound
  const { form } = visit
  const group = seats.find((seat) => seat.groupName !== null)?.groupName
  return {
    template: 'form.njk',
    title: 'Raise a challenge',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: 'What needs an answer, from whom, and by when?',
      lead: group
        ? `You raise it for ${group}. It stays open until your group says it is answered.`
        : 'It stays open until you say that it is answered.',
      action: paths.raise(),
      button: 'Raise it',
      cancelHref: paths.challenges(),
      extras: [],
      fields: [
        makeField('title', { label: 'Your question, in a few words', value: form.title }, errors),
        makeField(
          'words',
          {
            label: 'What happened, and what should change',
            hint: 'It can be read by the board and colleagues, and can be released on request. No names of young people.',
            value: form.words,
            rows: 5,
          },
          errors,
        ),
        makeSelect(
          'about',
          { label: 'Is it about a figure?', value: form.about ?? visit.query.about ?? '' },
          [
            { value: '', text: 'No' },
            ...allMeasures.map((measure) => ({ value: measure.id, text: measure.plainTitle })),
          ],
          errors,
        ),
        makeSelect(
          'to',
          { label: 'Who must answer', value: form.to },
          [
            { value: '', text: 'Choose' },
            ...people.map((person) => ({
              value: person.id,
              text: [person.title, person.name].filter(Boolean).join(': '),
            })),
          ],
          errors,
        ),
        makeField(
          'due',
          {
            label: 'By when',
            hint: 'Year-month-day',
            value: form.due ?? suggestAnswerDay(visit.today),
            classes: 'govuk-input--width-10',
          },
          errors,
        ),
        ...(seats.length > 1
          ? [
              makeSelect(
                'body',
                { label: 'Where', value: form.body },
                seats.map((seat) => ({ value: seat.bodyId, text: seat.body })),
                errors,
              ),
            ]
          : []),
      ],
    },
    page: { isNarrow: true, back: { href: paths.challenges(), text: 'All challenges' }, ...listErrors(errors) },
  }
}
