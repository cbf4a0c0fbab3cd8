import { readHowOften } from '../../../domain/governance/read-rhythm.ts'
import type { ReportTurn } from '../../../domain/governance/report-calendar.ts'
import { isIsoDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { listColleagues } from '../../../shapes/person/staff.store.ts'
import { type FieldError, listErrors, makeField, makeSelect } from '../../../web/form-field.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { paths } from '../bodies.paths.ts'
import { listBodies } from '../body.store.ts'
import { checkNames } from '../check-names.ts'
import { addExpectedReport, type ExpectedReport } from '../report.store.ts'

export async function showNewReport(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

export async function submitNewReport(visit: Visit): Promise<Answer> {
  const { bodies, colleagues } = await readChoices(visit)
  const { report, errors } = readReport(
    visit,
    bodies.map(({ id }) => id),
    colleagues.map(({ id }) => id),
  )
  errors.push(...(await checkNames(visit, ['title', 'by'])))
  if (report === null || errors.length > 0) return show(visit, errors)
  await visit.database.as(visit.actor, async (query) => {
    await addExpectedReport(query, visit.actor.authorityId, report)
    await recordTrace(query, visit.actor, { event: 'expected report entered', detail: { body: report.bodyId } })
  })
  return { redirect: `${paths.forwardPlan()}?done=report` }
}

function readReport({ form }: Visit, bodies: string[], colleagues: string[]) {
  const text = (name: string) => (form[name] ?? '').trim()
  const errors: FieldError[] = []
  const [title, writtenBy, daysBefore] = [text('title'), text('by'), Number(text('days') || '14')]
  const bodyId = bodies.find((id) => id === form.body)
  const turn = readTurn(text('turn'))
  if (title.length < 3 || title.length > 160)
    errors.push({ field: 'title', text: 'Enter what it is called, in 3 to 160 letters.' })
  if (bodyId === undefined) errors.push({ field: 'body', text: 'Choose the body it is for.' })
  if ('ask' in turn) errors.push({ field: 'turn', text: turn.ask })
  if (writtenBy.length < 3 || writtenBy.length > 120)
    errors.push({ field: 'by', text: 'Enter who writes it, as their title: “Head of quality”.' })
  if (!Number.isInteger(daysBefore) || daysBefore < 0 || daysBefore > 120)
    errors.push({ field: 'days', text: 'Enter how many days before the meeting, from 0 to 120.' })
  const personId = colleagues.find((id) => id === form.person) ?? null
  if (bodyId === undefined || 'ask' in turn || errors.length > 0) return { report: null, errors }
  const report: Omit<ExpectedReport, 'id'> = { bodyId, title, turn, personId, writtenBy, daysBefore }
  return { report, errors }
}

/** "every meeting", months by name, "quarterly", or a day: what the calendar can count. */
function readTurn(text: string): ReportTurn | { ask: string } {
  if (/^(at )?every meeting$/i.test(text)) return { kind: 'every meeting' }
  if (isIsoDate(text)) return { kind: 'once', from: text }
  const read = readHowOften(text)
  if ('ask' in read)
    return /two ways|no rule/.test(read.ask)
      ? read
      : {
          ask: 'Write “every meeting”, the months in which it comes (“April and October”), “quarterly”, or a day for once: 2027-05-01.',
        }
  if (read.kind === 'in months') return read
  if (read.kind === 'every' && 12 % read.months === 0 && read.months < 12)
    return {
      kind: 'in months',
      months: Array.from({ length: 12 / read.months }, (_, index) => 1 + index * read.months),
    }
  return { ask: 'Write the months in which it comes, by name: “April and October”.' }
}

async function readChoices(visit: Visit) {
  return visit.database.as(visit.actor, async (query) => ({
    bodies: await listBodies(query),
    colleagues: await listColleagues(query, ''),
  }))
}

async function show(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const { bodies, colleagues } = await readChoices(visit)
  const { form } = visit
  const choose = { value: '', text: 'Choose' }
  const people = colleagues.map(({ id, givenName, familyName, title }) => ({
    value: id,
    text: [[givenName, familyName].filter(Boolean).join(' '), title].filter(Boolean).join(', '),
  }))
  return {
    template: 'form.njk',
    title: 'What is to be written',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: 'What is to be written, for which body, and by whom?',
      lead: 'It comes onto the agenda when that meeting is made. Whoever writes it is reminded on their first screen from six weeks before it is due.',
      action: paths.newReport(),
      button: 'Put it on the plan',
      cancelHref: paths.forwardPlan(),
      extras: [],
      fields: [
        makeField('title', { label: 'What it is called', value: form.title }, errors),
        makeSelect(
          'body',
          { label: 'For which body', value: form.body },
          [choose, ...bodies.map(({ id, name }) => ({ value: id, text: name }))],
          errors,
        ),
        makeField(
          'turn',
          {
            label: 'When it comes',
            hint: 'every meeting · quarterly · April and October · a day, for once: 2027-05-01',
            value: form.turn,
          },
          errors,
        ),
        makeField(
          'by',
          { label: 'Who writes it, as people say it', hint: '“Head of quality”', value: form.by },
          errors,
        ),
        makeSelect(
          'person',
          { label: 'Who is reminded', value: form.person },
          [{ value: '', text: 'Nobody here' }, ...people],
          errors,
        ),
        makeField(
          'days',
          { label: 'Days before the meeting', value: form.days ?? '14', classes: 'govuk-input--width-4' },
          errors,
        ),
      ],
    },
    page: { isNarrow: true, back: { href: paths.forwardPlan(), text: 'The plan' }, ...listErrors(errors) },
  }
}
