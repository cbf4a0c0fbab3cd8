import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { DocumentTable } from './document.ts'

/** In twentieths of a point: an A4 page without its margins. */
const TEXT_WIDTH = 9406
const LINE = { style: BorderStyle.SINGLE, size: 6, color: 'b7a9c7' }
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' }

export function makeWordTable(table: DocumentTable): Table {
  const widths = shareWidths(table)
  const makeCell = (words: string, index: number, isHeader: boolean) =>
    new TableCell({
      width: { size: widths[index]!, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 90, right: 90 },
      children: [
        new Paragraph({
          spacing: { after: 0 },
          alignment: table.columns[index]!.isNumeric ? AlignmentType.END : AlignmentType.START,
          children: [new TextRun({ text: words, bold: isHeader })],
        }),
      ],
    })
  const makeRow = (cells: string[], isHeader: boolean) =>
    new TableRow({
      tableHeader: isHeader,
      cantSplit: true,
      children: cells.map((words, index) => makeCell(words, index, isHeader)),
    })
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: NO_LINE,
      left: NO_LINE,
      right: NO_LINE,
      insideVertical: NO_LINE,
      insideHorizontal: LINE,
      bottom: LINE,
    },
    rows: [
      makeRow(
        table.columns.map((column) => column.text),
        true,
      ),
      ...table.rows.map((cells) => makeRow(cells, false)),
    ],
  })
}

/** Each column as wide as its longest cell asks for, within reason: narrow numbers leave room for words. */
function shareWidths({ columns, rows }: DocumentTable): number[] {
  const longest = columns.map(({ text }, index) =>
    Math.min(40, Math.max(16, text.length / 2, ...rows.map((row) => row[index]!.length))),
  )
  const all = longest.reduce((sum, one) => sum + one, 0)
  return longest.map((one) => Math.floor((one / all) * TEXT_WIDTH))
}
