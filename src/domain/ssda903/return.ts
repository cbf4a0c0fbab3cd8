import type { Fact } from '../record/event-kinds.ts'
import type { Period } from '../shared/calendar-date.ts'
import type { TableName } from './tables.ts'

/** A file as it arrived. `group` tells sets of files apart when several years come at once, for example the folder. */
export interface ReturnFile {
  name: string
  bytes: Uint8Array
  group?: string
}

/** Something wrong with a file as a whole: nothing of the return is taken until it is put right. */
export interface FileFault {
  file: string
  /** Counted from 1, the line of column names. Null where the fault is of no one line. */
  line: number | null
  message: string
}

/** Something wrong with one row (it is refused) or one cell of it (a warning; the row is taken). */
export interface RowFault {
  table: TableName
  file: string
  line: number
  column: string | null
  childCode: string | null
  value: string | null
  message: string
}

/** One fact as the return states it, and where. A row may state two facts. */
export interface Statement {
  childCode: string
  fact: Fact
  table: TableName
  file: string
  line: number
}

export interface ReturnOfYear {
  /** The collection year: 2026 is 1 April 2025 to 31 March 2026. */
  year: number
  window: Period
  tables: { table: TableName; file: string; rows: number }[]
  statements: Statement[]
  refused: RowFault[]
  warnings: RowFault[]
  notes: string[]
}

/** A row as text, its cells trimmed and in the order of the table's columns. */
export interface TextRow {
  line: number
  cells: string[]
}

export interface TableFile {
  table: TableName
  file: string
  group: string
  rows: TextRow[]
}

/** 2026 is "2025-26", as people name the year. */
export function sayYear(year: number): string {
  return `${year - 1}-${String(year % 100).padStart(2, '0')}`
}
