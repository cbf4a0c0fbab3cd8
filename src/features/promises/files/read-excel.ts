import { type Block, cleanCell } from '../../../domain/plans/plan-blocks.ts'
import { addDays, sayDate } from '../../../domain/shared/calendar-date.ts'
import { attributeOf, childrenOf, openOfficeFile, type XmlNode } from './open-office-file.ts'

const MOST_ROWS = 5000
const MOST_COLUMNS = 60

/** Every sheet of a workbook as rows, a gap between sheets. A date is written as a date. Null where it is no workbook. */
export function readExcel(bytes: Uint8Array): Block[] | null {
  const parts = openOfficeFile(bytes, (name) =>
    /^xl\/(workbook|sharedStrings|styles|worksheets\/[^/]+)\.xml$/.test(name),
  )
  const workbook = parts.get('xl/workbook.xml')
  if (!workbook) return null
  const strings = (parts.get('xl/sharedStrings.xml')?.children ?? []) as unknown as XmlNode[]
  const facts = {
    strings: [...strings].map(readString),
    formats: listDateFormats(parts.get('xl/styles.xml')),
    is1904: /^(1|true)$/.test(attributeOf(childrenOf(workbook, 'workbookPr')[0], 'date1904') ?? ''),
  }
  const sheets = [...parts]
    .filter(([name]) => name.startsWith('xl/worksheets/'))
    .sort(([one], [other]) => sheetNumber(one) - sheetNumber(other))
  return sheets.flatMap(([, sheet]) => [{ kind: 'gap' } as const, ...readSheet(sheet, facts)])
}

interface Facts {
  strings: string[]
  /** Of each cell style, whether it shows a day, a month, or no date. */
  formats: ('day' | 'month' | null)[]
  is1904: boolean
}

function readSheet(sheet: XmlNode, facts: Facts): Block[] {
  const data = childrenOf(sheet, 'sheetData')[0]
  if (!data) return []
  const rows: string[][] = []
  for (const [index, row] of childrenOf(data, 'row').entries()) {
    const at = Number(attributeOf(row, 'r') ?? index + 1) - 1
    if (at >= MOST_ROWS) break
    const cells: string[] = []
    for (const [nth, cell] of childrenOf(row, 'c').entries()) {
      const column = columnOf(attributeOf(cell, 'r')) ?? nth
      if (column < MOST_COLUMNS) cells[column] = cleanCell(readCell(cell, facts))
    }
    rows[at] = Array.from(cells, (text) => text ?? '')
  }
  const wide = spreadMerged(sheet, rows)
  return Array.from({ length: rows.length }, (_, index): Block => {
    const cells = rows[index] ?? []
    const filled = cells.filter((text) => text !== '')
    if (filled.length === 0) return { kind: 'gap' }
    if (wide.has(index) && filled.length === 1)
      return { kind: 'line', text: filled[0]!.replaceAll('\n', ' '), isBullet: false }
    return { kind: 'row', cells }
  })
}

/** What a cell merged downwards says, each of its rows says. Gives back the rows with a cell merged across. */
function spreadMerged(sheet: XmlNode, rows: string[][]): Set<number> {
  const wide = new Set<number>()
  for (const merge of childrenOf(sheet, 'mergeCells').flatMap((node) => childrenOf(node, 'mergeCell'))) {
    const [, from, top, , bottom] = (attributeOf(merge, 'ref') ?? '').match(/^([A-Z]+)(\d+):([A-Z]+)(\d+)$/) ?? []
    const column = columnOf(from ?? null)
    if (column === null || column >= MOST_COLUMNS) continue
    const first = Number(top) - 1
    if (bottom === top) wide.add(first)
    for (let row = first + 1; row < Math.min(Number(bottom), rows.length); row += 1) {
      const cells = rows[row] ?? []
      rows[row] = cells
      while (cells.length <= column) cells.push('')
      cells[column] ||= rows[first]?.[column] ?? ''
    }
  }
  return wide
}

function readCell(cell: XmlNode, { strings, formats, is1904 }: Facts): string {
  const type = attributeOf(cell, 't')
  if (type === 'inlineStr') return childrenOf(cell, 'is').map(readString).join('')
  const value = childrenOf(cell, 'v')[0]?.textContent ?? ''
  if (type === 's') return strings[Number(value)] ?? ''
  const format = formats[Number(attributeOf(cell, 's') ?? 0)]
  if (type === 'str' || type === 'e' || value === '' || !format || Number.isNaN(Number(value))) return value
  const day = addDays(is1904 ? '1904-01-01' : '1899-12-30', Math.floor(Number(value)))
  return format === 'day' ? sayDate(day) : sayDate(day).replace(/^\d+ /, '')
}

/** Words, with or without bold parts; what is written above them in small (a reading aid) is left away. */
function readString(node: XmlNode): string {
  const runs = childrenOf(node, 'r').flatMap((run) => childrenOf(run, 't'))
  return [...childrenOf(node, 't'), ...runs].map((text) => text.textContent ?? '').join('')
}

function listDateFormats(styles: XmlNode | undefined): Facts['formats'] {
  if (!styles) return []
  const own = new Map(
    childrenOf(styles, 'numFmts')
      .flatMap((node) => childrenOf(node, 'numFmt'))
      .map((node) => [Number(attributeOf(node, 'numFmtId')), attributeOf(node, 'formatCode') ?? '']),
  )
  return childrenOf(styles, 'cellXfs')
    .flatMap((node) => childrenOf(node, 'xf'))
    .map((node) => {
      const id = Number(attributeOf(node, 'numFmtId'))
      if (id === 17) return 'month'
      if ((id >= 14 && id <= 16) || id === 22) return 'day'
      const code = (own.get(id) ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase()
      return /d/.test(code) ? 'day' : /m/.test(code) && /y/.test(code) ? 'month' : null
    })
}

function columnOf(reference: string | null): number | null {
  const letters = (reference ?? '').match(/^[A-Z]{1,3}/)?.[0]
  if (!letters) return null
  return [...letters].reduce((all, letter) => all * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

const sheetNumber = (name: string) => Number(name.match(/(\d+)\.xml$/)?.[1] ?? 0)
