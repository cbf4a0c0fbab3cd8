import { sql } from 'kysely'
import { allMeasures, computeAll } from '../../src/domain/measures/all-measures.ts'
import { londonDay } from '../../src/domain/shared/calendar-date.ts'
import { loadChildRecords, readCouncilFacts, readSealNumber } from '../../src/features/performance/measure.store.ts'
import { systemActor } from '../../src/shapes/person/council.store.ts'
import type { BenchCouncil } from './council.ts'
import { type Figure, timeIt } from './figure.ts'
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
  ]
}
