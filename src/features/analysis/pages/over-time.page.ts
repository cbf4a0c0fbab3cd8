import { hideMeasure } from '../../../domain/disclosure/hide-measure.ts'
import { findMeasure } from '../../../domain/measures/all-measures.ts'
import type { ChildRecord, CouncilFacts } from '../../../domain/measures/child-record.ts'
import type { Measure } from '../../../domain/measures/measure.ts'
import { addDays, addMonths, collectionYearOf, type IsoDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { figurePaths, readAskedDays, readRecords } from '../../performance/index.ts'
import { presentOverTime, type TimePoint } from './over-time.presenter.ts'

const MONTHS_SHOWN = 36
const YEARS_SHOWN = 15

/** A measure month by month (what is so on a day) or year by year (what happened in one), and whether it changed. */
export async function showOverTime(visit: Visit): Promise<Answer> {
  const measure = findMeasure(visit.params.id ?? '')
  if (measure === null) return notFound
  const { asAt, errors } = readAskedDays(visit.query, visit.today, visit.can('true figures:read'))
  const isTrue = visit.can('true figures:read')
  const { records, facts, basis } = await readRecords(visit.database, visit.council, null)
  const days = measure.period === 'as at' ? monthEnds(asAt) : yearEnds(asAt)
  const points = days.flatMap((day) => workOutPoint(measure, records, facts, day, isTrue))
  if (isTrue)
    await visit.database.as(visit.actor, (query) =>
      recordTrace(query, visit.actor, {
        event: 'true figures shown',
        detail: { measure: measure.id, overTime: true, asAt, seal: basis.sealNumber },
      }),
    )
  return {
    template: 'features/analysis/pages/over-time.njk',
    title: `${measure.plainTitle}, over time`,
    model: { ...presentOverTime(measure, points), action: `/figures/${measure.id}/over-time`, asked: { asAt } },
    status: errors.length > 0 ? 422 : 200,
    page: {
      back: { href: figurePaths.measure(measure.id), text: measure.plainTitle },
      ...(errors.length > 0 && { errors }),
    },
  }
}

/** The ends of the whole months up to a day, oldest first. */
function monthEnds(asAt: IsoDate): IsoDate[] {
  const next = addDays(asAt, 1)
  const newest = addDays(`${next.slice(0, 7)}-01`, -1)
  const firstOfNext = addDays(newest, 1)
  return Array.from({ length: MONTHS_SHOWN }, (_, index) =>
    addDays(addMonths(firstOfNext, index - MONTHS_SHOWN + 1), -1),
  )
}

/** A part of a year is never set beside whole ones. */
function yearEnds(asAt: IsoDate): IsoDate[] {
  const newest = asAt.endsWith('-03-31') ? collectionYearOf(asAt) : collectionYearOf(asAt) - 1
  return Array.from({ length: YEARS_SHOWN }, (_, index) => `${newest - YEARS_SHOWN + 1 + index}-03-31`)
}

/** Nothing where there is no figure, or one from before the returns begin. */
function workOutPoint(
  measure: Measure,
  records: readonly ChildRecord[],
  facts: CouncilFacts,
  day: IsoDate,
  isTrue: boolean,
): TimePoint[] {
  const result = measure.compute(records, facts, day)
  if (result.cannotCompute !== null || result.isTooEarly || result.isPartYear) return []
  const { value, numerator, denominator } = isTrue
    ? { value: result.value, numerator: result.numerator, denominator: result.denominator }
    : asShown(hideMeasure(result))
  return [
    {
      day,
      value,
      isHidden: value === null,
      ...(value !== null &&
        numerator !== null &&
        (measure.kind === 'percent'
          ? denominator !== null && { met: numerator, base: denominator }
          : isStock(measure) && { met: numerator })),
    },
  ]
}

/** How many there are on a day, as a number or of each 10,000. */
export function isStock({ kind, period }: Measure): boolean {
  return period === 'as at' && (kind === 'count' || kind === 'list' || kind === 'rate')
}

function asShown({ value, numerator, denominator }: ReturnType<typeof hideMeasure>) {
  return { value: value.shown, numerator: numerator.shown, denominator: denominator.shown }
}
