import type { ReportKind } from '../../../domain/report/report-parts.ts'
import {
  addDays,
  addMonths,
  collectionYear,
  collectionYearOf,
  isIsoDate,
} from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField, makeSelect } from '../../../web/form-field.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { addReport } from '../report.store.ts'
import { paths } from '../reports.paths.ts'

const KINDS: Record<ReportKind, string> = {
  'annual report': 'Annual report, to full council and partners',
  'one year on': 'One Year On, what came of each directorate’s word',
}

export async function showNewReport(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

export async function submitNewReport(visit: Visit): Promise<Answer> {
  const { kind, title, from, to } = readTyped(visit)
  const errors: FieldError[] = []
  if (!Object.hasOwn(KINDS, kind)) errors.push({ field: 'kind', text: 'Choose what kind of report it is.' })
  if (title.length < 3 || title.length > 200) errors.push({ field: 'title', text: 'Give it a title.' })
  if (!isIsoDate(from)) errors.push({ field: 'from', text: 'Give the first day as year-month-day.' })
  if (!isIsoDate(to) || to <= from || to > addMonths(from, 36))
    errors.push({ field: 'to', text: 'Give the last day as year-month-day, after the first and within three years.' })
  if (errors.length > 0) return show(visit, errors)
  const id = await visit.database.as(visit.actor, async (query) => {
    const made = await addReport(query, visit.actor, { kind: kind as ReportKind, title, from, to })
    await recordTrace(query, visit.actor, { event: 'report begun', detail: { report: made } })
    return made
  })
  return { redirect: paths.report(id) }
}

function readTyped({ form, query, today }: Visit) {
  const text = (name: string) => (form[name] ?? query[name] ?? '').trim()
  const kind = text('kind')
  // The year that has ended; for One Year On the last twelve months.
  const year = collectionYear(collectionYearOf(today) - 1)
  const [from, to] = kind === 'one year on' ? [addDays(addMonths(today, -12), 1), today] : [year.from, year.to]
  return { kind, title: text('title'), from: text('from') || from, to: text('to') || to }
}

function show(visit: Visit, errors: FieldError[]): Answer {
  const { kind, title, from, to } = readTyped(visit)
  const day = (name: 'from' | 'to', label: string, value: string) =>
    makeField(name, { label, hint: 'Year-month-day', value, classes: 'govuk-input--width-10' }, errors)
  return {
    template: 'form.njk',
    title: 'Begin a report',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: 'Which report, of what time?',
      lead: 'Its tables are made from the record and the plan. You and your colleagues write the words.',
      action: paths.new(),
      button: 'Begin it',
      cancelHref: paths.list(),
      extras: [],
      fields: [
        makeSelect(
          'kind',
          { label: 'What kind', value: kind },
          [{ value: '', text: 'Choose' }, ...Object.entries(KINDS).map(([value, text]) => ({ value, text }))],
          errors,
        ),
        makeField('title', { label: 'Title', value: title }, errors),
        day('from', 'From', from),
        day('to', 'To', to),
      ],
    },
    page: { back: { href: paths.list(), text: 'Reports' }, ...listErrors(errors) },
  }
}
