import type { ChangeSummary, Counts, TableSummary } from '../../domain/ssda903/summarise-changes.ts'

/** What a checked return would do, counted: what the batch keeps. Names no child. */
export interface ReturnSummary {
  /** Children whom the files name, over all their years. */
  children: number
  newChildren: number
  years: YearSummary[]
}

export interface YearSummary {
  year: number
  children: number
  files: { table: string; file: string; rows: number }[]
  totals: Counts
  byTable: Omit<TableSummary, 'examples'>[]
}

/** Examples hold children's numbers: these are read from the staged rows, behind their policy, not kept here. */
export function withoutExamples({ totals, byTable }: ChangeSummary): Pick<YearSummary, 'totals' | 'byTable'> {
  return { totals, byTable: byTable.map(({ table, counts }) => ({ table, counts })) }
}

export function addCounts(all: readonly Counts[]): Counts {
  const sum: Counts = { new: 0, changed: 0, ended: 0, unchanged: 0, withdrawn: 0, refused: 0 }
  for (const counts of all) for (const name of Object.keys(sum) as (keyof Counts)[]) sum[name] += counts[name]
  return sum
}
