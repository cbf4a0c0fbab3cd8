import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { paths } from '../governance.paths.ts'
import { findMeeting, type Meeting, setChairedByYoung } from '../meeting.store.ts'
import { listNameErrors } from '../names/find-names.ts'

/** A day on which young people chair the meeting: said by the clerk, shown wherever the meeting is. */
export async function showTakeover(visit: Visit): Promise<Answer> {
  const meeting = await find(visit)
  return meeting === null ? notFound : show(visit, meeting, [])
}

export async function submitTakeover(visit: Visit): Promise<Answer> {
  const meeting = await find(visit)
  if (meeting === null) return notFound
  const who = (visit.form.who ?? '').trim()
  const errors: FieldError[] =
    who !== '' && (who.length < 3 || who.length > 120)
      ? [{ field: 'who', text: 'Enter the group, in 3 to 120 letters: “the Children in Care Council”.' }]
      : await visit.database.as(visit.actor, (query) => listNameErrors(query, [{ field: 'who', words: who }]))
  if (errors.length > 0) return show(visit, meeting, errors)
  await visit.database.as(visit.actor, async (query) => {
    await setChairedByYoung(query, meeting.id, who || null)
    await recordTrace(query, visit.actor, { event: 'takeover set', detail: { meeting: meeting.id } })
  })
  return { redirect: `${paths.meeting(meeting.id)}?done=takeover` }
}

function find(visit: Visit): Promise<Meeting | null> {
  return visit.database.as(visit.actor, (query) => findMeeting(query, visit.params.id ?? ''))
}

function show({ form }: Visit, meeting: Meeting, errors: FieldError[]): Answer {
  return {
    template: 'form.njk',
    title: 'Young people chair it',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: 'Do young people take over this meeting for the day?',
      lead: 'Name the group that chairs it, and nobody in it. It stands on the meeting, among the meetings held, and is counted on the body’s page.',
      action: paths.takeover(meeting.id),
      button: 'Save',
      cancelHref: paths.meeting(meeting.id),
      extras: [],
      fields: [
        makeField(
          'who',
          {
            label: 'Which group chairs it',
            hint: '“the Children in Care Council”. Leave it empty where nobody takes over.',
            value: form.who ?? meeting.chairedByYoung ?? '',
          },
          errors,
        ),
      ],
    },
    page: { isNarrow: true, back: { href: paths.meeting(meeting.id), text: 'The meeting' }, ...listErrors(errors) },
  }
}
