import type { Database, Query } from '../../database/database.ts'
import { type Council, systemActor } from '../../shapes/person/council.store.ts'
import { type Batch, type Finding, findBatch, listFindings } from './import.store.ts'
import type { YearSummary } from './summary.ts'

/** What a checked set of files would do, or why it was refused. */
export interface Preview {
  id: string
  children: number
  newChildren: number
  years: YearSummary[]
  /** Faults of files: any of them refuses the set. */
  faults: Finding[]
  /** Rows that are not taken. */
  refused: Finding[]
  /** Rows that are taken, with something to look at; children who were left out. */
  warnings: Finding[]
  notes: Finding[]
}

export async function loadPreview(query: Query, { id, summary }: Batch): Promise<Preview> {
  const findings = await listFindings(query, id)
  const of = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity)
  const { children = 0, newChildren = 0, years = [] } = summary
  return {
    id,
    children,
    newChildren,
    years,
    faults: of('file'),
    refused: of('row'),
    warnings: of('warning'),
    notes: of('note'),
  }
}

/** For commands, which act as Kept itself. */
export async function readPreview(database: Database, council: Council, id: string): Promise<Preview> {
  return database.as(systemActor(council), async (query) => {
    const batch = await findBatch(query, id)
    if (batch === null) throw new Error(`There is no set of files ${id}.`)
    return loadPreview(query, batch)
  })
}
