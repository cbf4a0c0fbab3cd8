import type { Block } from './plan-blocks.ts'
import { guessMapping, isNumber, type PlanTable } from './read-plan-table.ts'

/** What a heading above the rows is called where it becomes a column. */
export const HEADING_ABOVE = 'The heading above the rows'

interface Group {
  columns: string[]
  rows: string[][]
  /** The heading that stood above each row. */
  sections: string[]
  joined: number[]
}

/**
 * Every table of a document. The same headings again are the same table, gone on; a line above the rows is their heading;
 * a row that a page break has cut in two is put together again.
 */
export function gatherTables(blocks: readonly Block[], mayJoin = true): { tables: PlanTable[]; outside: string[] } {
  const groups = new Map<string, Group>()
  const outside: string[] = []
  let group: Group | null = null
  let lines: string[] = []
  let section = ''
  let isSectionUsed = true
  let isNew = true
  let isAfterHeadings = false
  for (const block of blocks) {
    if (block.kind === 'gap') isNew = true
    else if (block.kind === 'line') {
      lines.push(block.text)
      isNew = true
    } else {
      const key = keyOf(block.cells)
      const isKnown = groups.has(key)
      const isHead = group === null || isKnown || ((isNew || block.startsTable) && looksLikeHeadings(block.cells))
      if (lines.length > 0) {
        if (!isSectionUsed) outside.push(section)
        section = lines.at(-1)!
        isSectionUsed = false
        outside.push(...lines.slice(0, -1))
      }
      // Headings again without a word between: the page broke.
      isAfterHeadings = isHead ? isKnown && lines.length === 0 : isAfterHeadings
      lines = []
      if (isHead) {
        group = groups.get(key) ?? { columns: block.cells, rows: [], sections: [], joined: [] }
        groups.set(key, group)
      } else {
        takeRow(group!, block.cells, section, mayJoin, isAfterHeadings)
        isSectionUsed = true
        isAfterHeadings = false
      }
      isNew = false
    }
  }
  if (!isSectionUsed) outside.push(section)
  outside.push(...lines)
  const all = [...groups.values()]
  for (const { columns, rows } of all) if (rows.length === 0) outside.push(columns.filter(Boolean).join(' · '))
  return { tables: all.filter(({ rows }) => rows.length > 0).map(toTable), outside }
}

function takeRow(group: Group, cells: string[], section: string, mayJoin: boolean, isAfterHeadings: boolean): void {
  const above = group.rows.at(-1)
  if (mayJoin && above && section === group.sections.at(-1) && goesOn(group, cells, isAfterHeadings)) {
    group.rows[group.rows.length - 1] = Array.from({ length: Math.max(above.length, cells.length) }, (_, index) =>
      joinCells(above[index] ?? '', cells[index] ?? ''),
    )
    group.joined.push(group.rows.length - 1)
    return
  }
  group.rows.push(cells)
  group.sections.push(section)
}

/**
 * Whether a row is the rest of the one above. After headings that a page break repeats: where its first column is empty and
 * the row above has one. Elsewhere: where all rows have a number but this one, and its words start in small letters.
 */
function goesOn({ columns, rows }: Group, cells: string[], isAfterHeadings: boolean): boolean {
  if ((cells[0] ?? '') !== '' || rows.at(-1)![0] === '') return false
  if (isAfterHeadings) return true
  const isNumbered = rows.every((row) => isNumber(row[0] ?? ''))
  const first = cells.findIndex((cell) => cell !== '')
  return isNumbered && columns.length > 2 && /^\p{Ll}/u.test(cells[first] ?? '')
}

/** Words cut in the middle of a sentence go on; others stand on a line of their own. */
function joinCells(above: string, below: string): string {
  if (above === '' || below === '') return above || below
  const isCut =
    /^\p{Ll}/u.test(below) || /(?:\b(?:and|or|of|the|to|for|in|with|a)|[,–-]|nominated \p{L}+)$/u.test(above)
  return `${above}${isCut ? ' ' : '\n'}${below}`
}

function looksLikeHeadings(cells: string[]): boolean {
  const filled = cells.filter((cell) => cell !== '')
  if (filled.length < 2 || filled.some((cell) => cell.length > 90 || /^\d/.test(cell) || /[.;]$/.test(cell)))
    return false
  const { title, hows, owners, due, wayToTell } = guessMapping(cells)
  return title !== null && [hows, owners, due, wayToTell].filter((index) => index !== null).length >= 1
}

const keyOf = (cells: string[]) => cells.map((cell) => cell.trim().toLowerCase()).join('\t')

function toTable({ columns, rows, sections, joined }: Group): PlanTable {
  const width = Math.max(columns.length, ...rows.map((row) => row.length))
  const pad = (row: readonly string[]) => Array.from({ length: width }, (_, index) => row[index] ?? '')
  const named = pad(columns).map((heading, index) => heading.replaceAll('\n', ' ') || `Column ${index + 1}`)
  const hasSections = sections.some((text) => text !== '')
  return {
    columns: hasSections ? [...named, HEADING_ABOVE] : named,
    rows: rows.map((row, index) => (hasSections ? [...pad(row), sections[index]!] : pad(row))),
    ...(joined.length > 0 ? { joined } : {}),
  }
}
