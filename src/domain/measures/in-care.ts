import { addDays, addMonths, type IsoDate } from '../shared/calendar-date.ts'
import type { ChildRecord } from './child-record.ts'

export type Episode = ChildRecord['episodes'][number]

/**
 * Short breaks under an agreement (V3, and V4 for a series of them) are no part of any DfE count of children looked
 * after.
 */
export function isShortBreak(episode: Pick<Episode, 'legalStatus'>): boolean {
  return episode.legalStatus === 'V3' || episode.legalStatus === 'V4'
}

/**
 * Where a child is at the end of a day: the episode that began by then and had not ended by then. One that ended on
 * the very day is over. Of two at once (a fault of the data) the later start counts, so each child counts once.
 */
export function findEpisodeOn(record: ChildRecord, day: IsoDate): Episode | null {
  let found: Episode | null = null
  for (const episode of record.episodes) {
    if (episode.startsOn > day || (episode.endsOn !== null && episode.endsOn <= day)) continue
    if (isShortBreak(episode)) continue
    if (!found || episode.startsOn >= found.startsOn) found = episode
  }
  return found
}

export interface ChildInCare {
  record: ChildRecord
  episode: Episode
}

/** Of a list of records, the day asked of it last: sixty measures of one day all begin with the same children. */
const askedLast = new WeakMap<readonly ChildRecord[], { day: IsoDate; inCare: readonly ChildInCare[] }>()

/** Children in our care at the end of a day: the DfE's "looked after on 31 March", on any date. */
export function listInCareOn(records: readonly ChildRecord[], day: IsoDate): readonly ChildInCare[] {
  const last = askedLast.get(records)
  if (last?.day === day) return last.inCare
  const inCare: ChildInCare[] = []
  for (const record of records) {
    const episode = findEpisodeOn(record, day)
    if (episode) inCare.push({ record, episode })
  }
  askedLast.set(records, { day, inCare })
  return inCare
}

export function idsOf(children: readonly ChildInCare[]): string[] {
  return children.map((child) => child.record.childId)
}

/**
 * Since when a child who is in our care on a day has been so without a day between. Short breaks are no time in care.
 * Null where the child is not in our care that day.
 */
export function findInCareSince(record: ChildRecord, day: IsoDate): IsoDate | null {
  const now = findEpisodeOn(record, day)
  if (!now) return null
  let since = now.startsOn
  for (const episode of record.episodes.toReversed()) {
    const touches = episode.startsOn < since && (episode.endsOn === null || episode.endsOn >= since)
    if (touches && !isShortBreak(episode)) since = episode.startsOn
  }
  return since
}

/** On 31 March 2026, 12 months are those that began by 1 April 2025. */
export function hasBeenInCareFor(record: ChildRecord, day: IsoDate, months: number): boolean {
  const since = findInCareSince(record, day)
  return since !== null && since <= findLatestStart(day, months)
}

/** Children in our care at the end of a day who have been so for some months without a day between. */
export function listInCareFor(records: readonly ChildRecord[], day: IsoDate, months: number): ChildInCare[] {
  const latest = findLatestStart(day, months)
  return listInCareOn(records, day).filter(({ record }) => findInCareSince(record, day)! <= latest)
}

function findLatestStart(day: IsoDate, months: number): IsoDate {
  return addDays(addMonths(day, -months), 1)
}
