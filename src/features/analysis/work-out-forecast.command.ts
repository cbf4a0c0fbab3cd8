import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  type BackTest,
  LEARNED_MONTHS,
  listTrials,
  monthsNeeded,
  sumUpTrials,
  type Trial,
  tryForecast,
} from '../../domain/forecast/back-test.ts'
import { findWholeFrom } from '../../domain/forecast/find-whole-from.ts'
import { readFlow } from '../../domain/forecast/read-flow.ts'
import { type Forecast, simulate } from '../../domain/forecast/simulate.ts'
import { addMonths, type IsoDate, sayDate } from '../../domain/shared/calendar-date.ts'
import type { RecordsRead } from '../performance/index.ts'

export const FORECAST_MONTHS = 24
const FUTURES = 400
/** Any number would do; one that stays makes the same forecast of the same record. */
const SEED = 903

export interface WorkedForecast {
  forecast: Forecast
  test: BackTest
  /** How many came and how many left in an average month of those learned from. */
  pace: { came: number; left: number }
}

const kept = new Map<string, Promise<WorkedForecast | string>>()
const MOST_KEPT = 20

/** A sentence in its place says why there is none. Kept for each seal and day. */
export function workOutForecast(
  read: RecordsRead,
  authorityId: number,
  day: IsoDate,
): Promise<WorkedForecast | string> {
  const key = [authorityId, read.basis.sealNumber, day].join('/')
  const worked = kept.get(key) ?? workOut(read, day)
  kept.set(key, worked)
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
  return worked
}

async function workOut({ records, facts }: RecordsRead, day: IsoDate): Promise<WorkedForecast | string> {
  const begins = findWholeFrom(records, facts.returnYears, day)
  if (begins === null) return 'No whole year is held in which both those who came and those who left are known.'
  if (addMonths(day, -LEARNED_MONTHS) < begins)
    return `It takes ${LEARNED_MONTHS} months of children coming and leaving. The record is whole from ${sayDate(begins)}.`
  const back = listTrials(begins, day)
  const flow = readFlow(records, day, monthsNeeded(back))
  const newest = { ...flow, months: flow.months.slice(-LEARNED_MONTHS) }
  const forecast = simulate(newest, { months: FORECAST_MONTHS, futures: FUTURES, seed: SEED })
  const trials: Trial[] = []
  for (const months of back) {
    // Other pages go first: the whole takes as long as many of them.
    await nextTurn()
    trials.push(tryForecast(flow, months, SEED))
  }
  const average = (count: (month: (typeof flow.months)[0]) => number) =>
    newest.months.reduce((total, month) => total + count(month), 0) / newest.months.length
  return {
    forecast,
    test: sumUpTrials(trials),
    pace: {
      came: average(({ came }) => came.length),
      // Those who turned 18 took no step.
      left: average(({ stock, steps }) => stock.length - steps.filter(({ left }) => !left).length),
    },
  }
}
