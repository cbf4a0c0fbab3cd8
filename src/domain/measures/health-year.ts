import { ageOn, collectionYear, collectionYearOf, type IsoDate, type Period, sayDate } from '../shared/calendar-date.ts'
import type { ChildRecord } from './child-record.ts'
import { define } from './define-measure.ts'
import { listInCareFor } from './in-care.ts'
import { explain, type Note, state } from './make-result.ts'
import type { Measure, MeasureWords } from './measure.ts'
import { sayChildren } from './say-children.ts'

export interface HealthChild {
  record: ChildRecord
  /** Age on the last day of the year; null where no birth date is known. */
  age: number | null
  /** Null where the return has no row of the child. */
  health: ChildRecord['health'][number] | null
  isConvicted: boolean | null
}

export interface HealthYear {
  period: Period
  children: HealthChild[]
  notes: Note[]
}

export const NO_HEALTH_YEAR =
  'No whole year of health answers (the return’s OC2), ended by this date, has been taken in, so this is not known.'

/**
 * Children in our care on the last day of the newest whole year that is held and had ended by the date, and for the
 * whole of the twelve months before. The return asks about their health once a year, so part of one would say nothing.
 */
export function findHealthYear(records: readonly ChildRecord[], asAt: IsoDate): HealthYear | null {
  const here = nearby.get(records) ?? new Map<IsoDate, HealthYear | null>()
  nearby.set(records, here)
  if (!here.has(asAt)) here.set(asAt, readHealthYear(records, asAt))
  return here.get(asAt)!
}

/** Ten measures speak of the same children. */
const nearby = new WeakMap<readonly ChildRecord[], Map<IsoDate, HealthYear | null>>()

function readHealthYear(records: readonly ChildRecord[], asAt: IsoDate): HealthYear | null {
  let year = 0
  for (const { health } of records) {
    for (const { startsOn } of health) {
      const rowYear = collectionYearOf(startsOn)
      if (rowYear > year && collectionYear(rowYear).to <= asAt) year = rowYear
    }
  }
  if (year === 0) return null
  const period = collectionYear(year)
  const isOfYear = ({ startsOn }: { startsOn: IsoDate }) => collectionYearOf(startsOn) === year
  const children = listInCareFor(records, period.to, 12).map(
    ({ record }): HealthChild => ({
      record,
      age: record.bornOn === null ? null : ageOn(record.bornOn, period.to),
      health: record.health.find(isOfYear) ?? null,
      isConvicted: record.convictions.find(isOfYear)?.convicted ?? null,
    }),
  )
  const without = children.filter(({ health }) => health === null).length
  return {
    period,
    children,
    notes: [
      explain(
        `Of the year to ${sayDate(period.to)}, the newest that had ended by the date and is held: children in our care on its last day and for twelve months without a day between.`,
      ),
      ...(without > 0
        ? [
            state(
              `For ${sayChildren(without)} of them the return has no health answers. They stay in the number counted.`,
            ),
          ]
        : []),
    ],
  }
}

/** A share of those children. A wish for an age leaves out those whose birth date is not known. */
export function shareOfHealthYear(
  words: MeasureWords,
  {
    isCounted = () => true,
    isMet,
  }: { isCounted?: (child: HealthChild) => boolean; isMet: (child: HealthChild) => boolean },
): Measure {
  return define(words, ({ records, asAt }) => {
    const year = findHealthYear(records, asAt)
    if (!year) return NO_HEALTH_YEAR
    const counted = year.children.filter(isCounted)
    const ids = (children: HealthChild[]) => children.map(({ record }) => record.childId)
    return { met: ids(counted.filter(isMet)), counted: ids(counted), period: year.period, notes: year.notes }
  })
}
