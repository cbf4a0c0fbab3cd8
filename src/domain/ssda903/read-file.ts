import { parse } from 'csv-parse/sync'
import { countLines, findUnreadableLine, firstLine, sayWhyNotText, skipMark } from './recognise-bytes.ts'
import { recogniseTable } from './recognise-table.ts'
import type { FileFault, ReturnFile, TableFile, TextRow } from './return.ts'
import { columnNames, type TableName } from './tables.ts'

/** A whole country's Episodes of a year is less; more is not a table of one council's return. */
const MOST_LINES = 200_000
/** Enough to put a file right by; a file of rubbish has no use for a list of thousands. */
const MOST_FAULTS = 10

/** After so many bad lines the rest is not looked at. */
const GIVE_UP_AFTER = 1000
/** Bytes of one line; more is an open quotation mark that swallows the file. */
const LONGEST_ROW = 20_000

const RECORD_ENDS = ['\r\n', '\n', '\r']

/** One file of the return: its table, known by its columns, and its rows; or what is wrong with it. Never throws. */
export function readFile(file: ReturnFile): { table: TableFile } | { faults: FileFault[] } {
  const refuse = (message: string, line: number | null = null) => ({ faults: [{ file: file.name, line, message }] })
  const notText = sayWhyNotText(file.bytes)
  if (notText !== null) return refuse(notText)
  const heading = firstLine(file.bytes)
  const isBlank = file.bytes.length < 8192 && new TextDecoder().decode(file.bytes).trim() === ''
  if (isBlank) return refuse('This file is empty. Choose the file again, or leave it out.')
  if (heading === null) return refuse('The first line is far too long for the column names of a table of the return.')
  const names = readHeading(heading)
  const recognised = recogniseTable(names)
  if ('message' in recognised) return refuse(recognised.message, 1)

  const lines = countLines(file.bytes)
  if (lines > MOST_LINES) {
    return refuse(`This file has ${lines} lines, more than a council's return can have. Choose the return of one year.`)
  }
  const unreadable = findUnreadableLine(file.bytes)
  if (unreadable !== null) {
    return refuse('There are letters that are not UTF-8 here. Save the file again as “CSV UTF-8”.', unreadable)
  }
  return readRows(file, recognised.table, names)
}

/** Column names in capitals, without the blank ones a spreadsheet leaves at the end. */
function readHeading(line: string): string[] {
  try {
    const [cells = []] = parse(line, { relax_column_count: true }) as string[][]
    const names = cells.map((name) => name.trim().toUpperCase())
    while (names.at(-1) === '') names.pop()
    return names
  } catch {
    return [line]
  }
}

function readRows(file: ReturnFile, table: TableName, names: string[]): { table: TableFile } | { faults: FileFault[] } {
  const order = columnNames(table).map((name) => names.indexOf(name))
  const faults: FileFault[] = []
  const rows: TextRow[] = []
  let lastLine = 1
  let isLastShort = false
  let faultCount = 0
  const addFault = (line: number, message: string) => {
    faultCount += 1
    if (faults.length < MOST_FAULTS) faults.push({ file: file.name, line, message })
    if (faultCount === GIVE_UP_AFTER) throw new TooManyFaults()
  }
  const takeRow = (cells: string[], line: number) => {
    lastLine = line
    isLastShort = false
    if (line === 1 || cells.every((cell) => cell.trim() === '')) return
    const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1
    if (filled > names.length) {
      addFault(line, `This line has ${filled} cells, but there are ${names.length} columns. ${COMMA}`)
    } else if (cells.length < names.length) {
      isLastShort = true
      addFault(
        line,
        `This line has ${cells.length} cells, but there are ${names.length} columns. Some are missing: export the file again, or add them.`,
      )
    } else {
      rows.push({ line, cells: order.map((at) => cells[at]!.trim()) })
    }
  }
  try {
    parse(toBuffer(skipMark(file.bytes)), {
      relax_column_count: true,
      record_delimiter: RECORD_ENDS,
      max_record_size: LONGEST_ROW,
      on_record: (cells: string[], { lines }) => {
        takeRow(cells, lines)
        return null
      },
    })
  } catch (error) {
    isLastShort = false
    if (!(error instanceof TooManyFaults)) addFault(lastLine + 1, sayParseError(error))
  }
  if (isLastShort && faults.length === faultCount) {
    faults[faults.length - 1] = { file: file.name, line: lastLine, message: CUT_OFF }
  }
  if (faultCount > faults.length) {
    const more = faultCount === GIVE_UP_AFTER ? 'Many' : faultCount - faults.length
    faults.push({ file: file.name, line: null, message: `${more} more lines have such faults.` })
  }
  return faultCount > 0 ? { faults } : { table: { table, file: file.name, group: file.group ?? '', rows } }
}

class TooManyFaults extends Error {}

const COMMA = 'Look for a comma inside a cell, which needs quotation marks around the cell.'
const CUT_OFF = 'The file breaks off in the middle of this line. Export it again and choose the whole file.'

function sayParseError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE') {
    return 'A quotation mark opens on this line or below and never closes: the file is cut off, or the mark is a slip.'
  }
  return 'There is a quotation mark in the middle of a cell on this line. Take it out, or export the file again.'
}

/** The same memory, not a copy. */
function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
