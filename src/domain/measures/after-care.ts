import { collectionYear, collectionYearOf, type IsoDate, type Period, sayDate } from '../shared/calendar-date.ts'
import type { ChildRecord } from './child-record.ts'
import { explain, type Note } from './make-result.ts'

export interface YoungAdult {
  childId: string
  row: ChildRecord['leavingCare'][number]
}

export interface AfterCareYear {
  period: Period
  people: YoungAdult[]
  note: Note
}

/**
 * The care-experienced young people of the newest whole year that had ended by the as-at date and is held. The return
 * states each once a year, by a birthday in it, so part of a year would say nothing.
 *
 * Left out, as the DfE does: those who died, and those who went home to a parent for six months or more (RHOM).
 * Everybody else stays in, in touch or not, known or not.
 */
export function findAfterCareYear(records: readonly ChildRecord[], asAt: IsoDate): AfterCareYear | null {
  let year = 0
  for (const record of records) {
    for (const row of record.leavingCare) {
      const rowYear = collectionYearOf(row.startsOn)
      if (rowYear > year && collectionYear(rowYear).to <= asAt) year = rowYear
    }
  }
  if (year === 0) return null
  const period = collectionYear(year)
  const people = records.flatMap((record) => {
    const row = record.leavingCare.find(({ startsOn }) => collectionYearOf(startsOn) === year)
    return row && row.inTouch !== 'DIED' && row.inTouch !== 'RHOM' ? [{ childId: record.childId, row }] : []
  })
  return {
    period,
    people,
    note: explain(
      `Of the year to ${sayDate(period.to)}, the newest that had ended by the date and is held. Those who died, or went home to a parent for six months or more, are left out; those about whom nothing is known are not.`,
    ),
  }
}

export const NO_AFTER_CARE_YEAR =
  'No whole year of care-experienced young people, ended by this date, has been taken in, so this is not known.'
