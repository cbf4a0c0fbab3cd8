import { addDays, type IsoDate } from '../shared/calendar-date.ts'
import { addWorkingDays, isWorkingDay } from '../timescales/review-due.ts'

/** How what a child said stands, for whoever answers it. Only the child's own "yes" closes it (rule 14). */
export type ViewStanding = 'to answer' | 'to tell' | 'still open' | 'answered' | 'closed' | 'taken back'

interface Standing {
  withdrawnOn: IsoDate | null
  /** Oldest first. */
  answers: readonly { isHard: boolean; toldOn: IsoDate | null; reply: string | null }[]
}

/** By the newest answer: one that was only noted leaves it waiting for the child's word. */
export function viewStanding({ withdrawnOn, answers }: Standing): ViewStanding {
  if (withdrawnOn !== null) return 'taken back'
  const newest = answers.at(-1)
  if (newest === undefined) return 'to answer'
  if (newest.isHard && newest.toldOn === null) return 'to tell'
  if (newest.reply === 'yes') return 'closed'
  return newest.reply === null ? 'answered' : 'still open'
}

/** Whether somebody here has something to do. */
export function needsSomebody(standing: ViewStanding): boolean {
  return standing === 'to answer' || standing === 'to tell' || standing === 'still open'
}

/**
 * Rule 12: no hard news just before days when nobody is there to talk to. From three o’clock on the last working day
 * before a weekend or a bank holiday, and on those days themselves. `now`: London time, "yyyy-mm-ddThh:mm".
 */
export function isLateForHardNews(now: string, holidays: ReadonlySet<IsoDate>): boolean {
  const day = now.slice(0, 10)
  if (!isWorkingDay(day, holidays)) return true
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toString()
  return !isWorkingDay(next, holidays) && now.slice(11) >= '15:00'
}

/** Hard news is told within two working days of being written; after that somebody above should know (rule 12). */
export const TELL_WITHIN = 2

export function isTellingLate(answeredOn: IsoDate, today: IsoDate, holidays: ReadonlySet<IsoDate>): boolean {
  return addWorkingDays(answeredOn, TELL_WITHIN, holidays) < today
}

/** The newest day on which untold hard news is late today. */
export function lastLateDay(today: IsoDate, holidays: ReadonlySet<IsoDate>): IsoDate {
  let day = today
  while (!isTellingLate(day, today, holidays)) day = addDays(day, -1)
  return day
}
