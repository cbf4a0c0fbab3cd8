import { type ReadPlan, readPlanItems } from '../../domain/plans/read-plan-items.ts'
import {
  guessByDirectorate,
  guessMapping,
  type Mapping,
  PLAN_FIELDS,
  type PlanTable,
} from '../../domain/plans/read-plan-table.ts'
import { readPlanText } from '../../domain/plans/read-plan-text.ts'
import { type IsoDate, isIsoDate, sayDate } from '../../domain/shared/calendar-date.ts'
import type { KeptColumns } from '../../shapes/plan/plan-columns.store.ts'
import type { UploadedFile } from '../../web/route.ts'
import { readPlanFile } from './files/read-plan-file.ts'
import type { FieldError } from './proof.form.ts'

export interface NewPlanTyped {
  kind: string
  title: string
  agreedOn: string
  text: string
  /** Rows cut by a page break are left in two. */
  isApart: boolean
  /** Steps are not put beside owners line by line. */
  isUnpaired: boolean
}

export interface NewPlanForm {
  typed: NewPlanTyped
  errors: FieldError[]
  /** The table as read, with its columns as the person put them; null until there is one. */
  read: { tables: PlanTable[]; which: number; mapping: Mapping; isRecalled: boolean; plan: ReadPlan } | null
}

export const EMPTY_PLAN: NewPlanForm = {
  typed: { kind: 'action plan', title: '', agreedOn: '', text: '', isApart: false, isUnpaired: false },
  errors: [],
  read: null,
}

const MOST_LETTERS = 500_000
const MOST_ITEMS = 1000

/** Reads what was pasted or chosen, with the columns as put. Nothing is kept until it is accepted. */
export function checkNewPlan(
  form: Record<string, string>,
  files: UploadedFile[],
  today: IsoDate,
  recall: KeptColumns = () => null,
): NewPlanForm {
  const file = files[0] ? readPlanFile(files[0]) : null
  const typed: NewPlanTyped = {
    kind: form.kind === 'commitments' || form.kind === 'pledge' ? form.kind : 'action plan',
    title: (form.title ?? '').trim(),
    agreedOn: (form.agreedOn ?? '').trim(),
    text: file !== null && 'text' in file ? file.text : (form.text ?? ''),
    isApart: form.apart === 'yes',
    isUnpaired: form.unpaired === 'yes',
  }
  const errors: FieldError[] = []
  if (typed.title.length < 3 || typed.title.length > 200)
    errors.push({ field: 'title', text: 'Enter the plan’s title, in 3 to 200 letters.' })
  if (!isIsoDate(typed.agreedOn) || typed.agreedOn > today)
    errors.push({
      field: 'agreedOn',
      text: `Enter the day it was agreed, as year-month-day, for example ${today} for ${sayDate(today)}.`,
    })
  if (file !== null && 'problem' in file) errors.push({ field: 'file', text: file.problem })
  else if (typed.text.trim() === '') errors.push({ field: 'text', text: 'Paste the plan, or choose a file of it.' })
  else if (typed.text.length > MOST_LETTERS)
    errors.push({ field: 'text', text: 'This is too long to be one plan. Paste the table alone.' })
  const isText = typed.text.trim() !== '' && typed.text.length <= MOST_LETTERS
  const tables = isText ? readPlanText(typed.text, !typed.isApart) : []
  const which = Math.max(0, Math.min(tables.length - 1, Number.parseInt(form.which ?? '', 10) || 0))
  const table = tables[which]
  if (table === undefined) {
    if (!errors.some(({ field }) => field === 'text' || field === 'file'))
      errors.push({
        field: 'text',
        text: 'This could not be read as a table or as bullets under headings. Copy the whole table with its headings, from the document or the sheet.',
      })
    return { typed, errors, read: null }
  }
  // The columns of another table are not this one's.
  const isSame = form.shown === undefined || form.shown === String(which)
  const recalled = recall(table.columns)
  const put = isSame ? readMapping(form, table) : null
  const guess = typed.kind === 'commitments' ? guessByDirectorate : guessMapping
  const mapping = put ?? recalled ?? guess(table.columns, table.rows)
  const plan = readPlanItems(table, mapping, !typed.isUnpaired)
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
  return { typed, errors, read: { tables, which, mapping, isRecalled: put === null && recalled !== null, plan } }
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
