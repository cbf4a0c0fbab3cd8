import { addDays, addMonths, collectionYear, type IsoDate, overlaps, type Period } from '../shared/calendar-date.ts'
import { addWorkingDays } from '../timescales/review-due.ts'
import type { ChildRecord, CouncilFacts } from './child-record.ts'
import { isShortBreak } from './in-care.ts'

export interface ReviewDue {
  dueOn: IsoDate
  isOnTime: boolean
}

/** From this day on reviews are known: where no return has been taken in, everything recorded is. */
function findFirstDayKnown({ returnYears }: CouncilFacts): IsoDate {
  return returnYears.length === 0 ? '0000-01-01' : collectionYear(Math.min(...returnYears)).from
}

/**
 * A child's reviews of a period: those that fell due in it while the child was in our care, and those held in it before
 * they were due. A late review moves all after it, since each is counted from the one before.
 */
export function listReviewsDue(record: ChildRecord, council: CouncilFacts, period: Period): ReviewDue[] {
  return listSpells(record, period).flatMap((spell) => dueInSpell(record, spell, council, period))
}

/** The child's times in care that touch the period; the last day of each is the first out of care. */
function listSpells(record: ChildRecord, period: Period): { from: IsoDate; to: IsoDate | null }[] {
  const spells: { from: IsoDate; to: IsoDate | null }[] = []
  for (const episode of record.episodes) {
    if (isShortBreak(episode)) continue
    const last = spells.at(-1)
    if (last && (last.to === null || last.to >= episode.startsOn)) {
      if (last.to !== null && (episode.endsOn === null || episode.endsOn > last.to)) last.to = episode.endsOn
    } else spells.push({ from: episode.startsOn, to: episode.endsOn })
  }
  return spells.filter(({ from, to }) => overlaps(from, to, period))
}

function dueInSpell(
  record: ChildRecord,
  { from, to }: { from: IsoDate; to: IsoDate | null },
  council: CouncilFacts,
  period: Period,
): ReviewDue[] {
  const reviews = record.reviews.map(({ on }) => on).filter((on) => on >= from && (to === null || on <= to))
  const firstKnown = findFirstDayKnown(council)
  const isWhole = from >= firstKnown
  const found: ReviewDue[] = []
  // Of an older time in care the review before the first known one may be as late as the day before what is known.
  let dueOn = isWhole ? addWorkingDays(from, 20, council.holidays) : addMonths(addDays(firstKnown, -1), 6)
  for (let held = 0; dueOn <= period.to || reviews[held] !== undefined; held += 1) {
    const on = reviews[held] ?? null
    const isDueInTime = dueOn >= period.from && dueOn <= period.to && (to === null || dueOn < to)
    const isHeldInTime = on !== null && on >= period.from && on <= period.to
    const isOnTime = on !== null && on <= dueOn
    if (isDueInTime || (isHeldInTime && isOnTime)) found.push({ dueOn, isOnTime })
    if (on === null || on > period.to) break
    dueOn = addMonths(on, isWhole && held === 0 ? 3 : 6)
  }
  return found
}
