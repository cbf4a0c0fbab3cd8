import { LEARNED_MONTHS, listTrials, monthsNeeded, tryForecast } from '../../src/domain/forecast/back-test.ts'
import { findWholeFrom } from '../../src/domain/forecast/find-whole-from.ts'
import { readFlow } from '../../src/domain/forecast/read-flow.ts'
import { simulate } from '../../src/domain/forecast/simulate.ts'
import { londonDay } from '../../src/domain/shared/calendar-date.ts'
import { makeChance } from '../../src/domain/statistics/chance.ts'
import { loadChildRecords, readCouncilFacts, readSealNumber } from '../../src/features/performance/measure.store.ts'
import { systemActor } from '../../src/shapes/person/council.store.ts'
import type { BenchCouncil } from './council.ts'
import { type Figure, timeIt } from './figure.ts'

const MONTHS = 24
const FUTURES = 400

/** What the first reader of the forecast waits for after a change: the flow, the futures, and the earlier years tried. */
export async function benchForecast({ database, council }: BenchCouncil, times: number): Promise<Figure[]> {
  const day = londonDay(Temporal.Now.instant())
  const actor = systemActor(council)
  const seal = await database.as(actor, (query) => readSealNumber(query, null))
  const records = await loadChildRecords(database.as, actor, seal, council.onsCode)
  const { returnYears } = await database.as(actor, (query) => readCouncilFacts(query, seal))
  const begins = findWholeFrom(records, returnYears, day) ?? day
  const whole = await timeIt(times, () => {
    const back = listTrials(begins, day)
    const flow = readFlow(records, day, monthsNeeded(back))
    simulate({ ...flow, months: flow.months.slice(-LEARNED_MONTHS) }, { months: MONTHS, futures: FUTURES, seed: 1 })
    return back.map((months) => tryForecast(flow, months, 1))
  })
  const { stock } = readFlow(records, day, 1)
  const bare = await timeIt(times, () => {
    const chance = makeChance(1)
    let sum = 0
    for (let draw = stock.length * MONTHS * FUTURES * 2; draw > 0; draw--) sum += chance.next()
    return sum
  })
  return [
    {
      what: `a forecast of ${MONTHS} months for ${stock.length} in care, tried on the earlier years`,
      unit: 'ms',
      value: whole.median,
      p95: whole.p95,
      limit: 5000,
      limitOf: 'median',
      baseline: { what: `its ${FUTURES} futures as bare draws`, value: bare.median },
    },
  ]
}
