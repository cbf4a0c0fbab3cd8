import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler'
import {
  type Block,
  type Document,
  type DocumentPicture,
  type DocumentTable,
  demandReadable,
  isNote,
} from './document.ts'
import { claimAccessible, nameRows, showTitle } from './finish-pdf.ts'
import { readFonts } from './open-font.ts'
import { isShort, shareWidths } from './share-widths.ts'

const FONT = 'Atkinson Hyperlegible Next'
const require = createRequire(import.meta.url)

/**
 * One tagged PDF: title, language, bookmarks, headings, lists, column and row headers, alternative text, page numbers. The
 * same document, the same bytes.
 */
export async function writePdf(document: Document): Promise<Buffer> {
  demandReadable(document)
  const compiler = await loadCompiler()
  compiler.reset_shadow()
  for (const block of document.blocks)
    if (block.kind === 'picture') compiler.map_shadow(`/${block.id}.svg`, Buffer.from(block.svg))
  compiler.add_source('/document.typ', makeSource(document))
  const made = compiler.compile('/document.typ', null, 'pdf', 2) as { result?: Uint8Array; diagnostics?: unknown[] }
  if (!made.result) throw new Error(`The document could not be set: ${JSON.stringify(made.diagnostics)}`)
  return claimAccessible(showTitle(nameRows(Buffer.from(made.result))))
}

let loading: Promise<TypstCompiler> | undefined

/** Once a process: the compiler is 28 MB, and takes a tenth of a second to begin. */
function loadCompiler(): Promise<TypstCompiler> {
  loading ??= startCompiler()
  return loading
}

async function startCompiler(): Promise<TypstCompiler> {
  const typst = await import('@myriaddreamin/typst-ts-web-compiler')
  const wasm = readFileSync(require.resolve('@myriaddreamin/typst-ts-web-compiler/wasm'))
  await typst.default({ module_or_path: wasm })
  const builder = new typst.TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const font of readFonts()) await builder.add_raw_font(font)
  return builder.build()
}

function makeSource(document: Document): string {
  const large = document.isLarge === true
  const size = (plain: number, inLarge: number) => `${large ? inLarge : plain}pt`
  return [
    `#set document(title: ${text(document.title)}, author: ${text(document.publisher)}, date: none)`,
    `#set text(font: ${text(FONT)}, size: ${size(11, 16)}, lang: "en", region: "GB", fill: rgb("#1f1a2e"))`,
    '#set page(paper: "a4", margin: (x: 2.2cm, top: 2.2cm, bottom: 2.4cm), numbering: "1 of 1", number-align: right)',
    '#set par(leading: 0.75em, spacing: 1.1em)',
    '#show heading: set text(fill: rgb("#43295c"))',
    '#show heading: set block(above: 1.5em, below: 0.8em)',
    `#show heading.where(level: 1): set text(size: ${size(19, 26)})`,
    `#show heading.where(level: 2): set text(size: ${size(13, 19)})`,
    `#show heading.where(level: 3): set text(size: ${size(11, 16)})`,
    `#show title: set text(size: ${size(22, 32)}, fill: rgb("#43295c"))`,
    '#set table(stroke: (x, y) => (bottom: 0.6pt + rgb("#b7a9c7")), inset: (x: 6pt, y: 7pt))',
    '#set table.cell(breakable: false)',
    '#show table.cell.where(y: 0): set text(weight: "bold")',
    '#show link: underline',
    `#par[${said(document.publisher)}]`,
    '#title()',
    ...document.under.map((line) => `#par[${said(line)}]`),
    ...document.blocks.map((block, at) => setBlock(block, document.blocks[at + 1])),
  ].join('\n')
}

function setBlock(block: Block, next: Block | undefined): string {
  switch (block.kind) {
    case 'heading':
      return `${block.isOnNewPage ? '#pagebreak(weak: true)\n' : ''}#heading(level: ${block.level}${block.isUnlisted ? ', outlined: false' : ''})[${said(block.words)}]`
    case 'paragraph':
      return `#par[${setTone(block)}]`
    case 'list':
      return setList(block)
    case 'thread':
      return setThread(block.stages)
    case 'table':
      return setTable(block, isNote(next))
    case 'picture':
      return setPicture(block)
    case 'contents':
      return `#heading(level: 1, outlined: false)[${said(block.title)}]\n#outline(title: none, depth: 1)`
  }
}

function setTone({ words, tone }: Block & { kind: 'paragraph' }): string {
  if (tone === 'quiet') return `#text(size: 0.82em, fill: rgb("#4a4f57"))[${said(words)}]`
  return tone === 'strong' ? `#strong[${said(words)}]` : said(words)
}

function setList({ items, isNumbered }: Block & { kind: 'list' }): string {
  const lines = items.map(
    ({ words, note }) => `[${said(words)}${note ? `#linebreak()#text(fill: rgb("#4a4f57"))[${said(note)}]` : ''}]`,
  )
  return `#${isNumbered ? 'enum' : 'list'}(tight: false, ${lines.join(', ')})`
}

const OPEN_KNOT = '#place(dx: -14.6pt, dy: 2.6pt, circle(radius: 3.2pt, fill: white, stroke: 1.2pt + rgb("#c2410c")))'

/** A list of its stages: drawn as knots on a line, read in order, and a gap is open. */
function setThread(stages: (Block & { kind: 'thread' })['stages']): string {
  const lines = stages.map(
    ({ stage, words, isGap }) =>
      `[${isGap ? OPEN_KNOT : ''}#text(fill: rgb("#43295c"), weight: "bold")[${said(`${stage}: `)}]${said(words)}]`,
  )
  return [
    `#block(breakable: false, stroke: (left: 1.6pt + rgb("#c2410c")), inset: (left: 0pt, y: 2pt))[#set text(size: 10pt)`,
    '#set list(marker: move(dx: -3.2pt, dy: 2.6pt, circle(radius: 3.2pt, fill: rgb("#c2410c"))), spacing: 7pt, body-indent: 5pt)',
    `#list(${lines.join(', ')})]`,
  ].join('\n')
}

/** A short table stays whole, and a note under it stays with it. */
function setTable(table: DocumentTable, hasNote: boolean): string {
  const { columns, rows } = table
  const { fits, widths } = shareWidths(table)
  const tracks = fits ? columns.length : `(${widths.map((width) => `${width.toFixed(1)}fr`).join(', ')},)`
  const cells = rows.map((row) => row.map((cell) => `[${setLines(cell)}]`).join(', ')).join(', ')
  const headers = columns.map((column) => `[${said(column.text)}]`).join(', ')
  const align = columns.map((column) => (column.isNumeric ? 'right' : 'left')).join(', ')
  const set = `#table(columns: ${tracks}, align: (${align},), table.header(${headers}), ${cells})`
  return isShort(table) ? `#block(breakable: false, sticky: ${hasNote})[${set}]` : set
}

function setLines(cell: string): string {
  return cell.split('\n').map(said).join('#linebreak()')
}

/** What a picture shows stands beneath it: they are not parted by the end of a page. */
function setPicture({ id, alt, isSmall }: DocumentPicture): string {
  return `#block(sticky: true)[#image("/${id}.svg", width: ${isSmall ? '4.5cm' : '100%'}, alt: ${text(alt)})]`
}

/** A Typst string: nothing in it is ever read as markup or code. */
function text(words: string): string {
  return `"${words.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll(/\s+/g, ' ')}"`
}

function said(words: string): string {
  return `#${text(words)}`
}
