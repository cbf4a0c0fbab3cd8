import { addDays, addMonths, type IsoDate } from '../shared/calendar-date.ts'

/** Somebody who is no member and is to come so often: the chief executive, at least once a year. */
export interface GuestRule {
  who: string
  atLeast: number
  withinMonths: number
}

export interface GuestStanding {
  isMet: boolean
  /** The last day they came. */
  last: IsoDate | null
  /** The day after which it is no longer met, where it is met now. */
  metUntil: IsoDate | null
}

/** Whether those who are to come did. A visit counts until the day before the same day so many months on. */
export function findGuestStanding(rule: GuestRule, came: IsoDate[], today: IsoDate): GuestStanding {
  const days = came.filter((day) => day <= today).sort()
  const countsUntil = (day: IsoDate) => addDays(addMonths(day, rule.withinMonths), -1)
  const counted = days.filter((day) => countsUntil(day) >= today)
  const isMet = counted.length >= rule.atLeast
  return {
    isMet,
    last: days.at(-1) ?? null,
    metUntil: isMet ? countsUntil(counted.at(-rule.atLeast)!) : null,
  }
}
