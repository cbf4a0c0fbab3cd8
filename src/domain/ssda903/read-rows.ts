import type { IsoDate, Period } from '../shared/calendar-date.ts'
import { checkRow, warnOfRow } from './check-row.ts'
import { readCells } from './read-row.ts'
import type { RowFault, Statement, TableFile } from './return.ts'
import { type Cells, rowToFacts } from './row-to-facts.ts'

/** What the rows of a year need to know of each other. */
export interface RowsSoFar {
  year: number
  window: Period
  /** Children with a Header row, accepted or not: one bad cell there must not cost a child their episodes. */
  listed: Set<string>
  /** Birth dates that the Header states. */
  bornOn: Map<string, IsoDate>
  sexes: Map<string, string>
  /** Where each fact of each child was first stated. */
  statedAt: Map<string, { line: number; text: string }>
  statements: Statement[]
  refused: RowFault[]
  warnings: RowFault[]
}

export function startRows(year: number, window: Period): RowsSoFar {
  return {
    year,
    window,
    listed: new Set(),
    bornOn: new Map(),
    sexes: new Map(),
    statedAt: new Map(),
    statements: [],
    refused: [],
    warnings: [],
  }
}

/** Reads the rows of one table into statements, refusals and warnings. The Header's must come first. */
export function readRows(file: TableFile, so: RowsSoFar): void {
  for (const row of file.rows) {
    const reading = readCells(file.table, row, so.year)
    const childCode = reading.cells.CHILD ?? null
    if (file.table === 'Header' && childCode !== null) listChild(childCode, reading.cells, so)
    const bornOn = childCode === null ? null : (so.bornOn.get(childCode) ?? reading.cells.DOB ?? null)
    const fault = reading.refusal ?? checkRow(file, row, reading.cells, bornOn, so)
    const place = { table: file.table, file: file.file, line: row.line, childCode }
    if (fault !== null) {
      so.refused.push({ ...place, ...fault })
      continue
    }
    for (const warning of [...reading.warnings, ...warnOfRow(file, reading.cells, so)]) {
      so.warnings.push({ ...place, ...warning })
    }
    const facts = rowToFacts(file.table, reading.cells, { window: so.window, bornOn })
    for (const fact of facts) {
      so.statements.push({ childCode: childCode!, fact, table: file.table, file: file.file, line: row.line })
    }
  }
}

function listChild(childCode: string, cells: Cells, so: RowsSoFar): void {
  if (so.listed.has(childCode)) return
  so.listed.add(childCode)
  if (cells.DOB && cells.DOB <= so.window.to) so.bornOn.set(childCode, cells.DOB)
  if (cells.SEX) so.sexes.set(childCode, cells.SEX)
}
