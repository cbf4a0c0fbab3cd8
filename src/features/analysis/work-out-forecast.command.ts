import { type BackTest, backTest, LEARNED_MONTHS } from '../../domain/forecast/back-test.ts'
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

const kept = new Map<string, WorkedForecast | string>()
const MOST_KEPT = 20

/** A sentence in its place says why there is none. Kept for each seal and day. */
export function workOutForecast(read: RecordsRead, authorityId: number, day: IsoDate): WorkedForecast | string {
  const key = [authorityId, read.basis.sealNumber, day].join('/')
  const worked = kept.get(key) ?? workOut(read, day)
  kept.set(key, worked)
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
  return worked
}

function workOut({ records, facts }: RecordsRead, day: IsoDate): WorkedForecast | string {
  const begins = findWholeFrom(records, facts.returnYears, day)
  if (begins === null) return 'No whole year is held in which both those who came and those who left are known.'
  if (addMonths(day, -LEARNED_MONTHS) < begins)
    return `It takes ${LEARNED_MONTHS} months of children coming and leaving. The record is whole from ${sayDate(begins)}.`
  const flow = readFlow(records, day, LEARNED_MONTHS)
  const sum = (count: (month: (typeof flow.months)[0]) => number) =>
    flow.months.reduce((total, month) => total + count(month), 0) / flow.months.length
  return {
    forecast: simulate(flow, { months: FORECAST_MONTHS, futures: FUTURES, seed: SEED }),
    test: backTest(records, { begins, day, seed: SEED }),
    pace: {
      came: sum(({ came }) => came.length),
      // Those who turned 18 took no step.
      left: sum(({ stock, steps }) => stock - steps.filter(({ left }) => !left).length),
    },
  }
}
