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
import { isShort, shareWidths, sum } from './share-widths.ts'

/** In twentieths of a point: an A4 page without its margins. */
const TEXT_WIDTH = 9406
/** As wide as a letter is, about. */
const LETTER = 106
const LINE = { style: BorderStyle.SINGLE, size: 6, color: 'b7a9c7' }
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** A short table stays whole, and a note under it stays with it. */
export function makeWordTable(table: DocumentTable, hasNote: boolean): Table {
  const widths = findWidths(table)
  const makeCell = (words: string, index: number, isHeader: boolean, isKept: boolean) =>
    new TableCell({
      width: { size: widths[index]!, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 90, right: 90 },
      children: [
        new Paragraph({
          spacing: { after: 0 },
          keepNext: isKept,
          alignment: table.columns[index]!.isNumeric ? AlignmentType.END : AlignmentType.START,
          children: words
            .split('\n')
            .map((text, line) => new TextRun({ text, bold: isHeader, ...(line > 0 && { break: 1 }) })),
        }),
      ],
    })
  const makeRow = (cells: string[], isHeader: boolean, isKept: boolean) =>
    new TableRow({
      tableHeader: isHeader,
      cantSplit: true,
      children: cells.map((words, index) => makeCell(words, index, isHeader, isKept)),
    })
  return new Table({
    width: { size: sum(widths), type: WidthType.DXA },
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
        true,
      ),
      ...table.rows.map((cells, at) =>
        makeRow(cells, false, isShort(table) && (hasNote || at < table.rows.length - 1)),
      ),
    ],
  })
}

function findWidths(table: DocumentTable): number[] {
  const { fits, widths } = shareWidths(table)
  const letter = fits ? LETTER : TEXT_WIDTH / sum(widths)
  return widths.map((width) => Math.floor(width * letter))
}
