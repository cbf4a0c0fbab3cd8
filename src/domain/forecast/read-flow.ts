import type { ChildRecord } from '../measures/child-record.ts'
import { findEpisodeOn, findInCareSince } from '../measures/in-care.ts'
import { addMonths, ageOn, birthday, daysBetween, type IsoDate } from '../shared/calendar-date.ts'

export const HOME_KINDS = [
  { code: 'foster', label: 'With foster carers', placements: /^U[1-6]$/ },
  { code: 'home', label: 'In a children’s home or another residential place', placements: /^(K[12]|S1|R[1-5])$/ },
  { code: 'supported', label: 'In supported accommodation', placements: /^(K3|H5|P2)$/ },
  { code: 'family', label: 'With parents or the people adopting them', placements: /^(P1|A[3-6])$/ },
  { code: 'other', label: 'Somewhere else', placements: /.*/ },
] as const

/** One child in care on a day, as far as a forecast needs to know: nobody in particular. */
export interface Stay {
  /** In months. */
  age: number
  /** Months in care so far. */
  since: number
  /** Place in `HOME_KINDS`. */
  home: number
}

/** What became of a child of one month in the next. */
export interface Step {
  was: Stay
  /** Left for another reason than the 18th birthday. */
  left: boolean
  home: number
}

export interface Month {
  /** Its first day is the day of the stock. */
  from: IsoDate
  stock: number
  came: Stay[]
  steps: Step[]
}

export interface Flow {
  day: IsoDate
  /** Those in care on the day. */
  stock: Stay[]
  /** The months up to the day, oldest first. */
  months: Month[]
}

/** The months up to a day, read only from what had happened by then. */
export function readFlow(records: readonly ChildRecord[], day: IsoDate, months: number): Flow {
  const days = Array.from({ length: months + 1 }, (_, index) => addMonths(day, index - months))
  // Somebody can only be of interest who was in care on one of the days or came in between.
  const known = records.filter(({ bornOn, episodes }) => bornOn !== null && episodes.length > 0)
  const seen = known.map((record) => days.map((each) => findStay(record, each)))
  const flow: Month[] = []
  for (let at = 0; at < months; at++) {
    const month: Month = { from: days[at]!, stock: 0, came: [], steps: [] }
    known.forEach((record, index) => {
      const was = seen[index]![at]!
      const is = seen[index]![at + 1]!
      if (was) {
        month.stock++
        const isGrown = birthday(record.bornOn!, 18) <= days[at + 1]!
        if (!isGrown) month.steps.push({ was, left: is === null, home: is?.home ?? was.home })
      } else if (is) month.came.push(is)
    })
    flow.push(month)
  }
  return { day, stock: seen.flatMap((stays) => stays.at(-1) ?? []), months: flow }
}

/** How many children were in care at the end of a day. */
export function countInCare(records: readonly ChildRecord[], day: IsoDate): number {
  return records.filter((record) => findEpisodeOn(record, day) !== null).length
}

function findStay(record: ChildRecord, day: IsoDate): Stay | null {
  const episode = findEpisodeOn(record, day)
  if (!episode) return null
  const since = findInCareSince(record, day)!
  const age = ageOn(record.bornOn!, day)
  return {
    age: age * 12 + Math.floor(daysBetween(birthday(record.bornOn!, age), day) / 30.44),
    since: Math.floor(daysBetween(since, day) / 30.44),
    home: HOME_KINDS.findIndex(({ placements }) => placements.test(episode.placement)),
  }
}
