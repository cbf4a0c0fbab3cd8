import { collectionYear, collectionYearOf, type IsoDate, type Period, sayDate } from '../shared/calendar-date.ts'
import type { ChildRecord, CouncilFacts } from './child-record.ts'
import { explain, type Note } from './make-result.ts'

/** The year so far: 1 April to the as-at date, both included. */
export function findYearTo(asAt: IsoDate): { period: Period; isPartYear: boolean } {
  const year = collectionYear(collectionYearOf(asAt))
  return { period: { from: year.from, to: asAt }, isPartYear: asAt !== year.to }
}

/**
 * Why a year's figure would be false: before the first return taken in only those who stayed are known, and in a year
 * without a return, and with nothing recorded otherwise, a nought would only mean that we have not looked.
 */
export function sayWhyYearIsMissing(
  records: readonly ChildRecord[],
  { returnYears }: CouncilFacts,
  asAt: IsoDate,
): string | null {
  if (returnYears.length === 0) return null
  const year = collectionYearOf(asAt)
  if (returnYears.includes(year)) return null
  const { from } = collectionYear(year)
  const isAfterFirst = year > Math.min(...returnYears)
  if (isAfterFirst && records.some((record) => hasFactIn(record, { from, to: asAt }))) return null
  return `The return for the year to 31 March ${year} has not been taken in, so this is not known.`
}

/** What to say of an as-at date that the returns taken in do not reach. */
export function noteOnReach({ returnYears }: CouncilFacts, asAt: IsoDate): Note[] {
  if (returnYears.length === 0) return []
  const first = collectionYear(Math.min(...returnYears)).from
  const last = collectionYear(Math.max(...returnYears)).to
  if (asAt > last)
    return [explain(`The newest return taken in ends on ${sayDate(last)}: what came later may be missing.`)]
  if (asAt < first)
    return [
      {
        ...explain(`The oldest return taken in begins on ${sayDate(first)}: some children may be missing.`),
        isTooEarly: true,
      },
    ]
  return []
}

function hasFactIn(record: ChildRecord, { from, to }: Period): boolean {
  const within = (day: IsoDate | null) => day !== null && day >= from && day <= to
  return (
    record.episodes.some((episode) => within(episode.startsOn) || within(episode.endsOn)) ||
    record.reviews.some((review) => within(review.on)) ||
    record.workers.some((worker) => within(worker.startsOn))
  )
}
