import type { PrintedPack } from '../../../domain/governance/pack.ts'
import { writeSpreadsheet } from '../../../web/document/write-spreadsheet.ts'
import { writeCsv } from '../../../web/write-csv.ts'

/** Excel takes words with “quotes” and dashes for another alphabet without it. */
const UTF_8 = '\uFEFF'

/** Every table of a pack, one under the other, as rows that a spreadsheet opens. A hidden number is `c`. */
export function writePackCsv(pack: PrintedPack): string {
  const rows = [[pack.title], [pack.under ?? ''], ...pack.checks.map((check) => [check])]
  for (const { table, title, source } of listTables(pack))
    rows.push(
      [],
      [title],
      table.columns.map((column) => column.text),
      ...table.rows,
      [source],
    )
  return `${UTF_8}${writeCsv(rows)}`
}

/** The same as an OpenDocument spreadsheet: what it is first, then a sheet for each table. */
export function writeOds(pack: PrintedPack): Buffer {
  const about = [[pack.title], [pack.council], [pack.under ?? ''], ...pack.checks.map((check) => [check])]
  return writeSpreadsheet(pack.title, [
    { title: 'About', above: about, head: [], rows: [], below: '' },
    ...listTables(pack).map(({ table, title, source }) => ({
      title,
      above: [[title]],
      head: table.columns,
      rows: table.rows,
      below: source,
    })),
  ])
}

function listTables(pack: PrintedPack) {
  return pack.sections.flatMap((section) => section.figures)
}
