import { collectionYear } from '../shared/calendar-date.ts'
import { readFile } from './read-file.ts'
import { readRows, startRows } from './read-rows.ts'
import type { FileFault, ReturnFile, ReturnOfYear, TableFile } from './return.ts'
import { type FilesOfYear, sortIntoYears } from './sort-into-years.ts'
import { tableNames } from './tables.ts'

export type { FileFault, ReturnFile, ReturnOfYear, RowFault, Statement } from './return.ts'

/**
 * The files of one or several years' returns as statements of fact, year by year. A fault of any file refuses them all;
 * a fault of a row refuses that row. Pure, and never throws, whatever the bytes.
 */
export function readReturn(
  files: readonly ReturnFile[],
  options: { year?: number } = {},
): { faults: FileFault[]; returns: ReturnOfYear[] } {
  const read = files.map(readFile)
  const faults = read.flatMap((each) => ('faults' in each ? each.faults : []))
  if (faults.length > 0) return { faults, returns: [] }
  const sorted = sortIntoYears(
    read.flatMap((each) => ('table' in each ? [each.table] : [])),
    options.year,
  )
  if (sorted.faults.length > 0) return { faults: sorted.faults, returns: [] }
  return { faults: [], returns: sorted.years.map(readYear) }
}

/** From 2026-27 one more table is due. */
const DOLO_FROM = 2027
const SOCIAL_WORKERS_FROM = 2024

function readYear({ year, files }: FilesOfYear): ReturnOfYear {
  const window = collectionYear(year)
  const so = startRows(year, window)
  const inOrder = tableNames.flatMap((table) => files.filter((file) => file.table === table))
  for (const file of inOrder) readRows(file, so)
  return {
    year,
    window,
    tables: inOrder.map(({ table, file, rows }) => ({ table, file, rows: rows.length })),
    statements: so.statements,
    refused: so.refused,
    warnings: so.warnings,
    notes: takeNotes(year, inOrder),
  }
}

function takeNotes(year: number, files: readonly TableFile[]): string[] {
  const isDue = (table: string) =>
    (table !== 'DoLo' || year >= DOLO_FROM) && (table !== 'SWEpisodes' || year >= SOCIAL_WORKERS_FROM)
  const absent = tableNames.filter((table) => isDue(table) && !files.some((file) => file.table === table))
  const notes = absent.map((table) => `There is no ${table} file, so nothing of that table is read or changed.`)
  const orders = files.find((file) => file.table === 'DoLo')
  if (orders !== undefined && orders.rows.length > 0) {
    notes.push('The DoLo file is recognised and checked, but the record does not hold its orders yet.')
  }
  return notes
}
