import type { Period } from '../shared/calendar-date.ts'
import type { ChildRecord } from './child-record.ts'
import { isShortBreak } from './in-care.ts'

/** Whether a time in care began in the period: an episode with "started to be looked after" (S) as its reason. */
export function cameIn(record: ChildRecord, { from, to }: Period): boolean {
  return record.episodes.some(
    (episode) =>
      episode.reasonForNewEpisode === 'S' &&
      episode.startsOn >= from &&
      episode.startsOn <= to &&
      !isShortBreak(episode),
  )
}

/**
 * Whether a time in care ended in the period: an episode that ended with a reason other than "the next begins the same
 * day" (X1). A child who came back later in the year left all the same.
 */
export function leftIn(record: ChildRecord, { from, to }: Period): boolean {
  return record.episodes.some(
    ({ endsOn, reasonEnded, legalStatus }) =>
      endsOn !== null &&
      endsOn >= from &&
      endsOn <= to &&
      reasonEnded !== null &&
      reasonEnded !== 'X1' &&
      !isShortBreak({ legalStatus }),
  )
}
