import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../src/database/database.ts'
import { migrate } from '../../src/database/migrate.ts'
import { makeExampleshire } from '../../src/demo-data/council.ts'
import { collectionYearOf, londonDay } from '../../src/domain/shared/calendar-date.ts'
import { loadDemonstration } from '../../src/features/demonstration/index.ts'
import type { Council } from '../../src/shapes/person/council.store.ts'
import { makePostgresDatabase } from '../../test/kit/council.ts'
import { type MadeReturn, makeReturn } from './return.ts'

export interface BenchCouncil {
  database: Database
  council: Council
  folder: string
  /** Settings with which `kept` opens the same database. */
  settings: Record<string, string>
  /** A year's return about children of whom the record holds none. */
  newReturn: MadeReturn
  remove: () => void
}

const ROWS_OF_RETURN = 6500

/** Exampleshire at the size asked for, on a disk or on PostgreSQL, as a council's own would be. */
export async function makeBenchCouncil(engine: 'embedded' | 'postgresql', children: number): Promise<BenchCouncil> {
  const folder = mkdtempSync(join(tmpdir(), 'kept-bench-'))
  const source =
    engine === 'embedded' ? ({ engine, folder } as const) : ({ engine, ...(await makePostgresDatabase()) } as const)
  const database = await openDatabase(source)
  await migrate(database)
  const today = londonDay(Temporal.Now.instant())
  const options = { children, careExperienced: Math.round(children / 2), years: 5, seed: 1, today }
  const council = await loadDemonstration(database, options, () => {})
  return {
    database,
    council,
    folder,
    settings: source.engine === 'embedded' ? {} : { DATABASE_URL: source.url, DATABASE_OWNER_URL: source.ownerUrl },
    newReturn: makeReturn(makeExampleshire(options), collectionYearOf(today) - 1, ROWS_OF_RETURN),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
