import { addMonths, ageOn, birthday, type IsoDate } from '../shared/calendar-date.ts'
import { type CareDates, closeAtEighteen, countNights } from './care-dates.ts'

/** As the law groups them; "in care" is a child in our care who is not in a group yet. */
export type LeavingCareStatus = 'in care' | 'eligible' | 'relevant' | 'former relevant' | 'qualifying' | 'none'

export interface Standing {
  status: LeavingCareStatus
  /** Where the law says so; empty for those in no group. */
  section: string
  /** What the law asks of the council at this age, where the group alone does not say. */
  duty: 'at all times' | 'on request' | 'to the end of the course' | null
  /** Nights in care since the 14th birthday, up to the day. */
  nights: number
  /** The dates are so close to the line that a person must look at the papers. */
  isToCheck: boolean
}

/** Thirteen weeks, counted as nights. */
export const NIGHTS_NEEDED = 91
const NEAR_THE_LINE = 2

/**
 * Which group of the law a young person is in on a day, worked out from their dates alone.
 *
 * - eligible: 16 or 17, looked after, for 13 weeks or more since the 14th birthday, some of it after the 16th
 *   (Children Act 1989, sch 2 para 19B; Care Planning, Placement and Case Review (England) Regulations 2010, reg 40).
 *   The weeks need not run on from each other.
 * - relevant: 16 or 17, no longer looked after, eligible just before (s 23A). Not after six months without a break at home with
 *   somebody who has parental responsibility (Care Leavers (England) Regulations 2010, reg 3).
 * - former relevant: 18 or over, and relevant, or eligible and looked after, on the way there (s 23C). To 21 at all times;
 *   from 21 to 24 when they ask (s 23CZB), or to the end of a course in their plan (s 23C(7)).
 * - qualifying: 16 to 20, under a special guardianship order straight from care (s 24(1A)), or looked after at some time at 16 or 17
 *   and none of the above (s 24(1B)).
 *
 * Not here, because no return tells it: those detained or in hospital on their 16th birthday (reg 3). An adviser says so.
 */
export function findStanding(care: CareDates, day: IsoDate): Standing {
  const age = ageOn(care.bornOn, day)
  const [from14, from16, from18] = [14, 16, 18].map((years) => birthday(care.bornOn, years)) as [
    IsoDate,
    IsoDate,
    IsoDate,
  ]
  const stays = closeAtEighteen(care).filter((stay) => stay.startsOn <= day)
  const nights = countNights(stays, from14, day)
  const current = stays.find((stay) => day < stay.endsOn)
  const last = stays.at(-1)
  // Somebody whose care ends on a birthday reached that age in care: an age begins as its day does.
  const wasInCareAt16 = stays.some((stay) => stay.endsOn >= from16 && stay.startsOn < from18)
  const nightsAtEnd = last === undefined ? 0 : countNights(stays, from14, last.endsOn < day ? last.endsOn : day)
  const wasEligible = wasInCareAt16 && nightsAtEnd >= NIGHTS_NEEDED
  const isToCheck = from16 <= day && wasInCareAt16 && Math.abs(nights - NIGHTS_NEEDED) <= NEAR_THE_LINE
  const standing = (status: LeavingCareStatus, section = '', duty: Standing['duty'] = null): Standing => ({
    status,
    section,
    duty,
    nights,
    isToCheck,
  })

  if (current !== undefined && day < from18) {
    return day >= from16 && nights >= NIGHTS_NEEDED ? standing('eligible', 'sch 2 para 19B') : standing('in care')
  }
  if (age < 16 || age >= 25 || last === undefined) return standing('none')
  const isHome = isSettledAtHome(care, day < from18 ? day : from18)
  if (wasEligible && !isHome) {
    if (age < 18) return standing('relevant', 's 23A')
    if (age < 21) return standing('former relevant', 's 23C', 'at all times')
    return care.isOnPlannedCourse
      ? standing('former relevant', 's 23C(7)', 'to the end of the course')
      : standing('former relevant', 's 23CZB', 'on request')
  }
  if (age >= 21) return standing('none')
  if (last.byGuardianship) return standing('qualifying', 's 24(1A)')
  return wasInCareAt16 ? standing('qualifying', 's 24(1B)') : standing('none')
}

/** Six months at home without a break, reached by the day and while still a child. */
function isSettledAtHome({ homeWithParentSince }: CareDates, day: IsoDate): boolean {
  return homeWithParentSince !== null && addMonths(homeWithParentSince, 6) <= day
}
