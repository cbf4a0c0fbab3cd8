import { collectionYearOf, type IsoDate } from '../shared/calendar-date.ts'
import { readCell } from './read-cell.ts'
import type { TableFile } from './return.ts'
import { columnIndex, type TableName } from './tables.ts'

/**
 * Which collection year a file speaks of, by its dates. An episode or a missing period is in the return because it
 * touches the year, so it ends in it; a review lies in it. These dates vote. Starts may be many years back, and a
 * worker's period may be of the year before: of these the latest year that is no mere slip counts, where nothing votes.
 */
const votes: Partial<Record<TableName, string[]>> = {
  Episodes: ['DEC'],
  Reviews: ['REVIEW'],
  Missing: ['MIS_START', 'MIS_END'],
}
const hints: Partial<Record<TableName, string[]>> = {
  Episodes: ['DECOM'],
  SWEpisodes: ['SW_DECOM', 'SW_DEC'],
  DoLo: ['DOLO_START', 'DOLO_END'],
  AD1: ['DATE_MATCH'],
  PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
}

/** A year with a smaller share of the dates than this is taken for typing slips. */
const SLIP_SHARE = 0.02

/** Null when no date in the files tells a year. */
export function inferYear(files: readonly TableFile[]): number | null {
  const voted = countYears(files, votes)
  if (voted.size > 0) return yearWithMost(voted)
  const hinted = countYears(files, hints)
  const total = [...hinted.values()].reduce((sum, count) => sum + count, 0)
  const years = [...hinted].filter(([, count]) => count >= total * SLIP_SHARE).map(([year]) => year)
  return years.length > 0 ? Math.max(...years) : null
}

function countYears(files: readonly TableFile[], columns: Partial<Record<TableName, string[]>>): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { table, rows } of files) {
    for (const at of (columns[table] ?? []).map((name) => columnIndex(table, name))) {
      for (const { cells } of rows) {
        const date: IsoDate | null = readCell('date', cells[at] ?? '')
        if (date === null) continue
        const year = collectionYearOf(date)
        counts.set(year, (counts.get(year) ?? 0) + 1)
      }
    }
  }
  return counts
}

/** The later of two with as many. */
function yearWithMost(counts: Map<number, number>): number {
  return [...counts].reduce((best, each) =>
    each[1] > best[1] || (each[1] === best[1] && each[0] > best[0]) ? each : best,
  )[0]
}
