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
  /** The day on which those of `stock` were in care. */
  from: IsoDate
  stock: Stay[]
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

/** The months up to a day. What is said of a month hangs on nothing that happened after it. */
export function readFlow(records: readonly ChildRecord[], day: IsoDate, months: number): Flow {
  const days = Array.from({ length: months + 1 }, (_, index) => addMonths(day, index - months))
  const flow: Month[] = days.slice(0, -1).map((from) => ({ from, stock: [], came: [], steps: [] }))
  const stock: Stay[] = []
  for (const record of records) {
    if (record.bornOn === null || record.episodes.length === 0) continue
    const grownOn = birthday(record.bornOn, 18)
    const seen = days.map((each) => findStay(record, each))
    flow.forEach((month, at) => {
      const was = seen[at]!
      const is = seen[at + 1]!
      if (was) {
        month.stock.push(was)
        if (grownOn > days[at + 1]!) month.steps.push({ was, left: is === null, home: is?.home ?? was.home })
      } else if (is) month.came.push(is)
    })
    const now = seen.at(-1)
    if (now) stock.push(now)
  }
  return { day, stock, months: flow }
}

/** The same as it was so many months earlier, of as many months up to then: nothing later is in it. */
export function flowBefore({ months }: Flow, monthsBack: number, length: number): Flow {
  const at = months.length - monthsBack
  const { from: day, stock } = months[at]!
  return { day, stock, months: months.slice(at - length, at) }
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
