import { findRunning } from '../../../domain/governance/pre-election.ts'
import { daysBetween, isIsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import {
  addPreElection,
  endPreElection,
  forgetRunning,
  listPreElections,
} from '../../../shapes/person/pre-election.store.ts'
import { type FieldError, listErrors, makeField } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'

const PATH = '/pre-election'
const DONE: Record<string, string> = {
  set: 'The dates are set. While it runs, everybody here sees it on every page.',
  ended: 'It is over. What waited is published again.',
}

export async function showPreElection(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

export async function submitPreElection(visit: Visit): Promise<Answer> {
  const text = (name: string) => (visit.form[name] ?? '').trim()
  const [startsOn, endsOn, why] = [text('startsOn'), text('endsOn'), text('why').slice(0, 500)]
  const errors: FieldError[] = []
  for (const [field, day] of [
    ['startsOn', startsOn],
    ['endsOn', endsOn],
  ] as const)
    if (!isIsoDate(day)) errors.push({ field, text: 'Enter a day that exists, as year-month-day: 2027-03-22.' })
  if (errors.length === 0 && endsOn < startsOn)
    errors.push({ field: 'endsOn', text: 'It ends before it begins: change one of the days.' })
  if (errors.length === 0 && daysBetween(startsOn, endsOn) > 120)
    errors.push({ field: 'endsOn', text: 'That is longer than four months. Set one election at a time.' })
  if (errors.length === 0 && endsOn < visit.today) errors.push({ field: 'endsOn', text: 'That is over already.' })
  if (why.length < 3) errors.push({ field: 'why', text: 'Say which election it is.' })
  if (errors.length > 0) return show(visit, errors)
  await visit.database.as(visit.actor, async (query) => {
    await addPreElection(query, visit.actor.authorityId, { startsOn, endsOn, why })
    await recordTrace(query, visit.actor, { event: 'pre-election set', detail: { startsOn, endsOn } })
  })
  forgetRunning(visit.database)
  return { redirect: `${PATH}?done=set` }
}

export async function submitEnd(visit: Visit): Promise<Answer> {
  const isEnded = await visit.database.as(visit.actor, async (query) => {
    const ended = await endPreElection(query, visit.params.id ?? '', visit.today)
    if (ended) await recordTrace(query, visit.actor, { event: 'pre-election ended', detail: { id: visit.params.id! } })
    return ended
  })
  forgetRunning(visit.database)
  return isEnded ? { redirect: `${PATH}?done=ended` } : notFound
}

async function show(visit: Visit, errors: FieldError[]): Promise<Answer> {
  if (!visit.can('meetings:read') && !visit.can('colleagues:read')) return notFound
  const periods = await visit.database.as(visit.actor, listPreElections)
  const running = findRunning(periods, visit.today)
  const canSet = visit.can('election:write')
  const { form } = visit
  const done = DONE[visit.query.done ?? '']
  return {
    template: 'features/pre-election/pages/pre-election.njk',
    title: 'Before an election',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: running
        ? `Until ${sayDate(running.endsOn)} no member is named and nothing new is claimed in what Kept publishes.`
        : 'No election is near: everything is published as always.',
      periods: periods.map((period) => ({
        text: period.why,
        note: `From ${sayDate(period.startsOn)} to ${sayDate(period.endsOn)} · set on ${sayDate(period.setOn)} by ${period.setBy}`,
        pill:
          period.endsOn < visit.today
            ? { state: 'unknown', text: 'over' }
            : period.startsOn <= visit.today
              ? { state: 'on-the-way', text: 'now' }
              : { state: 'unknown', text: 'to come' },
        endHref: canSet && period.endsOn >= visit.today ? `${PATH}/${period.id}/end` : '',
      })),
      action: canSet ? PATH : '',
      fields: [
        makeField('why', { label: 'Which election', value: form.why }, errors),
        makeField(
          'startsOn',
          { label: 'First day', hint: 'Year-month-day', value: form.startsOn, classes: 'govuk-input--width-10' },
          errors,
        ),
        makeField(
          'endsOn',
          {
            label: 'Last day',
            hint: 'Year-month-day, that day included',
            value: form.endsOn,
            classes: 'govuk-input--width-10',
          },
          errors,
        ),
      ],
    },
    page: { isNarrow: true, ...listErrors(errors), ...(done ? { notice: { text: done, isSuccess: true } } : {}) },
  }
}
