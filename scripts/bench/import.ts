import { sql } from 'kysely'
import { readReturn } from '../../src/domain/ssda903/read-return.ts'
import { acceptReturn, takeFiles } from '../../src/features/imports/index.ts'
import type { BenchCouncil } from './council.ts'
import { type Figure, summarise, timeIt } from './figure.ts'

/** A year's return into a council that holds as many children already: checked and shown, then accepted. */
export async function benchImport(bench: BenchCouncil, times: number): Promise<Figure[]> {
  const { database, council, newReturn } = bench
  const previews: number[] = []
  const accepts: number[] = []
  for (let turn = 0; turn <= times; turn += 1) {
    const files = newReturn.ofTurn(turn)
    const start = performance.now()
    const { returnId, isRefused } = await takeFiles(database, council, council.systemId, files)
    const checked = performance.now()
    if (returnId === null || isRefused) throw new Error('The bench’s own return was refused.')
    const accepted = await acceptReturn(database, council, council.systemId, returnId)
    if (accepted.outcome === 'refused') throw new Error(accepted.why)
    if (turn === 0) continue
    previews.push(checked - start)
    accepts.push(performance.now() - checked)
  }
  const files = newReturn.ofTurn(0)
  const reading = await timeIt(times, () => readReturn(files))
  const bare = await timeBareInsert(bench, times)
  const rows = newReturn.rows.toLocaleString('en-GB')
  const figure = (what: string, taken: number[], limit: number, baseline: Figure['baseline']): Figure => {
    const { median, p95 } = summarise(taken)
    return { what, unit: 'ms', value: median, p95, limit, limitOf: 'median', baseline }
  }
  return [
    figure(`preview of a year's return (${rows} rows)`, previews, 1500, {
      what: 'reading the files alone',
      value: reading.median,
    }),
    figure('accepting it', accepts, 1000, { what: 'as many rows into a bare table', value: bare }),
  ]
}

/** As many rows as a return's, into a table without policies, seals or keys. */
async function timeBareInsert({ database }: BenchCouncil, times: number): Promise<number> {
  return database.asOwner(async (query) => {
    await sql`create temporary table bare_event on commit drop as select * from event limit 0`.execute(query)
    const { median } = await timeIt(times, () =>
      sql`insert into bare_event select * from event where source ? 'import' limit 6500`.execute(query),
    )
    return median
  })
}
