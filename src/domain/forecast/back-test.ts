import type { ChildRecord } from '../measures/child-record.ts'
import { addMonths, type IsoDate } from '../shared/calendar-date.ts'
import { countInCare, readFlow } from './read-flow.ts'
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

/**
 * The forecast as it would have been made every quarter, from what had happened by then, beside the number a year later.
 * `begins`: the first day from which the record is whole.
 */
export function backTest(
  records: readonly ChildRecord[],
  { begins, day, seed }: { begins: IsoDate; day: IsoDate; seed: number },
): BackTest {
  const trials: Trial[] = []
  for (let back = AHEAD_MONTHS; ; back += EVERY_MONTHS) {
    const madeOn = addMonths(day, -back)
    if (addMonths(madeOn, -LEARNED_MONTHS) < begins) break
    const of = addMonths(madeOn, AHEAD_MONTHS)
    const flow = readFlow(cutAt(records, madeOn), madeOn, LEARNED_MONTHS)
    const { all } = simulate(flow, { months: AHEAD_MONTHS, futures: FUTURES, seed: seed + back })
    const { most, half } = all.at(-1)!
    trials.unshift({ madeOn, of, ...most, half, came: countInCare(records, of) })
  }
  const inside = (pick: (trial: Trial) => { low: number; high: number }) =>
    trials.filter((trial) => trial.came >= pick(trial).low && trial.came <= pick(trial).high).length
  return { trials, insideMost: inside((trial) => trial), insideHalf: inside(({ half }) => half) }
}

/** The record as it stood at the end of a day: nothing that began later, nothing that had ended later. */
export function cutAt(records: readonly ChildRecord[], day: IsoDate): ChildRecord[] {
  return records.map((record) => ({
    ...record,
    episodes: record.episodes
      .filter(({ startsOn }) => startsOn <= day)
      .map((episode) => (episode.endsOn !== null && episode.endsOn > day ? { ...episode, endsOn: null } : episode)),
  }))
}
