import { addDays, addMonths, daysBetween, type IsoDate, type Period } from '../shared/calendar-date.ts'
import { type Almanac, listRhythmDays, type Rhythm } from './rhythm.ts'

export interface RhythmStanding {
  /** Days of the last twelve months on which it should have met, with no meeting near them. */
  missed: IsoDate[]
  /** How many days of the rhythm lay in that year. */
  due: number
  /** The next day of the rhythm, where no meeting is planned near it; null otherwise. */
  unplanned: IsoDate | null
}

/** A meeting counts for the day of the rhythm it is nearest to, so that one moved by a fortnight is not missed. */
export function findRhythmStanding(
  rhythm: Rhythm,
  meetings: IsoDate[],
  since: IsoDate,
  today: IsoDate,
  almanac: Almanac,
): RhythmStanding {
  const yearAgo = addMonths(today, -12)
  const from = since > yearAgo ? since : addDays(yearAgo, 1)
  const period = { from, to: addMonths(today, 24) }
  const days = listRhythmDays(rhythm, period, almanac)
  const free = new Set(daysWithoutMeeting(rhythm, meetings, period, almanac))
  const past = days.filter((day) => day < today)
  const next = days.find((day) => day >= today)
  return {
    missed: past.filter((day) => free.has(day)),
    due: past.length,
    unplanned: next !== undefined && free.has(next) ? next : null,
  }
}

/** The days of the rhythm in a period to which no meeting is the nearest. */
export function daysWithoutMeeting(
  rhythm: Rhythm,
  meetings: IsoDate[],
  { from, to }: Period,
  almanac: Almanac,
): IsoDate[] {
  const days = listRhythmDays(rhythm, { from: addMonths(from, -24), to: addMonths(to, 24) }, almanac)
  const counted = new Set(meetings.flatMap((meeting) => nearest(days, meeting)))
  return days.filter((day) => day >= from && day <= to && !counted.has(day))
}

/** The nearest day; the earlier of two that are as near: a late meeting makes up for the one before it. */
function nearest(days: IsoDate[], meeting: IsoDate): IsoDate[] {
  let best: IsoDate | undefined
  let least = Number.POSITIVE_INFINITY
  for (const day of days) {
    const far = Math.abs(daysBetween(day, meeting))
    if (far < least) [best, least] = [day, far]
  }
  return best === undefined ? [] : [best]
}
