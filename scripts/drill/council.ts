import type { sql } from 'kysely'
import { type Database, openDatabase, type Query } from '../../src/database/database.ts'
import { takeLock } from '../../src/database/folder-lock.ts'
import { makeExampleshire } from '../../src/demo-data/council.ts'
import { collectionYearOf, londonDay } from '../../src/domain/shared/calendar-date.ts'
import { verifyLedger } from '../../src/shapes/event/ledger.store.ts'
import { type Council, findCouncil, systemActor } from '../../src/shapes/person/council.store.ts'
import { runKept } from '../../test/kit/command.ts'
import { type MadeReturn, makeReturn } from '../bench/return.ts'

/** What a drill found. `broken`: how often the work was really cut off in its middle. */
export interface Drilled {
  name: string
  times: number
  broken: number
  faults: string[]
  /** Why it could not be done here. */
  skipped?: string
}

const CHILDREN = 100

/** A small Exampleshire in a folder. */
export async function makeDrillCouncil(data: string): Promise<void> {
  const size = ['--children', String(CHILDREN), '--care-experienced', '20', '--years', '2']
  const { code, said } = await runKept(data, ['demo', ...size])
  if (code !== 0) throw new Error(said)
}

/** A return about other children at each turn. */
export function makeDrillReturn(rows = 1200): MadeReturn {
  const today = londonDay(Temporal.Now.instant())
  const demo = makeExampleshire({ children: CHILDREN, careExperienced: 20, years: 2, seed: 1, today })
  return makeReturn(demo, collectionYearOf(today) - 1, rows)
}

export interface Opened {
  database: Database
  council: Council
}

/** Opens what a kill left behind, as the next start would: alone on the folder. Says which faults there are. */
export async function reopen(
  data: string,
  look: (opened: Opened, faults: string[]) => Promise<void>,
): Promise<string[]> {
  const faults: string[] = []
  const lock = await takeLock(data, null)
  if (lock === null) return ['the folder was still held after its holder was killed']
  try {
    const database = await openDatabase({ engine: 'embedded', folder: data })
    try {
      const council = await findCouncil(database)
      if (council === null) return ['the council is gone']
      for (const { seal, fault } of await verifyLedger(database, council.authorityId))
        faults.push(`seal ${seal}: ${fault}`)
      await look({ database, council }, faults)
    } finally {
      await database.close()
    }
  } catch (error) {
    faults.push(`the database did not open: ${(error as Error).message}`)
  } finally {
    await lock.release()
  }
  return faults
}

/** One number that a query answers, as Kept itself. */
export async function count(
  { database, council }: Opened,
  of: (authorityId: number) => ReturnType<typeof sql>,
): Promise<number> {
  return database.as(systemActor(council), async (query: Query) => {
    const { rows } = await of(council.authorityId).execute(query)
    return Number((rows[0] as { count: string }).count)
  })
}

/** Somewhere from 0 to `most`: the same number for the same turn, so that a drill that found something can be repeated. */
export function pickMoment(turn: number, most: number): number {
  return ((turn * 0.618_033_988_75) % 1) * most
}
