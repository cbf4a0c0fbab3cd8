import { addMonths, type IsoDate } from '../shared/calendar-date.ts'
import { type Flow, flowBefore } from './read-flow.ts'
import { simulate } from './simulate.ts'

/** Months that the rates are learned from. */
export const LEARNED_MONTHS = 24
/** How far ahead an earlier forecast is held to what came. */
export const AHEAD_MONTHS = 12
const EVERY_MONTHS = 3
const FUTURES = 120

export interface Trial {
  madeOn: IsoDate
  of: IsoDate
  low: number
  high: number
  half: { low: number; high: number }
  came: number
}

export interface BackTest {
  trials: Trial[]
  insideMost: number
  insideHalf: number
}

/** How many months back an earlier forecast can be made, where the record is whole from a day: the newest first. */
export function listTrials(begins: IsoDate, day: IsoDate): number[] {
  const back: number[] = []
  for (let months = AHEAD_MONTHS; addMonths(day, -months - LEARNED_MONTHS) >= begins; months += EVERY_MONTHS)
    back.push(months)
  return back
}

/** The months of a flow that these trials need. */
export function monthsNeeded(trials: readonly number[]): number {
  return Math.max(0, ...trials) + LEARNED_MONTHS
}

/** The forecast as it would have been made so many months ago, from what had happened by then, beside what came. */
export function tryForecast(flow: Flow, monthsBack: number, seed: number): Trial {
  const before = flowBefore(flow, monthsBack, LEARNED_MONTHS)
  const { all } = simulate(before, { months: AHEAD_MONTHS, futures: FUTURES, seed: seed + monthsBack })
  const { most, half } = all.at(-1)!
  const then = flow.months[flow.months.length - monthsBack + AHEAD_MONTHS]
  return {
    madeOn: before.day,
    of: then?.from ?? flow.day,
    ...most,
    half,
    came: (then?.stock ?? flow.stock).length,
  }
}

/** Oldest first. */
export function sumUpTrials(trials: readonly Trial[]): BackTest {
  const inside = (pick: (trial: Trial) => { low: number; high: number }) =>
    trials.filter((trial) => trial.came >= pick(trial).low && trial.came <= pick(trial).high).length
  return {
    trials: trials.toSorted((one, other) => (one.madeOn < other.madeOn ? -1 : 1)),
    insideMost: inside((trial) => trial),
    insideHalf: inside(({ half }) => half),
  }
}
