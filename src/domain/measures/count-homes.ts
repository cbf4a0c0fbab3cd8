import { type IsoDate, overlaps, type Period } from '../shared/calendar-date.ts'
import type { ChildRecord } from './child-record.ts'
import { type Episode, findEpisodeOn, isShortBreak } from './in-care.ts'

/**
 * How many homes a child has lived in during a period, the one they were in on its first day included. Three homes are
 * two moves.
 *
 * An episode is not a home: it also ends when only the law's order changes. A new home begins with coming into care
 * (S) and with a change of placement and carer (P, B). It does not with a change of legal status alone (L), nor with a
 * new kind of placement in the same carer's home (T, U).
 *
 * Left out: temporary stays (codes T0 to T4: hospital, holiday, the carer's holiday, up to 7 days) and stays under a
 * day. Going back afterwards to the home one came from is no move; going back to an earlier home after living in
 * another one is, because the child packed again.
 */
export function countHomes(record: ChildRecord, period: Period): number {
  const homes = new Set<number>()
  for (const { home, episode } of numberHomes(record)) {
    if (overlaps(episode.startsOn, episode.endsOn, period) && episode.startsOn !== episode.endsOn) homes.add(home)
  }
  return homes.size
}

/** Since when a child has lived where they live on a day, temporary stays elsewhere not counted. Null if nowhere. */
export function findHomeSince(record: ChildRecord, day: IsoDate): IsoDate | null {
  const homes = numberHomes(record)
  const now = homes.findLast(({ episode }) => episode.startsOn <= day)
  if (!now || !findEpisodeOn(record, day)) return null
  return homes.find(({ home }) => home === now.home)!.episode.startsOn
}

/** Each episode with the number of the home it is part of, in date order; temporary stays and short breaks left out. */
export function numberHomes(record: ChildRecord): { home: number; episode: Episode }[] {
  const numbered: { home: number; episode: Episode }[] = []
  let home = 0
  let lastStay: Episode | null = null
  let hasBeenAway = false
  for (const episode of record.episodes) {
    if (isShortBreak(episode)) continue
    if (isTemporary(episode)) {
      hasBeenAway = true
      continue
    }
    if (!lastStay || !continues(lastStay, episode, hasBeenAway)) home += 1
    lastStay = episode
    hasBeenAway = false
    numbered.push({ home, episode })
  }
  return numbered
}

function isTemporary({ placement }: Episode): boolean {
  return /^T[0-4]$/.test(placement)
}

function continues(before: Episode, now: Episode, hasBeenAway: boolean): boolean {
  switch (now.reasonForNewEpisode) {
    case 'S':
      return false
    case 'L':
    case 'T':
    case 'U':
      // After a temporary stay these describe the end of the stay, so the home itself decides.
      return hasBeenAway ? looksLikeSameHome(before, now) : true
    case 'P':
    case 'B':
      return hasBeenAway && looksLikeSameHome(before, now)
    default:
      return looksLikeSameHome(before, now)
  }
}

/**
 * No measure sees a postcode, so the same kind of home, provider and distance from the child's own home stand for the
 * same home. Used only where the return does not say.
 */
function looksLikeSameHome(before: Episode, now: Episode): boolean {
  return (
    before.placement === now.placement &&
    before.provider === now.provider &&
    before.miles === now.miles &&
    before.insideArea === now.insideArea
  )
}
