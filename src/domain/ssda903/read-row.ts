import { codeSets, isCodeOfYear } from './codes.ts'
import { readCell, sayWhatIsRight } from './read-cell.ts'
import { type RowFault, sayYear, type TextRow } from './return.ts'
import type { Cells } from './row-to-facts.ts'
import { type TableName, tableSpec } from './tables.ts'

/** A fault without its place. */
export type CellFault = Pick<RowFault, 'column' | 'value' | 'message'>

export interface Reading {
  cells: Cells
  refusal: CellFault | null
  warnings: CellFault[]
}

/** Reads each cell by the type of its column; the first that refuses the row is told. */
export function readCells(table: TableName, row: TextRow, year: number): Reading {
  const cells: Record<string, string | null> = {}
  const warnings: CellFault[] = []
  let refusal: CellFault | null = null
  tableSpec(table).columns.forEach(({ name, type, presence }, at) => {
    const text = row.cells[at] ?? ''
    const value = text === '' ? null : readCell(type, text)
    cells[name] = value
    if (value !== null) {
      const isOtherYears =
        typeof type === 'object' && 'codes' in type && !isCodeOfYear(codeSets[type.codes], value, year)
      if (isOtherYears) warnings.push({ column: name, value: text, message: sayOtherYear(name, text, year) })
      return
    }
    const isRefused = presence === 'required' || (text !== '' && presence === 'blank or readable')
    if (!isRefused && (text !== '' || presence === 'expected')) {
      const message = `${sayBad(name, text, table)} ${sayWhatIsRight(type)} The row is taken without it.`
      warnings.push({ column: name, value: text || null, message })
    }
    if (isRefused) {
      const message = `${sayBad(name, text, table)} ${sayWhatIsRight(type)}`
      refusal ??= { column: name, value: text || null, message }
    }
  })
  return { cells, refusal, warnings }
}

function sayBad(name: string, text: string, table: string): string {
  if (text === '') return `${name} is blank, and every row of ${table} needs it.`
  return `${name} cannot be “${text.slice(0, 40)}”.`
}

function sayOtherYear(name: string, text: string, year: number): string {
  return `${name} “${text}” is not a code of ${sayYear(year)}, but of other years. It is taken as it stands.`
}
