import { addDays, addMonths, daysBetween, type IsoDate } from '../shared/calendar-date.ts'

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
  const weekday = Temporal.PlainDate.from(from).dayOfWeek
  const offsets = listOffsets(from, addDays(from, 2 * days + 14), holidays)
  let offset = 0
  for (let left = days; left > 0; ) {
    offset += 1
    const isWeekend = ((weekday - 1 + offset) % 7) + 1 > 5
    if (!isWeekend && !offsets.has(offset)) left -= 1
  }
  return offset === 0 ? from : addDays(from, offset)
}

/** How many days after one day each holiday up to another is: whole councils are counted by these, so no date is made a day. */
function listOffsets(from: IsoDate, to: IsoDate, holidays: ReadonlySet<IsoDate>): Set<number> {
  const offsets = new Set<number>()
  for (const holiday of holidays) if (holiday > from && holiday <= to) offsets.add(daysBetween(from, holiday))
  return offsets
}

export function isWorkingDay(day: IsoDate, holidays: ReadonlySet<IsoDate>): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek <= 5 && !holidays.has(day)
}
