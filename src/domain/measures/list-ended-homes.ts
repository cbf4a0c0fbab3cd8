import type { Period } from '../shared/calendar-date.ts'
import type { ChildRecord } from './child-record.ts'
import { isShortBreak } from './in-care.ts'

/** Homes that children left for another in a period, by the reason recorded for it. A change of status alone is no move. */
export function listEndedHomes(
  records: readonly ChildRecord[],
  { from, to }: Period,
): { childId: string; reason: string }[] {
  return records.flatMap(({ childId, episodes }) =>
    episodes.flatMap((episode) => {
      const { endsOn, reasonPlaceChanged: reason } = episode
      const isMove = reason !== null && reason !== 'PLACE' && !isShortBreak(episode)
      return isMove && endsOn !== null && endsOn >= from && endsOn <= to ? [{ childId, reason }] : []
    }),
  )
}
