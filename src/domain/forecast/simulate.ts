import { type Chance, makeChance } from '../statistics/chance.ts'
import { type DrawnRates, drawRates, groupOf, learnRates } from './learn-rates.ts'
import { type Flow, HOME_KINDS, type Month, type Stay } from './read-flow.ts'

export interface Band {
  /** Half of all futures lie below. */
  middle: number
  /** The middle half of them. */
  half: { low: number; high: number }
  /** Nine of ten. */
  most: { low: number; high: number }
}

export interface Forecast {
  /** For each month to come: all children in care. */
  all: Band[]
  /** By kind of home, in the order of `HOME_KINDS`. */
  byHome: Band[][]
}

const GROWN = 18 * 12

/**
 * Many futures from one flow. In each, children come as in months drawn from those seen, so that brothers and sisters come
 * together and busy months stay busy; they leave and move at rates that the counts could stand for; and they leave at
 * 18. The months drawn from are drawn first, so that a chance run of busy months widens the interval.
 */
export function simulate(
  flow: Flow,
  { months, futures, seed }: { months: number; futures: number; seed: number },
): Forecast {
  const chance = makeChance(seed)
  const rates = learnRates(flow)
  const counts = Array.from({ length: months }, () => HOME_KINDS.map(() => [] as number[]))
  const totals = Array.from({ length: months }, () => [] as number[])
  for (let future = 0; future < futures; future++) {
    const seen = flow.months.map(() => flow.months[chance.upTo(flow.months.length)]!)
    live(flow.stock, seen, drawRates(rates, chance), months, chance, (month, byHome) => {
      totals[month]!.push(byHome.reduce((sum, count) => sum + count, 0))
      byHome.forEach((count, home) => {
        counts[month]![home]!.push(count)
      })
    })
  }
  return { all: totals.map(bandOf), byHome: HOME_KINDS.map((_, home) => counts.map((month) => bandOf(month[home]!))) }
}

function live(
  stock: readonly Stay[],
  seen: readonly Month[],
  rates: DrawnRates,
  months: number,
  chance: Chance,
  tell: (month: number, byHome: number[]) => void,
): void {
  let now = stock.map((stay) => ({ ...stay }))
  for (let month = 0; month < months; month++) {
    const next: Stay[] = []
    for (const stay of now) {
      const isGone = chance.next() < rates.leaving[groupOf(stay)]!
      stay.age++
      stay.since++
      if (isGone || stay.age >= GROWN) continue
      stay.home = move(stay.home, rates, chance)
      next.push(stay)
    }
    const { came } = seen[chance.upTo(seen.length)]!
    for (const stay of came) if (stay.age < GROWN) next.push({ ...stay })
    now = next
    const byHome = HOME_KINDS.map(() => 0)
    for (const { home } of now) byHome[home]!++
    tell(month, byHome)
  }
}

function move(home: number, { moving }: DrawnRates, chance: Chance): number {
  const row = moving[home]!
  let left = chance.next()
  // Most stay where they are, so that is looked at first.
  left -= row[home]!
  if (left < 0) return home
  for (let to = 0; to < row.length; to++) {
    if (to === home) continue
    left -= row[to]!
    if (left < 0) return to
  }
  return home
}

function bandOf(counts: number[]): Band {
  const sorted = counts.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
  return { middle: at(0.5), half: { low: at(0.25), high: at(0.75) }, most: { low: at(0.05), high: at(0.95) } }
}
