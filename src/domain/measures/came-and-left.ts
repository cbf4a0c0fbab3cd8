import type { Period } from '../shared/calendar-date.ts'
import type { ChildRecord } from './child-record.ts'
import { type Episode, isShortBreak } from './in-care.ts'

/** Whether a time in care began in the period: an episode with "started to be looked after" (S) as its reason. */
export function cameIn(record: ChildRecord, period: Period): boolean {
  return findFirstStart(record, period) !== null
}

/** The first of those starts. */
export function findFirstStart(record: ChildRecord, { from, to }: Period): Episode | null {
  const found = record.episodes.find(
    (episode) =>
      episode.reasonForNewEpisode === 'S' &&
      episode.startsOn >= from &&
      episode.startsOn <= to &&
      !isShortBreak(episode),
  )
  return found ?? null
}

/**
 * Whether a time in care ended in the period: an episode that ended with a reason other than "the next begins the same
 * day" (X1). A child who came back later in the year left all the same.
 */
export function leftIn(record: ChildRecord, period: Period): boolean {
  return findLastLeaving(record, period) !== null
}

/** The last of those endings. */
export function findLastLeaving(record: ChildRecord, { from, to }: Period): Episode | null {
  const found = record.episodes.findLast(
    ({ endsOn, reasonEnded, legalStatus }) =>
      endsOn !== null &&
      endsOn >= from &&
      endsOn <= to &&
      reasonEnded !== null &&
      reasonEnded !== 'X1' &&
      !isShortBreak({ legalStatus }),
  )
  return found ?? null
}
