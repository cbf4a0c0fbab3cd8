import { overlaps } from '../shared/calendar-date.ts'
import { defineInYear } from './define-measure.ts'
import { isShortBreak } from './in-care.ts'
import { state } from './make-result.ts'
import type { Measure, MeasureWords } from './measure.ts'
import { sayNumber } from './say-value.ts'

/** Of children in our care at any time from 1 April to the date, those with a time away of one type. */
export function shareMissing(words: MeasureWords, type: 'M' | 'A'): Measure {
  return defineInYear(words, ({ records, period }) => {
    const isWithin = ({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }) =>
      overlaps(startsOn, endsOn, period)
    if (!records.some(({ missing }) => missing.some(isWithin)))
      return 'No time missing or away is recorded for anybody in this time: either there was none, or the table was not taken in.'
    const counted = records.filter(({ episodes }) =>
      episodes.some(
        (episode) =>
          !isShortBreak(episode) &&
          episode.startsOn <= period.to &&
          (episode.endsOn === null || episode.endsOn > period.from),
      ),
    )
    const times = new Map(
      counted.map(({ childId, missing }) => [
        childId,
        missing.filter((time) => time.type === type && isWithin(time)).length,
      ]),
    )
    const met = counted.filter(({ childId }) => times.get(childId)! > 0)
    const all = met.reduce((sum, { childId }) => sum + times.get(childId)!, 0)
    return {
      met: met.map(({ childId }) => childId),
      counted: counted.map(({ childId }) => childId),
      notes:
        met.length === 0
          ? []
          : [
              state(
                `${sayNumber(all)} times in all, ${sayNumber(all / met.length, 1)} for each child who was away at all.`,
              ),
            ],
    }
  })
}
