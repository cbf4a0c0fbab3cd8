import { addDays, addMonths, type IsoDate } from '../shared/calendar-date.ts'

/**
 * When a child's next review is due (Care Planning, Placement and Case Review (England) Regulations 2010, reg 33): the
 * first within 20 working days of the day they came into our care, the second within three months of the first, and
 * then at intervals of not more than six months, each counted from the review before.
 *
 * `holidays`: bank holidays in England as ISO dates. A due day in months does not move off a weekend.
 */
export function findReviewDue(
  inCareSince: IsoDate,
  lastReviewOn: IsoDate | null,
  reviewsSoFar: number,
  holidays: ReadonlySet<IsoDate>,
): IsoDate {
  if (lastReviewOn === null || reviewsSoFar === 0) return addWorkingDays(inCareSince, 20, holidays)
  return addMonths(lastReviewOn, reviewsSoFar === 1 ? 3 : 6)
}

/** The day of the event is day 0; the first working day after it is day 1. */
export function addWorkingDays(from: IsoDate, days: number, holidays: ReadonlySet<IsoDate>): IsoDate {
  let day = from
  for (let left = days; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day, holidays)) left -= 1
  }
  return day
}

export function isWorkingDay(day: IsoDate, holidays: ReadonlySet<IsoDate>): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek <= 5 && !holidays.has(day)
}
