import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import type { Actor, Database } from '../../database/database.ts'
import { readNeighbours } from '../../domain/comparators/read-neighbours.ts'
import { type ReadRelease, readRelease } from '../../domain/comparators/read-release.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import type { Council } from '../../shapes/person/council.store.ts'
import { addNeighbours, addRelease, addValues, findSameFile } from './comparator.store.ts'

export interface Given {
  fileName: string
  bytes: Uint8Array
  title: string
  publishedOn: IsoDate
  source: string
}

/** Refused: nothing of the file is kept. Else the release that now waits to be accepted, or the one that the file made before. */
export type Taken =
  | { faults: string[] }
  | { id: string; isKnown: boolean; read: Pick<ReadRelease, 'findings' | 'rows'> }

/** Most faults of one kind that are told one by one. */
const MOST_TOLD = 20

/** Takes a file in: figures of the DfE, or a list of neighbours, told apart by what is in it. It counts once accepted. */
export async function takeFile(
  { database, council, actor }: { database: Database; council: Council; actor: Actor },
  given: Given,
): Promise<Taken> {
  const sha256 = createHash('sha256').update(given.bytes).digest('hex')
  const known = await database.as(actor, (query) => findSameFile(query, sha256))
  if (known !== null) return { id: known, isKnown: true, read: { findings: [], rows: 0 } }
  let table: string[][]
  try {
    table = parse(Buffer.from(given.bytes), { relax_column_count: true, skip_empty_lines: true }) as string[][]
  } catch {
    return { faults: [`${given.fileName} is no CSV file.`] }
  }
  const { neighbours } = readNeighbours(table.slice(0, 3))
  return neighbours.length > 0 ? takeNeighbours() : takeFigures()

  async function takeNeighbours(): Promise<Taken> {
    const read = readNeighbours(table)
    if (read.faults.length > 0) return { faults: read.faults.slice(0, MOST_TOLD) }
    const id = await database.as(actor, async (query) => {
      const made = await addRelease(query, actor, { ...given, kind: 'neighbours', sha256, findings: [] })
      await addNeighbours(query, actor, made, read.neighbours)
      return made
    })
    return { id, isKnown: false, read: { findings: [], rows: table.length - 1 } }
  }

  async function takeFigures(): Promise<Taken> {
    const read = readRelease(table, { code: council.code, newCode: council.onsCode ?? '' })
    const fatal = read.findings.filter(({ isFatal }) => isFatal)
    if (fatal.length > 0)
      return {
        faults: fatal
          .slice(0, MOST_TOLD)
          .map(
            ({ row, column, words }) => `${row === null ? '' : `Row ${row}${column ? `, ${column}` : ''}: `}${words}`,
          ),
      }
    const id = await database.as(actor, async (query) => {
      const made = await addRelease(query, actor, { ...given, kind: 'figures', sha256, findings: read.findings })
      await addValues(query, actor, made, read.values)
      return made
    })
    return { id, isKnown: false, read }
  }
}
