import { type ReadPlan, readPlanItems } from '../../domain/plans/read-plan-items.ts'
import {
  guessMapping,
  type Mapping,
  PLAN_FIELDS,
  type PlanTable,
  readPlanTable,
} from '../../domain/plans/read-plan-table.ts'
import { type IsoDate, isIsoDate, sayDate } from '../../domain/shared/calendar-date.ts'
import type { UploadedFile } from '../../web/route.ts'
import type { FieldError } from './proof.form.ts'

export interface NewPlanTyped {
  kind: string
  title: string
  agreedOn: string
  text: string
}

export interface NewPlanForm {
  typed: NewPlanTyped
  errors: FieldError[]
  /** The table as read, with its columns as the person put them; null until there is one. */
  read: { table: PlanTable; mapping: Mapping; plan: ReadPlan } | null
}

export const EMPTY_PLAN: NewPlanForm = {
  typed: { kind: 'action plan', title: '', agreedOn: '', text: '' },
  errors: [],
  read: null,
}

const MOST_LETTERS = 500_000
const MOST_ITEMS = 1000

/** Reads what was pasted or chosen, with the columns as put. Nothing is kept until it is accepted. */
export function checkNewPlan(form: Record<string, string>, files: UploadedFile[], today: IsoDate): NewPlanForm {
  const typed: NewPlanTyped = {
    kind: form.kind === 'commitments' || form.kind === 'pledge' ? form.kind : 'action plan',
    title: (form.title ?? '').trim(),
    agreedOn: (form.agreedOn ?? '').trim(),
    text: files[0] ? readFile(files[0]) : (form.text ?? ''),
  }
  const errors: FieldError[] = []
  if (typed.title.length < 3 || typed.title.length > 200)
    errors.push({ field: 'title', text: 'Enter the plan’s title, in 3 to 200 letters.' })
  if (!isIsoDate(typed.agreedOn) || typed.agreedOn > today)
    errors.push({
      field: 'agreedOn',
      text: `Enter the day it was agreed, as year-month-day, for example ${today} for ${sayDate(today)}.`,
    })
  if (typed.text.trim() === '') errors.push({ field: 'text', text: 'Paste the table, or choose a CSV file of it.' })
  else if (typed.text.length > MOST_LETTERS)
    errors.push({ field: 'text', text: 'This is too long to be one plan. Paste the table alone.' })
  const table = typed.text.trim() === '' || typed.text.length > MOST_LETTERS ? null : readPlanTable(typed.text)
  if (table === null) {
    if (!errors.some(({ field }) => field === 'text'))
      errors.push({
        field: 'text',
        text: 'This could not be read as a table. Copy the whole table with its headings, from the document or the sheet.',
      })
    return { typed, errors, read: null }
  }
  const mapping = readMapping(form, table) ?? guessMapping(table.columns)
  const plan = readPlanItems(table, mapping)
  if (mapping.title === null)
    errors.push({
      field: 'column-title',
      text:
        typed.kind === 'pledge'
          ? 'Choose the column with each promise in a few words.'
          : 'Choose the column that says what will be done.',
    })
  else if (plan.items.length === 0)
    errors.push({ field: 'column-title', text: 'No row says what will be done in this column. Choose another.' })
  if (plan.items.length > MOST_ITEMS)
    errors.push({
      field: 'text',
      text: `A plan of more than ${MOST_ITEMS} rows cannot be taken in. Leave out what is no plan.`,
    })
  return { typed, errors, read: { table, mapping, plan } }
}

/** As the person put the columns; null where they have not been asked yet. */
function readMapping(form: Record<string, string>, { columns }: PlanTable): Mapping | null {
  if (!PLAN_FIELDS.some(({ name }) => `column-${name}` in form)) return null
  const entries = PLAN_FIELDS.map(({ name }) => {
    const index = Number.parseInt(form[`column-${name}`] ?? '', 10)
    return [name, index >= 0 && index < columns.length ? index : null] as const
  })
  return Object.fromEntries(entries) as Mapping
}

/** Sheets save CSV as UTF-8, or as Windows-1252 where they are old. */
function readFile({ bytes }: UploadedFile): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
