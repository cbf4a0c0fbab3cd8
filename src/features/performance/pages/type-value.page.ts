import { checkStated, listNumbers, type TypedValue } from '../../../domain/local-measures/check-stated.ts'
import { listStanding } from '../../../domain/local-measures/stated-value.ts'
import type { MeasureWords } from '../../../domain/measures/measure.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField, makeSelect } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { findAnyMeasure } from '../find-any-measure.ts'
import { listStated, stateValue } from '../local-measure.store.ts'
import { paths } from '../performance.paths.ts'
import { sayStated } from './local.presenter.ts'

export async function showTypeValue(visit: Visit): Promise<Answer> {
  const read = await readOne(visit)
  return read === null ? notFound : show(visit, read, readTyped(visit.form), [])
}

/** A number for a measure. One for a day that has one replaces it, with a reason; the earlier one stays. */
export async function submitTypedValue(visit: Visit): Promise<Answer> {
  const read = await readOne(visit)
  if (read === null) return notFound
  const typed = readTyped(visit.form)
  const onFile = read.standing.find(({ asAt }) => asAt === typed.asAt)
  const { errors, checked } = checkStated(read.measure, typed, {
    today: visit.today,
    isReplacing: onFile !== undefined,
  })
  if (checked === null) return show(visit, read, typed, errors, onFile !== undefined)
  const measureId = read.measure.id
  await visit.database.as(visit.actor, async (query) => {
    await stateValue(query, visit.actor, { ...checked, measureId, replaces: onFile?.id ?? null })
    await recordTrace(query, visit.actor, {
      event: 'figure typed in',
      detail: { measure: measureId, asAt: checked.asAt },
    })
  })
  return { redirect: `${paths.localOne(measureId)}?done=typed` }
}

async function readOne(visit: Visit) {
  return visit.database.as(visit.actor, async (query) => {
    const found = await findAnyMeasure(query, visit.params.id ?? '')
    if (found === null || (found.local !== null && (found.local.isEnded || found.local.filter !== null))) return null
    await recordTrace(query, visit.actor, { event: 'true figures shown', detail: { measure: found.measure.id } })
    return { measure: found.measure, standing: listStanding(await listStated(query, found.measure.id), null) }
  })
}

function readTyped(form: Record<string, string>): TypedValue {
  const text = (name: keyof TypedValue) => (form[name] ?? '').trim()
  return {
    from: text('from'),
    asAt: text('asAt'),
    numerator: text('numerator'),
    denominator: text('denominator'),
    value: text('value'),
    children: text('children'),
    status: text('status'),
    source: text('source'),
    reason: text('reason'),
  }
}

type Read = NonNullable<Awaited<ReturnType<typeof readOne>>>

function show(
  { today }: Visit,
  { measure, standing }: Read,
  typed: TypedValue,
  errors: FieldError[],
  isReplacing = false,
): Answer {
  const newest = standing.at(-1)
  return {
    template: 'form.njk',
    title: `Type a number: ${measure.plainTitle}`,
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: `What is the number for “${measure.plainTitle}”?`,
      lead: newest
        ? `On file: ${sayStated(measure, newest)}, of ${sayDate(newest.asAt)}. ${measure.whoIsCounted}.`
        : `${measure.whoIsCounted}.`,
      action: paths.typeValue(measure.id),
      button: 'Put it on file',
      cancelHref: paths.localOne(measure.id),
      extras: [],
      fields: makeFields(measure, typed, { today, errors, isReplacing }),
    },
    page: {
      isNarrow: true,
      back: { href: paths.localOne(measure.id), text: measure.plainTitle },
      ...listErrors(errors),
    },
  }
}

function makeFields(
  measure: MeasureWords,
  typed: TypedValue,
  { today, errors, isReplacing }: { today: IsoDate; errors: FieldError[]; isReplacing: boolean },
) {
  const isOfTime = measure.period !== 'as at'
  const day = (name: 'from' | 'asAt', label: string) =>
    makeField(
      name,
      { label, hint: `Year-month-day, for example ${today}`, value: typed[name], classes: 'govuk-input--width-10' },
      errors,
    )
  const number = (name: 'numerator' | 'denominator' | 'value' | 'children', label: string, hint = '') =>
    makeField(name, { label, ...(hint && { hint }), value: typed[name], classes: 'govuk-input--width-5' }, errors)
  const base = measure.baseWord ?? 'children and young people'
  const labels = {
    numerator: () =>
      number('numerator', measure.kind === 'count' ? 'How many' : 'How many of them are met', `${measure.whoIsMet}.`),
    denominator: () =>
      number(
        'denominator',
        measure.kind === 'mean' || measure.kind === 'gap' ? `Of how many ${base}` : `Out of how many ${base}`,
        'Needed to know whether the figure is safe to show',
      ),
    value: () => number('value', measure.kind === 'gap' ? 'The gap, in percentage points' : 'The average', ''),
    children: () =>
      number(
        'children',
        'How many children stand behind these numbers',
        'Never shown: it decides whether the figure is safe to show',
      ),
  }
  return [
    ...(isOfTime ? [day('from', 'From the first day'), day('asAt', 'To the last day')] : [day('asAt', 'On which day')]),
    ...listNumbers(measure).map((name) => labels[name as keyof typeof labels]()),
    makeSelect(
      'status',
      { label: 'How sure it is', value: typed.status },
      [
        { value: '', text: 'Choose' },
        { value: 'provisional', text: 'Provisional: it may still change' },
        { value: 'validated', text: 'Validated: checked and final' },
      ],
      errors,
    ),
    makeField(
      'source',
      {
        label: 'Where it comes from',
        hint: 'Shown with the figure. Name the list, report or system, so that somebody else can find it again. No names of young people.',
        value: typed.source,
        rows: 2,
      },
      errors,
    ),
    ...(isReplacing || typed.reason !== ''
      ? [
          makeField(
            'reason',
            {
              label: 'Why the number changes',
              hint: 'Shown with the figure. The earlier number stays on file.',
              value: typed.reason,
              rows: 2,
            },
            errors,
          ),
        ]
      : []),
  ]
}
