import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../src/database/database.ts'
import { migrate } from '../../src/database/migrate.ts'
import { makeExampleshire } from '../../src/demo-data/council.ts'
import type { DemoCouncil } from '../../src/demo-data/demo-council.ts'
import { toReturnFiles } from '../../src/demo-data/return-files.ts'
import { collectionYearOf, londonDay } from '../../src/domain/shared/calendar-date.ts'
import type { ReturnFile } from '../../src/domain/ssda903/return.ts'
import { loadDemonstration } from '../../src/features/demonstration/index.ts'
import type { Council } from '../../src/shapes/person/council.store.ts'
import { makePostgresDatabase } from '../../test/kit/council.ts'

export interface BenchCouncil {
  database: Database
  council: Council
  folder: string
  /** Settings with which `kept` opens the same database. */
  settings: Record<string, string>
  /** Files of a year's return of as many children again, none of whom the record holds. `turn` makes them others. */
  newReturn: (turn: number) => ReturnFile[]
  rowsOfReturn: number
  remove: () => void
}

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
  const files = makeReturn(makeExampleshire(options), collectionYearOf(today) - 1)
  const newReturn = (turn: number) =>
    files.map(({ name, csv }) => {
      // Other children: each code (six digits from 300,001) begins with letters of this turn.
      const text = csv.replaceAll(/^3(?=\d{5},)/gm, `T${turn}-`)
      return { name, bytes: new TextEncoder().encode(text) }
    })
  return {
    database,
    council,
    folder,
    settings:
      source.engine === 'embedded'
        ? { KEPT_DATA: folder }
        : { KEPT_DATA: folder, DATABASE_URL: source.url, DATABASE_OWNER_URL: source.ownerUrl },
    newReturn,
    rowsOfReturn: countRows(files),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** What a return of a year is about: enough children to fill so many rows. */
const ROWS = 6500

function makeReturn(demo: DemoCouncil, year: number): ReturnType<typeof toReturnFiles> {
  const whole = toReturnFiles(demo, year)
  const most = Math.ceil((demo.children.length * ROWS) / countRows(whole))
  return toReturnFiles({ children: demo.children.slice(0, most) }, year)
}

function countRows(files: ReturnType<typeof toReturnFiles>): number {
  return files.reduce((sum, { csv }) => sum + csv.split('\r\n').length - 2, 0)
}
