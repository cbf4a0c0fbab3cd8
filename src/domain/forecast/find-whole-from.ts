import type { ChildRecord } from '../measures/child-record.ts'
import { collectionYear, collectionYearOf, type IsoDate } from '../shared/calendar-date.ts'

/**
 * The first day from which the record knows those who left as well as those who stayed. A first return brings long
 * histories of the children who are still here, and nobody who had gone: a forecast made then would see nobody leave. So
 * a year is whole where at least half as many episodes of care ended in it as in the newest whole year, and so in all
 * years after it. Null where no year is.
 */
export function findWholeFrom(
  records: readonly ChildRecord[],
  returnYears: readonly number[],
  day: IsoDate,
): IsoDate | null {
  const newest = collectionYearOf(day) - 1
  const leftIn = new Map<number, number>()
  for (const { episodes } of records)
    for (const { endsOn, reasonEnded } of episodes)
      if (endsOn !== null && reasonEnded !== 'X1') {
        const year = collectionYearOf(endsOn)
        leftIn.set(year, (leftIn.get(year) ?? 0) + 1)
      }
  const enough = Math.max(1, (leftIn.get(newest) ?? 0) / 2)
  const first = Math.min(...returnYears)
  let year = newest + 1
  while (year - 1 >= first && (leftIn.get(year - 1) ?? 0) >= enough) year--
  return year > newest || returnYears.length === 0 ? null : collectionYear(year).from
}
