import { strToU8, zipSync } from 'fflate'
import type { PrintedPack } from '../../../domain/governance/pack.ts'
import { NO_TIME } from '../../../web/document/steady-word.ts'
import { writeCsv } from '../../../web/write-csv.ts'

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
  return writeCsv(rows)
}

const MIME = 'application/vnd.oasis.opendocument.spreadsheet'
const SPACES =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'

/** The same as an OpenDocument spreadsheet (ODF 1.3): what it is first, then a sheet for each table. Numbers are numbers. */
export function writeOds(pack: PrintedPack): Buffer {
  const about = [[pack.title], [pack.council], [pack.under ?? ''], ...pack.checks.map((check) => [check])]
  const names = new Set(['About'])
  const sheets = listTables(pack).map(({ table, title, source }) =>
    writeSheet(
      nameSheet(title, names),
      [[title], table.columns.map((column) => column.text), ...table.rows, [source]],
      2,
    ),
  )
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${SPACES} office:version="1.3"><office:automatic-styles><style:style style:name="bold" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="7cm"/></style:style></office:automatic-styles><office:body><office:spreadsheet>${writeSheet('About', about, 1)}${sheets.join('')}</office:spreadsheet></office:body></office:document-content>`
  const meta = `<?xml version="1.0" encoding="UTF-8"?><office:document-meta ${SPACES} office:version="1.3"><office:meta><dc:title>${encode(pack.title)}</dc:title><dc:language>en-GB</dc:language></office:meta></office:document-meta>`
  const manifest = `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MIME}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>`
  const parts = {
    mimetype: [strToU8(MIME), { level: 0 }] as [Uint8Array, { level: 0 }],
    'content.xml': strToU8(content),
    'meta.xml': strToU8(meta),
    'META-INF/manifest.xml': strToU8(manifest),
  }
  return Buffer.from(zipSync(parts, { mtime: NO_TIME }))
}

function listTables(pack: PrintedPack) {
  return pack.sections.flatMap((section) => section.figures)
}

/** The first rows are bold: the title and the headings. */
function writeSheet(name: string, rows: string[][], boldRows: number): string {
  const cells = (row: string[], isBold: boolean) => row.map((text) => writeCell(text, isBold)).join('')
  const width = Math.max(...rows.map((row) => row.length))
  return `<table:table table:name="${encode(name)}"><table:table-column table:style-name="wide" table:number-columns-repeated="${width}"/>${rows.map((row, at) => `<table:table-row>${cells(row, at < boldRows)}</table:table-row>`).join('')}</table:table>`
}

function writeCell(text: string, isBold: boolean): string {
  const style = isBold ? ' table:style-name="bold"' : ''
  const number = /^\d[\d,]*(\.\d+)?$/.test(text) ? Number(text.replaceAll(',', '')) : null
  const type = number === null ? 'office:value-type="string"' : `office:value-type="float" office:value="${number}"`
  return `<table:table-cell${style} ${type}><text:p>${encode(text)}</text:p></table:table-cell>`
}

/** Up to 31 letters without signs that spreadsheets refuse, and no name twice. */
function nameSheet(title: string, taken: Set<string>): string {
  const plain = title
    .replace(/[[\]*?:/\\']/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 28)
  let name = plain
  for (let number = 2; taken.has(name); number++) name = `${plain} ${number}`
  taken.add(name)
  return name
}

function encode(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
