import { sql } from 'kysely'
import { allMeasures, computeAll } from '../../src/domain/measures/all-measures.ts'
import type { ChildRecord } from '../../src/domain/measures/child-record.ts'
import { addDays, type IsoDate, londonDay } from '../../src/domain/shared/calendar-date.ts'
import { workOutFigures } from '../../src/features/performance/index.ts'
import { loadChildRecords, readCouncilFacts, readSealNumber } from '../../src/features/performance/measure.store.ts'
import { stateFact } from '../../src/shapes/event/ledger.store.ts'
import { systemActor } from '../../src/shapes/person/council.store.ts'
import type { BenchCouncil } from './council.ts'
import { type Figure, summarise, type Times, timeIt } from './figure.ts'
import { writeMeasuresInSql } from './measures-in-sql.ts'

/** The measures of a whole council: loading its records, then the pure part. */
export async function benchMeasures({ database, council }: BenchCouncil, times: number): Promise<Figure[]> {
  const day = londonDay(Temporal.Now.instant())
  const actor = systemActor(council)
  const seal = await database.as(actor, (query) => readSealNumber(query, null))
  const loading = await timeIt(times, () => loadChildRecords(database.as, actor, seal, council.onsCode))
  const bare = await timeIt(times, () =>
    database.as(actor, (query) =>
      sql`select child_id, sum(length(data::text)) from event where authority_id = ${council.authorityId} group by child_id`.execute(
        query,
      ),
    ),
  )
  const records = await loadChildRecords(database.as, actor, seal, council.onsCode)
  const facts = await database.as(actor, (query) => readCouncilFacts(query, seal))
  const pure = await timeIt(times, () => computeAll(records, facts, day))
  const questions = writeMeasuresInSql(day)
  const inSql = await timeIt(times, () =>
    database.as(actor, async (query) => {
      for (const [, statement] of questions) await statement.execute(query)
    }),
  )
  const whole = await timeIt(times, async () => {
    const read = await loadChildRecords(database.as, actor, seal, council.onsCode)
    return computeAll(read, facts, day)
  })
  const perMeasure = whole.median / allMeasures.length / (inSql.median / questions.length)
  const reading = await timeIt(times, () => JSON.parse(JSON.stringify(records)))
  const again = await timeAfterChange({ database, council }, records, day, times)
  const figure = (what: string, { median, p95 }: { median: number; p95: number }, limit: number) =>
    ({ what, unit: 'ms', value: median, p95, limit, limitOf: 'median' }) as const
  return [
    {
      ...figure(`loading ${records.length.toLocaleString('en-GB')} children's records for the measures`, loading, 200),
      baseline: { what: 'the same rows, only counted', value: bare.median },
    },
    {
      ...figure(
        `all ${allMeasures.length} measures, ${records.length.toLocaleString('en-GB')} children, records read anew`,
        whole,
        1000,
      ),
      baseline: { what: `${questions.length} representative ones as plain SQL`, value: inSql.median },
      note: `a measure costs ${perMeasure.toFixed(2)} of one in SQL`,
    },
    {
      ...figure('working out every measure (the pure part)', pure, 100),
      baseline: { what: 'the same records through JSON', value: reading.median },
    },
    {
      ...figure(`the figures of the day after ${CHANGED} children were missing`, again, 1000),
      baseline: { what: 'all read and worked out anew', value: whole.median },
    },
  ]
}

const CHANGED = 20

/** What a page waits for after an import that touches some children: their records, and the measures that are not as they were. */
async function timeAfterChange(
  { database, council }: Pick<BenchCouncil, 'database' | 'council'>,
  records: readonly ChildRecord[],
  day: IsoDate,
  times: number,
): Promise<Times> {
  const actor = systemActor(council)
  await workOutFigures(database, council, day, null)
  const taken: number[] = []
  for (let turn = 0; turn <= times; turn += 1) {
    const startsOn = addDays(day, -1 - turn)
    await database.as(actor, async (query) => {
      for (const { childId } of records.slice(0, CHANGED))
        await stateFact(
          query,
          actor,
          childId,
          { kind: 'missing', startsOn, endsOn: startsOn, data: { type: 'M' } },
          day,
        )
    })
    const start = performance.now()
    await workOutFigures(database, council, day, null)
    if (turn > 0) taken.push(performance.now() - start)
  }
  return summarise(taken)
}
