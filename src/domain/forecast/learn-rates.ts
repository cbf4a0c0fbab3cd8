import type { Chance } from '../statistics/chance.ts'
import { type Flow, HOME_KINDS, type Stay } from './read-flow.ts'

/** Ages in months at which a group begins, and months in care. */
const AGES = [0, 12, 60, 120, 192]
const TIMES = [0, 6, 24]
const GROUPS = AGES.length * TIMES.length

/** Out of how many months lived by children of a group how many ended, and where those who stayed went. */
export interface Rates {
  leaving: { left: number; stayed: number }[]
  /** By kind of home: of those who stayed in care, how many were in each kind a month later. */
  moving: number[][]
}

export function groupOf({ age, since }: Stay): number {
  return band(AGES, age) * TIMES.length + band(TIMES, since)
}

/** Asked millions of times in one forecast: a plain loop takes a third of the time. */
function band(starts: readonly number[], value: number): number {
  let at = starts.length - 1
  while (at > 0 && value < starts[at]!) at--
  return at
}

/**
 * Counted from the months of a flow. A group with few months of its own is drawn towards all groups of its time in care:
 * as if so many months more had been like theirs.
 */
const BORROWED_MONTHS = 24

export function learnRates({ months }: Flow): Rates {
  const leaving = Array.from({ length: GROUPS }, () => ({ left: 0, stayed: 0 }))
  const moving = HOME_KINDS.map(() => HOME_KINDS.map(() => 0))
  for (const { steps } of months) {
    for (const { was, left, home } of steps) {
      const group = leaving[groupOf(was)]!
      if (left) group.left++
      else {
        group.stayed++
        moving[was.home]![home]!++
      }
    }
  }
  const ofTime = TIMES.map((_, time) => {
    const groups = leaving.filter((_, group) => group % TIMES.length === time)
    const left = groups.reduce((sum, group) => sum + group.left, 0)
    const all = left + groups.reduce((sum, group) => sum + group.stayed, 0)
    return (left + 0.5) / (all + 1)
  })
  return {
    leaving: leaving.map(({ left, stayed }, group) => {
      const usual = ofTime[group % TIMES.length]!
      return { left: left + usual * BORROWED_MONTHS, stayed: stayed + (1 - usual) * BORROWED_MONTHS }
    }),
    moving,
  }
}

/** One set of rates that the counts could stand for: what is not known of them belongs in the interval. */
export interface DrawnRates {
  leaving: number[]
  /** By kind of home: adding up to one. */
  moving: number[][]
}

export function drawRates({ leaving, moving }: Rates, chance: Chance): DrawnRates {
  return {
    leaving: leaving.map(({ left, stayed }) => chance.share(left, stayed)),
    moving: moving.map((row, home) => {
      const all = row.reduce((sum, count) => sum + count, 0)
      if (all === 0) return row.map((_, to) => (to === home ? 1 : 0))
      return row.map((count) => count / all)
    }),
  }
}
