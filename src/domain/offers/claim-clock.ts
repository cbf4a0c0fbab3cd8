import { addDays, daysBetween, type IsoDate } from '../shared/calendar-date.ts'
import { addWorkingDays, isWorkingDay } from '../timescales/review-due.ts'

export interface ClaimDates {
  askedOn: IsoDate
  /** Working days that the offer gives for an answer. */
  answerWithinDays: number
  answeredOn: IsoDate | null
  decision: 'yes' | 'no' | null
  /** Whether a yes still has something to pay or to hand over. */
  isToPay: boolean
  paidOn: IsoDate | null
}

/** Worked out from dates, never typed. Done: paid, or given where it is not money. */
export type ClaimState = 'waiting' | 'late' | 'said yes' | 'done' | 'said no'

export interface ClaimClock {
  state: ClaimState
  dueOn: IsoDate
  /** Working days past the due day, today included; 0 where in time. */
  daysLate: number
  /** Calendar days until the answer is due; 0 on the day, and when answered. */
  daysLeft: number
}

/** The clock begins on the working day after the claim; on the due day itself an answer is still in time, and late begins on the next working day. */
export function readClock(claim: ClaimDates, today: IsoDate, holidays: ReadonlySet<IsoDate>): ClaimClock {
  const dueOn = addWorkingDays(claim.askedOn, claim.answerWithinDays, holidays)
  if (claim.answeredOn !== null) {
    const state = claim.decision === 'no' ? 'said no' : claim.isToPay && claim.paidOn === null ? 'said yes' : 'done'
    return { state, dueOn, daysLate: countWorkingDays(dueOn, claim.answeredOn, holidays), daysLeft: 0 }
  }
  const daysLate = countWorkingDays(dueOn, today, holidays)
  return daysLate > 0
    ? { state: 'late', dueOn, daysLate, daysLeft: 0 }
    : { state: 'waiting', dueOn, daysLate: 0, daysLeft: Math.max(0, daysBetween(today, dueOn)) }
}

/** Working days after one day, up to and with the other: over a weekend nothing grows later. */
function countWorkingDays(after: IsoDate, upTo: IsoDate, holidays: ReadonlySet<IsoDate>): number {
  let days = 0
  for (let day = addDays(after, 1); day <= upTo; day = addDays(day, 1)) if (isWorkingDay(day, holidays)) days += 1
  return days
}
