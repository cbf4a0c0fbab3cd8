import { examineQuoted, readQuotedRows } from '../../../domain/figure-pack/read-quoted-table.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField, makeSelect } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { paths } from '../figure-packs.paths.ts'
import { addQuoted, answerQuoted, findQuoted, listQuoted, type QuotedRecord } from '../quoted-table.store.ts'

export async function showQuoted(visit: Visit): Promise<Answer> {
  const tables = await visit.database.as(visit.actor, (query) => listQuoted(query))
  const open = tables.filter(isOpen).length
  return {
    template: 'features/figure-packs/pages/figure-packs.njk',
    title: 'Tables that others published',
    model: {
      sentence:
        open === 0
          ? 'No published table waits for its source.'
          : `${open} published ${open === 1 ? 'table contradicts itself and waits' : 'tables contradict themselves and wait'} for the source.`,
      lead: 'They are kept as they are quoted. Nothing is published from them, and nothing in them is put right here.',
      rows: tables.map((table) => ({
        text: table.title,
        href: paths.quotedOne(table.id),
        note: table.source,
        pill: isOpen(table)
          ? { state: 'not-kept', text: 'ask the source' }
          : { state: 'kept', text: table.answer === null ? 'nothing wrong' : 'answered' },
      })),
      newHref: '',
      quotedHref: '',
      addHref: visit.can('true figures:write') ? paths.newQuoted() : '',
    },
    page: { back: { href: paths.packs(), text: 'Packs of figures' } },
  }
}

function isOpen(table: QuotedRecord): boolean {
  return table.answer === null && table.findings.length > 0
}

export async function showNewQuoted(visit: Visit): Promise<Answer> {
  return showForm(visit, [])
}

export async function submitNewQuoted(visit: Visit): Promise<Answer> {
  const text = (name: string) => (visit.form[name] ?? '').trim()
  const errors: FieldError[] = []
  if (text('title') === '') errors.push({ field: 'title', text: 'Say what the table is of.' })
  if (text('source') === '')
    errors.push({ field: 'source', text: 'Say where it was published: which report, which page, which day.' })
  if (!/^(|\d{1,2})$/.test(text('hiddenUpTo')))
    errors.push({ field: 'hiddenUpTo', text: 'Choose what its note says of hidden numbers.' })
  const { table, faults } = readQuotedRows(visit.form.rows ?? '')
  for (const fault of faults) errors.push({ field: 'rows', text: fault })
  if (errors.length > 0) return showForm(visit, errors)
  const hiddenUpTo = text('hiddenUpTo') === '' ? null : Number(text('hiddenUpTo'))
  const findings = examineQuoted({ ...table, hiddenUpTo })
  const id = await visit.database.as(visit.actor, async (query) => {
    const made = await addQuoted(query, visit.actor, {
      title: text('title'),
      source: text('source'),
      rowsText: visit.form.rows ?? '',
      hiddenUpTo,
      findings,
    })
    await recordTrace(query, visit.actor, { event: 'table quoted', detail: { table: made } })
    return made
  })
  return { redirect: paths.quotedOne(id) }
}

function showForm({ form }: Visit, errors: FieldError[]): Answer {
  return {
    template: 'form.njk',
    title: 'Quote a published table',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: 'What did somebody publish?',
      lead: 'Kept says whether its hidden numbers can be worked out, and whether they contradict what the table says of them.',
      action: paths.newQuoted(),
      button: 'Examine it',
      cancelHref: paths.quoted(),
      extras: [],
      fields: [
        makeField('title', { label: 'What the table is of', value: form.title }, errors),
        makeField('source', { label: 'Where it was published', hint: 'Report, page, day', value: form.source }, errors),
        makeField(
          'rows',
          {
            label: 'Its rows',
            hint: 'One a line: the label, then the number, or * or c where it is hidden. The total last, as “Total 805”.',
            value: form.rows,
            rows: 10,
          },
          errors,
        ),
        makeSelect(
          'hiddenUpTo',
          { label: 'What its note says of hidden numbers', value: form.hiddenUpTo ?? '' },
          [
            { value: '', text: 'Nothing' },
            { value: '4', text: 'Fewer than 5' },
            { value: '5', text: '5 or fewer' },
            { value: '9', text: 'Fewer than 10' },
          ],
          errors,
        ),
      ],
    },
    page: {
      isNarrow: true,
      back: { href: paths.quoted(), text: 'Tables that others published' },
      ...listErrors(errors),
    },
  }
}

export async function showQuotedOne(visit: Visit, errors: FieldError[] = []): Promise<Answer> {
  const table = await visit.database.as(visit.actor, (query) => findQuoted(query, visit.params.id ?? ''))
  if (table === null) return notFound
  const { rows, total } = readQuotedRows(table.rowsText).table
  return {
    template: 'features/figure-packs/pages/quoted-table.njk',
    title: table.title,
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: table.findings.length === 0 ? 'Nothing in this table contradicts itself.' : table.findings[0]!.words,
      lead: `${table.source}. Quoted by ${table.statedBy} on ${sayDate(table.statedOn)}.`,
      others: table.findings.slice(1).map(({ words }) => words),
      table: {
        caption: table.title,
        columns: [
          { text: 'As published', isNumeric: false },
          { text: 'Number', isNumeric: true },
        ],
        rows: [
          ...rows.map(({ label, count }) => [label, count === null ? { isHidden: true } : String(count)]),
          ...(total === null ? [] : [['Total', String(total)]]),
        ],
        note: table.hiddenUpTo === null ? '' : `Its note: a hidden number is from 1 to ${table.hiddenUpTo}.`,
      },
      answer: table.answer === null ? '' : `${sayDate(table.answeredOn!)}: ${table.answer}`,
      form:
        isOpen(table) && visit.can('true figures:write')
          ? {
              action: paths.quotedOne(table.id),
              field: makeField(
                'answer',
                {
                  label: 'What the source says',
                  hint: 'The rows above stay as they are quoted.',
                  value: visit.form.answer,
                  rows: 3,
                },
                errors,
              ),
            }
          : false,
    },
    page: {
      isNarrow: true,
      back: { href: paths.quoted(), text: 'Tables that others published' },
      ...listErrors(errors),
    },
  }
}

export async function submitQuotedAnswer(visit: Visit): Promise<Answer> {
  const answer = (visit.form.answer ?? '').trim()
  if (answer === '') return showQuotedOne(visit, [{ field: 'answer', text: 'Write what the source says.' }])
  const table = await visit.database.as(visit.actor, async (query) => {
    const found = await findQuoted(query, visit.params.id ?? '')
    if (found === null || !isOpen(found)) return null
    await answerQuoted(query, found.id, answer, visit.today)
    await recordTrace(query, visit.actor, { event: 'quoted table answered', detail: { table: found.id } })
    return found
  })
  return table === null ? notFound : { redirect: paths.quotedOne(table.id) }
}
