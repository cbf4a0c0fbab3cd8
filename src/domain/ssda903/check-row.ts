import { factKey } from '../record/event-kinds.ts'
import { type IsoDate, sayDate } from '../shared/calendar-date.ts'
import type { CellFault } from './read-row.ts'
import type { RowsSoFar } from './read-rows.ts'
import type { TableFile, TextRow } from './return.ts'
import { type Cells, rowToFacts } from './row-to-facts.ts'
import { columnIndex } from './tables.ts'

/** The dates that open and close what a row states, by column name. */
const spans: Partial<Record<TableFile['table'], { start: string; end?: string }>> = {
  Episodes: { start: 'DECOM', end: 'DEC' },
  Reviews: { start: 'REVIEW' },
  AD1: { start: 'DATE_INT' },
  PlacedAdoption: { start: 'DATE_PLACED', end: 'DATE_PLACED_CEASED' },
  Missing: { start: 'MIS_START', end: 'MIS_END' },
  SWEpisodes: { start: 'SW_DECOM', end: 'SW_DEC' },
  DoLo: { start: 'DOLO_START', end: 'DOLO_END' },
}

/** Why a row whose cells can all be read is still refused; null when it is not. */
export function checkRow(
  file: TableFile,
  row: TextRow,
  cells: Cells,
  bornOn: IsoDate | null,
  so: RowsSoFar,
): CellFault | null {
  const { table } = file
  const fault = (column: string | null, message: string): CellFault => ({
    column,
    value: column === null ? null : (row.cells[columnIndex(table, column)] ?? null),
    message,
  })
  if (!so.listed.has(cells.CHILD!) && bornOn === null) {
    return fault('CHILD', 'This child has no row in the Header. Add the child there, or put right the code here.')
  }
  if (bornOn !== null && bornOn > so.window.to) {
    return fault(
      'DOB',
      `The birth date is after ${sayDate(so.window.to)}, when the year ends. Put right the birth date.`,
    )
  }
  if (table === 'UASC' && bornOn === null) {
    return fault('DOB', 'No birth date can be read for this child, here or in the Header. Add it.')
  }
  const span = spans[table]
  if (span !== undefined) {
    const start = cells[span.start]!
    const end = span.end === undefined ? null : (cells[span.end] ?? null)
    if (start > so.window.to) {
      return fault(span.start, `${sayDate(start)} is after the year of this return ended. Put right the date.`)
    }
    if (end !== null && end < start) {
      return fault(
        span.end!,
        `It ends on ${sayDate(end)}, before it starts on ${sayDate(start)}. Put right one of the two.`,
      )
    }
    // A social worker may be named before a child is born.
    if (bornOn !== null && start < bornOn && table !== 'SWEpisodes') {
      return fault(
        span.start,
        `${sayDate(start)} is before the child was born, on ${sayDate(bornOn)}. Put right one of the two.`,
      )
    }
  }
  return checkRepeated(file, row, cells, bornOn, so)
}

/** The second row that states the same fact is refused, the same in every cell or not: one of the two is a slip. */
function checkRepeated(
  file: TableFile,
  row: TextRow,
  cells: Cells,
  bornOn: IsoDate | null,
  so: RowsSoFar,
): CellFault | null {
  const [fact] = rowToFacts(file.table, cells, { window: so.window, bornOn })
  if (fact === undefined) return null
  const key = `${cells.CHILD} ${factKey(fact)}`
  const text = row.cells.join('\t')
  const first = so.statedAt.get(key)
  if (first === undefined) {
    so.statedAt.set(key, { line: row.line, text })
    return null
  }
  const message =
    first.text === text
      ? `This row is the same as line ${first.line}. Delete one of the two.`
      : `Line ${first.line} says the same of this child with other details, and is the one taken. Keep the right one.`
  return { column: null, value: null, message }
}

/** What is odd in an accepted row. */
export function warnOfRow(file: TableFile, cells: Cells, so: RowsSoFar): CellFault[] {
  if (file.table === 'Header') return []
  const warnings: CellFault[] = []
  const born = so.bornOn.get(cells.CHILD!)
  if (cells.DOB && born && cells.DOB !== born) {
    const message = `The Header says that this child was born on ${sayDate(born)}, here it is ${sayDate(cells.DOB)}. The Header's is used.`
    warnings.push({ column: 'DOB', value: cells.DOB, message })
  }
  const sex = so.sexes.get(cells.CHILD!)
  if (cells.SEX && sex && cells.SEX !== sex) {
    warnings.push({ column: 'SEX', value: cells.SEX, message: `The Header says ${sex}. The Header's is used.` })
  }
  const end = spans[file.table]?.end
  if (end && cells[end] && cells[end] > so.window.to) {
    const message = `${sayDate(cells[end])} is after the year of this return ended. It is taken as it stands.`
    warnings.push({ column: end, value: cells[end], message })
  }
  if (file.table === 'Episodes' && (cells.DEC === null) !== (cells.REC === null)) {
    const message = 'An end date and its reason come together, and here is one of them alone. Add the other.'
    warnings.push({ column: cells.DEC === null ? 'DEC' : 'REC', value: null, message })
  }
  return warnings
}
