import type { IsoDate } from '../shared/calendar-date.ts'

export interface Stay {
  startsOn: IsoDate
  endsOn: IsoDate | null
  reasonForNewEpisode: string
  placement: string
}

export interface Home {
  startsOn: IsoDate
  endsOn: IsoDate | null
  /** The kind of home it was last: a foster home can become a long-term one. */
  placement: string
}

/**
 * The homes a child's episodes tell of, oldest first. An episode is not a home: it also ends when only the law's order
 * changes (L), or the kind of placement in the same carer's home (T, U). Such an episode goes on with the home before it
 * where it begins on the day that one ended; a stay away for a short time (T0 to T4) is shown as the stay it is.
 */
export function listHomes(episodes: readonly Stay[]): Home[] {
  const homes: Home[] = []
  for (const { startsOn, endsOn, reasonForNewEpisode, placement } of episodes) {
    const before = homes.at(-1)
    const goesOn =
      before !== undefined &&
      ['L', 'T', 'U'].includes(reasonForNewEpisode) &&
      before.endsOn === startsOn &&
      isShortStay(before.placement) === isShortStay(placement)
    if (goesOn) homes[homes.length - 1] = { startsOn: before.startsOn, endsOn, placement }
    else homes.push({ startsOn, endsOn, placement })
  }
  return homes
}

/** The home of a day: begun by then and not left by then. The later of two at once, a fault of the data. */
export function findHomeOn(homes: readonly Home[], day: IsoDate): Home | null {
  return homes.findLast((home) => home.startsOn <= day && (home.endsOn === null || home.endsOn > day)) ?? null
}

function isShortStay(placement: string): boolean {
  return /^T[0-4]$/.test(placement)
}
