import { strToU8, zipSync } from 'fflate'
import type { DocumentTable } from './document.ts'
import { NO_TIME } from './steady-word.ts'

export interface Sheet {
  /** Names the sheet, as far as a spreadsheet allows. */
  title: string
  /** Over the table: the first row is bold. */
  above: string[][]
  /** Printed again on each page; none for a sheet of words alone. */
  head: DocumentTable['columns']
  rows: string[][]
  /** Under the table, as wide as all of it. */
  below: string
}

const MIME = 'application/vnd.oasis.opendocument.spreadsheet'
const NAMES = 'urn:oasis:names:tc:opendocument:xmlns'
const SPACES = [
  ...['office', 'table', 'text', 'style', 'meta'].map((space) => `xmlns:${space}="${NAMES}:${space}:1.0"`),
  `xmlns:fo="${NAMES}:xsl-fo-compatible:1.0"`,
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ')
const XML = '<?xml version="1.0" encoding="UTF-8"?>'

const LANDSCAPE = `<style:page-layout style:name="landscape"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1.5cm" style:scale-to-X="1" style:scale-to-Y="0"/><style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.3cm"/></style:footer-style></style:page-layout>`
const FOOTER =
  '<style:header style:display="false"/><style:footer><text:p><text:sheet-name/>, <text:page-number/> of <text:page-count/></text:p></style:footer>'
const CELLS = ['plain', 'bold', 'number', 'bold-number'].map(
  (name) =>
    `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top" fo:padding="0.08cm"/><style:paragraph-properties fo:text-align="${name.endsWith('number') ? 'end' : 'start'}"/>${name.startsWith('bold') ? '<style:text-properties fo:font-weight="bold"/>' : ''}</style:style>`,
)

/** Letters in a quarter of a centimetre, about. */
const LETTERS = 1.15
/** Spreadsheets do not see how high a cell must be that goes across several. */
const MOST_LINES = 12
const HEIGHTS = Array.from(
  { length: MOST_LINES },
  (_, at) =>
    `<style:style style:name="high-${at + 1}" style:family="table-row"><style:table-row-properties style:row-height="${(0.2 + (at + 1) * 0.45).toFixed(2)}cm" style:use-optimal-row-height="false"/></style:style>`,
).join('')

/**
 * An OpenDocument spreadsheet (ODF 1.3): numbers are numbers, columns are as wide as their words, and each sheet prints on
 * pages as wide as it. The same sheets give the same bytes.
 */
export function writeSpreadsheet(title: string, sheets: Sheet[]): Buffer {
  const names = new Set<string>()
  const wide = sheets.map(findWidths)
  const columns = [...new Set(wide.flat())].map(
    (width) =>
      `<style:style style:name="wide-${width}" style:family="table-column"><style:table-column-properties style:column-width="${width / 4}cm"/></style:style>`,
  )
  const own = `<office:automatic-styles><style:style style:name="row" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>${HEIGHTS}<style:style style:name="sheet" style:family="table" style:master-page-name="landscape"/>${columns.join('')}${CELLS.join('')}</office:automatic-styles>`
  const body = sheets.map((sheet, at) => writeSheet(nameSheet(sheet.title, names), sheet, wide[at]!)).join('')
  const parts = {
    mimetype: [strToU8(MIME), { level: 0 }] as [Uint8Array, { level: 0 }],
    'content.xml': strToU8(
      wrap('content', `${own}<office:body><office:spreadsheet>${body}</office:spreadsheet></office:body>`),
    ),
    'styles.xml': strToU8(
      wrap(
        'styles',
        `<office:styles><style:default-style style:family="table-cell"><style:text-properties fo:language="en" fo:country="GB"/></style:default-style></office:styles><office:automatic-styles>${LANDSCAPE}</office:automatic-styles><office:master-styles><style:master-page style:name="landscape" style:page-layout-name="landscape">${FOOTER}</style:master-page></office:master-styles>`,
      ),
    ),
    'meta.xml': strToU8(
      wrap('meta', `<office:meta><dc:title>${encode(title)}</dc:title><dc:language>en-GB</dc:language></office:meta>`),
    ),
    'META-INF/manifest.xml': strToU8(
      `${XML}<manifest:manifest xmlns:manifest="${NAMES}:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MIME}"/>${['content', 'styles', 'meta'].map((part) => `<manifest:file-entry manifest:full-path="${part}.xml" manifest:media-type="text/xml"/>`).join('')}</manifest:manifest>`,
    ),
  }
  return Buffer.from(zipSync(parts, { mtime: NO_TIME }))
}

/** In quarters of a centimetre: as wide as the longest cell, but no wider than a sentence reads well. */
function findWidths({ head, rows }: Sheet): number[] {
  if (head.length === 0) return [80]
  return head.map(({ text }, index) => {
    const letters = Math.max(
      text.length * 1.1,
      ...rows.map((row) => Math.max(...row[index]!.split('\n').map((line) => line.length))),
    )
    return Math.min(36, Math.max(10, Math.ceil(letters * 0.85) + 2))
  })
}

function writeSheet(name: string, { above, head, rows, below }: Sheet, widths: number[]): string {
  const room = widths.reduce((all, width) => all + width, 0) * LETTERS
  const across = (text: string, style: string) =>
    `<table:table-row table:style-name="${widths.length === 1 ? 'row' : `high-${Math.min(MOST_LINES, Math.ceil(text.length / room) || 1)}`}"><table:table-cell table:style-name="${style}" table:number-columns-spanned="${widths.length}" table:number-rows-spanned="1" office:value-type="string">${writeLines(text)}</table:table-cell>${'<table:covered-table-cell/>'.repeat(widths.length - 1)}</table:table-row>`
  const line = (row: string[], isBold: boolean) =>
    `<table:table-row table:style-name="row">${row.map((cell, index) => writeCell(cell, `${isBold ? 'bold' : 'plain'}${head[index]!.isNumeric ? '-number' : ''}`.replace('plain-', ''))).join('')}</table:table-row>`
  return [
    `<table:table table:name="${encode(name)}" table:style-name="sheet">`,
    ...widths.map((width) => `<table:table-column table:style-name="wide-${width}"/>`),
    ...above.map(([text = ''], at) => across(text, at === 0 ? 'bold' : 'plain')),
    head.length > 0
      ? `<table:table-header-rows>${line(
          head.map(({ text }) => text),
          true,
        )}</table:table-header-rows>`
      : '',
    ...rows.map((row) => line(row, false)),
    below ? across(below, 'plain') : '',
    '</table:table>',
  ].join('')
}

function writeCell(text: string, style: string): string {
  const number = readNumber(text)
  const type = number === null ? 'office:value-type="string"' : `office:value-type="float" office:value="${number}"`
  return `<table:table-cell table:style-name="${style}" ${type}>${writeLines(text)}</table:table-cell>`
}

function readNumber(text: string): number | null {
  return /^\d[\d,]*(\.\d+)?$/.test(text) ? Number(text.replaceAll(',', '')) : null
}

function writeLines(text: string): string {
  return text
    .split('\n')
    .map((line) => `<text:p>${encode(line)}</text:p>`)
    .join('')
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

function wrap(kind: string, inner: string): string {
  return `${XML}<office:document-${kind} ${SPACES} office:version="1.3">${inner}</office:document-${kind}>`
}

function encode(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
