import type { DocumentTable } from './document.ts'

/** Letters that stand beside each other on an A4 page in the size of the text. */
const LINE = 88
/** The room at both sides of a cell, in letters. */
const ROOM = 4
/** Cells of so few letters never break. */
const WHOLE = 18
/** Bold headings need more; they may stand on two lines, and long ones on three. */
const BOLD = 1.12
/** From so many letters on, a cell gets less room than it is longer. */
const LONG = 30

/**
 * How wide each column is, in letters: `fits` where every cell stands on one line, and the table may be narrower than the
 * page. Else words, dates and numbers stay whole, long cells share the rest, and headings get what is left.
 */
export function shareWidths({ columns, rows }: DocumentTable): { fits: boolean; widths: number[] } {
  const linesOf = (index: number) => rows.flatMap((row) => row[index]!.split('\n'))
  const longest = columns.map((_, index) => Math.max(0, ...linesOf(index).map(({ length }) => length)))
  const onOneLine = columns.map(({ text }, index) => ROOM + Math.max(text.length * BOLD, longest[index]!))
  if (sum(onOneLine) <= LINE) return { fits: true, widths: onOneLine }
  const least = columns.map(
    ({ text }, index) =>
      ROOM +
      Math.max(
        longestWord(text) * BOLD,
        (text.length * BOLD) / (text.length > 20 ? 3 : 2),
        ...linesOf(index).map(lengthUnbroken),
      ),
  )
  const forCells = grow(
    least,
    longest.map((length) => ROOM + (length <= LONG ? length : LONG + 3 * Math.sqrt(length - LONG))),
  )
  const forHeads = columns.map(({ text }) => ROOM + text.length * BOLD)
  return { fits: false, widths: grow(forCells, forHeads) }
}

/** Fits a page with its heading and picture, so it is not broken. */
export function isShort({ rows }: DocumentTable): boolean {
  return rows.length <= 14
}

/** What the page has left over, shared by how much each is short of what it wants. */
function grow(widths: number[], wanted: number[]): number[] {
  const short = widths.map((width, index) => Math.max(0, wanted[index]! - width))
  const part = Math.min(1, Math.max(0, LINE - sum(widths)) / (sum(short) || 1))
  return widths.map((width, index) => width + short[index]! * part)
}

function lengthUnbroken(line: string): number {
  return line.length <= WHOLE ? line.length : longestWord(line)
}

function longestWord(text: string): number {
  return Math.max(...text.split(' ').map((word) => word.length))
}

export function sum(numbers: number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
