import { countThings } from '../../../domain/plans/read-plan-items.ts'
import { PLAN_FIELDS } from '../../../domain/plans/read-plan-table.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import type { NewPlanForm } from '../new-plan.form.ts'
import { promisePaths } from '../promises.paths.ts'
import { fieldsOf } from './promise.presenter.ts'
import { sayCount } from './wall.presenter.ts'

/** Finishes every word of taking in a plan: what to paste, then whose columns are what, what was read and what is missing. */
export function presentNewPlan({ typed, errors, read }: NewPlanForm) {
  const field = fieldsOf(errors)
  return {
    sentence: read ? sayRead(read.plan) : 'Choose the plan’s file, or paste it as it is, with its own headings.',
    action: promisePaths.newPlan(),
    kind: {
      idPrefix: 'kind',
      name: 'kind',
      value: typed.kind,
      classes: 'govuk-radios--inline',
      fieldset: { legend: { text: 'What is it?' } },
      items: [
        { value: 'pledge', text: 'The promises to our children' },
        { value: 'action plan', text: 'A strategy or action plan' },
        { value: 'commitments', text: 'Commitments of directorates' },
      ],
    },
    title: field('title', typed.title, 'Its title'),
    agreedOn: {
      ...field('agreedOn', typed.agreedOn, 'When was it agreed?', 'Year-month-day. The newest plan is the one shown'),
      classes: 'govuk-input--width-10',
    },
    text: {
      ...field(
        'text',
        typed.text,
        read ? 'The plan, as it was read' : 'Or paste it',
        'A table with its headings, or bullets under headings',
      ),
      rows: 8,
    },
    file: {
      ...field(
        'file',
        '',
        'The plan’s file',
        'Word (.docx), Excel (.xlsx) or CSV, up to 15 MB. It is read and not kept',
      ),
      attributes: { accept: '.docx,.xlsx,.csv,.tsv,.txt' },
    },
    read: read === null ? null : presentRead(read, typed, errors),
  }
}

/** What the columns of a pledge are called, where a plan's have other names. */
const OF_A_PLEDGE: Partial<Record<(typeof PLAN_FIELDS)[number]['name'], string>> = {
  title: 'The promise, in a few words',
  hows: 'The promise, in full',
  priority: 'Whose it is: we, you or together',
  owners: 'Who answers for it',
  wayToTell: 'The figure that shows it, such as M20',
}

function presentRead(
  { tables, which, mapping, isRecalled, plan }: NonNullable<NewPlanForm['read']>,
  typed: NewPlanForm['typed'],
  errors: NewPlanForm['errors'],
) {
  const isPledge = typed.kind === 'pledge'
  const table = tables[which]!
  const things = countThings(plan.items)
  const paired = plan.items.filter(({ parts }) => parts.some(({ how }) => how !== null)).length
  const withGaps = plan.items.filter(({ gaps }) => gaps.length > 0)
  const noDay = plan.items.filter(
    ({ dueOn, dueAsWritten, parts }) =>
      dueOn === null && dueAsWritten !== '' && parts.every((part) => part.dueOn === null),
  )
  return {
    which: String(which),
    tables:
      tables.length < 2
        ? null
        : {
            id: 'which',
            name: 'which',
            label: { text: 'Which of its tables is the plan?' },
            value: String(which),
            items: tables.map((one, index) => ({ value: String(index), text: nameTable(one) })),
          },
    guess: isRecalled
      ? 'As you put these headings last time. Put right what is wrong, and look again.'
      : 'A first guess from your headings. Put right what is wrong, and look again. It is kept for the next plan with these headings.',
    choices: [
      ...(table.joined || typed.isApart
        ? [
            {
              name: 'apart',
              value: 'yes',
              text: 'Leave rows that a page break cut in two as two rows',
              hint: {
                text: table.joined
                  ? `${sayCount(table.joined.length)} ${table.joined.length === 1 ? 'was' : 'were'} put together`
                  : '',
              },
              checked: typed.isApart,
            },
          ]
        : []),
      ...(paired > 0 || typed.isUnpaired
        ? [
            {
              name: 'unpaired',
              value: 'yes',
              text: 'Do not put each step beside the owner on the same line',
              hint: {
                text:
                  paired > 0
                    ? `${sayCount(paired)} ${paired === 1 ? 'has' : 'have'} a line of owners or dates for each step`
                    : '',
              },
              checked: typed.isUnpaired,
            },
          ]
        : []),
    ],
    unused: plan.unused.map(({ column, cells }) => ({
      text: column,
      note: `${sayCount(cells)} ${cells === 1 ? 'cell' : 'cells'}, in no field of ours`,
    })),
    things: things > plan.items.length ? `They hold ${things} things to do: some cells name more than one.` : '',
    outside: table.outside ?? [],
    columns: PLAN_FIELDS.map(({ name, title }) => {
      const error = errors.find(({ field }) => field === `column-${name}`)
      return {
        id: `column-${name}`,
        name: `column-${name}`,
        label: { text: (isPledge ? OF_A_PLEDGE[name] : undefined) ?? title },
        value: mapping[name] === null ? '' : String(mapping[name]),
        items: [
          { value: '', text: 'In no column' },
          ...table.columns.map((text, index) => ({ value: String(index), text })),
        ],
        ...(error ? { errorMessage: { text: error.text } } : {}),
      }
    }),
    gapCounts: countGaps(withGaps),
    gapsFew: withGaps.length <= 8,
    gaps: withGaps.map(({ row, title, gaps }) => ({
      lead: { text: `Row ${row}` },
      text: title.replaceAll('\n', ' · '),
      note: gaps.join(' · '),
    })),
    leftOut: plan.leftOut.map(({ row, text }) => ({ lead: { text: `Row ${row}` }, text })),
    noDay:
      noDay.length === 0
        ? ''
        : `${sayCount(noDay.length)} ${noDay.length === 1 ? 'date is' : 'dates are'} not one day (“${noDay[0]!.dueAsWritten}”). ${noDay.length === 1 ? 'It is' : 'They are'} kept as written, and nobody is called late for ${noDay.length === 1 ? 'it' : 'them'}.`,
    table: {
      isStacked: true,
      caption: 'As it will be taken in',
      columns: ['What', 'How', 'Who', 'By when', 'How we can tell'].map((text) => ({ text })),
      rows: plan.items.map((item) => [
        [item.reference, item.title.replaceAll('\n', ' · ')].filter(Boolean).join(' '),
        sayHows(item),
        item.owners.join('; ') || 'nobody named',
        sayDue(item),
        item.wayToTell?.replaceAll('\n', ' · ') ?? 'not said',
      ]),
    },
    canAccept: errors.length === 0,
    accept: `Take in ${plan.items.length === 1 ? 'this one item' : `these ${plan.items.length} items`}`,
  }
}

/** "No date: 27, no way to tell: 6." */
function countGaps(items: readonly { gaps: string[] }[]): string {
  const counts = Map.groupBy(
    items.flatMap(({ gaps }) => gaps),
    (gap) => gap,
  )
  const words = [...counts].map(([gap, all]) => `${gap}: ${all.length}`).join(', ')
  return words === '' ? '' : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

/** A table by its headings, for a person to choose. */
function nameTable({ columns, rows, isProse }: NonNullable<NewPlanForm['read']>['tables'][number]): string {
  const what = isProse ? 'The bullets under headings' : columns.slice(0, 4).join(' · ')
  return `${what} (${rows.length === 1 ? 'one row' : `${rows.length} rows`})`
}

/** Each step, with its own owner where the lines say so. */
function sayHows({ hows, parts }: NonNullable<NewPlanForm['read']>['plan']['items'][number]): string {
  const steps = parts.filter(({ how, owners }) => how !== null && owners.length > 0)
  if (steps.length > 0) return steps.map(({ how, owners }) => `${how} (${owners.join('; ')})`).join('; ')
  return hows.join('; ') || '–'
}

function sayDue({ dueAsWritten, dueOn }: { dueAsWritten: string; dueOn: string | null }): string {
  if (dueAsWritten === '') return 'no date'
  return dueOn !== null && sayDate(dueOn) !== dueAsWritten ? `${dueAsWritten} (${sayDate(dueOn)})` : dueAsWritten
}

function sayRead({ items, leftOut }: NonNullable<NewPlanForm['read']>['plan']): string {
  const gaps = items.filter((item) => item.gaps.length > 0).length
  const start = `${sayCount(items.length)} ${items.length === 1 ? 'item was' : 'items were'} read, ${sayCount(gaps).toLowerCase()} with a gap.`
  if (leftOut.length === 0) return `${start} Nothing is kept yet.`
  return `${start} ${sayCount(leftOut.length)} ${leftOut.length === 1 ? 'row says' : 'rows say'} nothing that will be done. Nothing is kept yet.`
}
