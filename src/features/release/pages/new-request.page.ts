import { answerDueOn } from '../../../domain/release/exemptions.ts'
import { addMonths, isIsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField } from '../../../web/form-field.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { bankHolidays } from '../../children/index.ts'
import { type Gathered, gather } from '../gather.store.ts'
import { paths } from '../release.paths.ts'
import { logRequest } from '../release.store.ts'
import { KINDS } from '../release-document.ts'

export async function showNewRequest(visit: Visit): Promise<Answer> {
  return show(visit, [], null)
}

/** Looks first, and logs when that is asked: logged, it stays as it was found. */
export async function submitNewRequest(visit: Visit): Promise<Answer> {
  const text = (name: string) => (visit.form[name] ?? '').replace(/\p{Cc}/gu, ' ').trim()
  const errors: FieldError[] = []
  for (const [field, what] of [
    ['askedOn', 'when it was asked'],
    ['from', 'from when'],
    ['to', 'until when'],
  ] as const)
    if (!isIsoDate(text(field))) errors.push({ field, text: `Enter ${what}, as year-month-day: 2026-03-31.` })
  if (isIsoDate(text('askedOn')) && text('askedOn') > visit.today)
    errors.push({ field: 'askedOn', text: 'A request came today or before.' })
  if (errors.length === 0 && text('from') > text('to'))
    errors.push({ field: 'to', text: 'The period ends before it begins: change one of the days.' })
  const isLog = visit.form.act === 'log'
  if (isLog && text('reference') === '')
    errors.push({ field: 'reference', text: 'Give it the number by which you find it again.' })
  if (isLog && text('subject') === '')
    errors.push({ field: 'subject', text: 'Say in the words of who asked what they ask for.' })
  if (errors.length > 0) return show(visit, errors, null)
  const asked = { words: text('words').slice(0, 200), from: text('from'), to: text('to') }
  const outcome = await visit.database.as(visit.actor, async (query) => {
    const found = await gather(query, asked)
    if (!isLog) return { found, id: null }
    const request = {
      ...asked,
      reference: text('reference').slice(0, 60),
      subject: text('subject').slice(0, 500),
      askedOn: text('askedOn'),
      answerDueOn: answerDueOn(text('askedOn'), bankHolidays),
    }
    const id = await logRequest(query, visit.actor.authorityId, request, found)
    if (id)
      await recordTrace(query, visit.actor, { event: 'request logged', detail: { request: id, found: found.length } })
    return { found, id }
  })
  if (outcome.id !== null) return { redirect: `${paths.request(outcome.id)}?done=logged` }
  if (isLog)
    return show(visit, [{ field: 'reference', text: 'Another request has this number. Give this one its own.' }], null)
  return show(visit, [], outcome.found)
}

function show(visit: Visit, errors: FieldError[], found: Gathered[] | null): Answer {
  const { form, today } = visit
  return {
    template: 'features/release/pages/new-request.njk',
    title: 'Log a request',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence:
        found === null
          ? 'Log what somebody asked for: one search gathers it.'
          : `${found.length === 1 ? 'One thing is' : `${found.length} things are`} found. Logged, none of it can be changed or removed.`,
      action: paths.newRequest(),
      fields: [
        makeField(
          'reference',
          {
            label: 'Its number',
            hint: 'As your council counts them',
            value: form.reference,
            classes: 'govuk-input--width-10',
          },
          errors,
        ),
        makeField(
          'askedOn',
          {
            label: 'When it came',
            hint: 'Year-month-day',
            value: form.askedOn ?? today,
            classes: 'govuk-input--width-10',
          },
          errors,
        ),
        makeField('subject', { label: 'What they ask for', value: form.subject, rows: 3 }, errors),
        makeField(
          'words',
          {
            label: 'Words to look for',
            hint: 'Left empty, everything of the period is gathered. Use "quotes" for words side by side, and OR between words.',
            value: form.words,
          },
          errors,
        ),
        makeField(
          'from',
          {
            label: 'From',
            hint: 'Year-month-day',
            value: form.from ?? addMonths(today, -12),
            classes: 'govuk-input--width-10',
          },
          errors,
        ),
        makeField(
          'to',
          {
            label: 'Until',
            hint: 'Year-month-day, that day included',
            value: form.to ?? today,
            classes: 'govuk-input--width-10',
          },
          errors,
        ),
      ],
      found: (found ?? []).map(({ kind, title, saidOn }) => ({
        text: title,
        note: `${KINDS[kind]}, ${sayDate(saidOn)}`,
      })),
    },
    page: { isNarrow: true, back: { href: paths.requests(), text: 'Requests' }, ...listErrors(errors) },
  }
}
