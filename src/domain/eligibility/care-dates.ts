import { isShortBreak } from '../measures/in-care.ts'
import type { Payload } from '../record/event-kinds.ts'
import { birthday, daysBetween, type IsoDate } from '../shared/calendar-date.ts'

/** One unbroken time in care. `endsOn` null: still in our care. */
export interface Stay {
  startsOn: IsoDate
  endsOn: IsoDate | null
  /** Ended because a special guardianship order was made. */
  byGuardianship: boolean
}

/** The few facts of a record that decide what somebody is owed at sixteen and after. */
export interface CareDates {
  bornOn: IsoDate
  /** In date order, none touching the next. Short breaks are no stays. */
  stays: Stay[]
  /** Living with a parent, or somebody with parental responsibility, without a break since this day. The return does not say it. */
  homeWithParentSince: IsoDate | null
  /** On a course that their plan sets out: the duties then last to its end. */
  isOnPlannedCourse: boolean
}

export type DatedEpisode = { startsOn: IsoDate; endsOn: IsoDate | null } & Pick<
  Payload<'episode'>,
  'legalStatus' | 'reasonEnded'
>

const GUARDIANSHIP = new Set(['E43', 'E44', 'E45', 'E46', 'E47', 'E48'])

/**
 * Episodes become stays: those that touch or overlap are one, and a series of short breaks is none (Care Planning,
 * Placement and Case Review (England) Regulations 2010, reg 40: a child in short breaks under reg 48 is not eligible).
 */
export function joinStays(episodes: readonly DatedEpisode[]): Stay[] {
  const stays: Stay[] = []
  for (const episode of [...episodes].sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1))) {
    if (isShortBreak(episode)) continue
    const byGuardianship = GUARDIANSHIP.has(episode.reasonEnded ?? '')
    const last = stays.at(-1)
    if (last === undefined || (last.endsOn !== null && last.endsOn < episode.startsOn)) {
      stays.push({ startsOn: episode.startsOn, endsOn: episode.endsOn, byGuardianship })
    } else if (last.endsOn !== null && (episode.endsOn === null || episode.endsOn >= last.endsOn)) {
      Object.assign(last, { endsOn: episode.endsOn, byGuardianship })
    }
  }
  return stays
}

/** Nights in care from one day to another, first included, last not; an open stay runs to the last. */
export function countNights(stays: readonly Stay[], from: IsoDate, to: IsoDate): number {
  let nights = 0
  for (const { startsOn, endsOn } of stays) {
    const first = startsOn > from ? startsOn : from
    const last = endsOn === null || endsOn > to ? to : endsOn
    if (first < last) nights += daysBetween(first, last)
  }
  return nights
}

/** Nobody is in our care as an adult: a stay that is still open ends on the 18th birthday. */
export function closeAtEighteen({ stays, bornOn }: CareDates): (Stay & { endsOn: IsoDate })[] {
  const grown = birthday(bornOn, 18)
  return stays.map((stay) => ({ ...stay, endsOn: stay.endsOn === null || stay.endsOn > grown ? grown : stay.endsOn }))
}
