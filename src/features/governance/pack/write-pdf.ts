import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler'
import {
  describePicture,
  type Pack,
  type PackFigure,
  type PackKnot,
  type PackSection,
  type PrintedPack,
  sayAgendaNote,
  sayKnot,
  sayUnder,
} from '../../../domain/governance/pack.ts'
import { IMPACT_QUESTION } from '../../../domain/governance/what-is-missing.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import { readFonts } from './open-font.ts'
import { makePictureFile } from './picture-file.ts'

const FONT = 'Atkinson Hyperlegible Next'
const require = createRequire(import.meta.url)

/** One tagged PDF: title, language, headings, table headers, alternative text, page numbers. The same pack, the same pages. */
export async function writePdf(pack: PrintedPack): Promise<Buffer> {
  const compiler = await loadCompiler()
  compiler.reset_shadow()
  for (const figure of pack.sections.flatMap((section) => section.figures)) {
    const file = makePictureFile(figure)
    if (file !== null) compiler.map_shadow(`/${figure.id}.svg`, Buffer.from(file.svg))
  }
  compiler.add_source('/pack.typ', makeSource(pack))
  const made = compiler.compile('/pack.typ', null, 'pdf', 2) as { result?: Uint8Array; diagnostics?: unknown[] }
  if (!made.result) throw new Error(`The pack could not be set: ${JSON.stringify(made.diagnostics)}`)
  return Buffer.from(made.result)
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

function makeSource(pack: PrintedPack): string {
  const { meeting } = pack
  return [
    `#set document(title: ${text(pack.title)}, author: ${text(pack.council)}, date: none)`,
    `#set text(font: ${text(FONT)}, size: 11pt, lang: "en", region: "GB", fill: rgb("#1f1a2e"))`,
    '#set page(paper: "a4", margin: (x: 2.2cm, top: 2.2cm, bottom: 2.4cm), numbering: "1 of 1", number-align: right)',
    '#set par(leading: 0.75em, spacing: 1.1em)',
    '#show heading: set text(fill: rgb("#43295c"))',
    '#show heading: set block(above: 1.5em, below: 0.8em)',
    '#show heading.where(level: 1): set text(size: 19pt)',
    '#show heading.where(level: 2): set text(size: 13pt)',
    '#show title: set text(size: 22pt, fill: rgb("#43295c"))',
    '#set table(stroke: (x, y) => (bottom: 0.6pt + rgb("#b7a9c7")), inset: (x: 6pt, y: 7pt))',
    '#set table.cell(breakable: false)',
    '#show table.cell.where(y: 0): set text(weight: "bold")',
    '#show link: underline',
    `#par[${said(pack.council)}]`,
    '#title()',
    `#par[${said(sayUnder(pack))}]`,
    meeting?.theme ? `#par[#strong[${said(`Theme: ${meeting.theme}`)}]]` : '',
    ...setAgenda(pack),
    '#heading(level: 1, outlined: false)[What is inside]',
    '#outline(title: none, depth: 1)',
    ...pack.sections.map(setSection),
    '#heading(level: 1)[How the numbers were checked]',
    `#list(tight: false, ${pack.checks.map((check) => `[${said(check)}]`).join(', ')})`,
  ].join('\n')
}

function setAgenda({ agenda }: PrintedPack): string[] {
  if (agenda.length === 0) return []
  const items = agenda.map(
    (item) => `[${said(item.title)}#linebreak()#text(fill: rgb("#4a4f57"))[${said(sayAgendaNote(item))}]]`,
  )
  return ['#heading(level: 1, outlined: false)[Agenda]', `#enum(tight: false, ${items.join(', ')})`]
}

function setSection(section: PackSection): string {
  return [
    '#pagebreak(weak: true)',
    `#heading(level: 1)[${said(`${section.number}. ${section.title}`)}]`,
    section.writtenBy ? `#par[${said(`Written by: ${section.writtenBy}`)}]` : '',
    setThread(section.thread),
    section.full.length > 0 ? '#heading(level: 2)[In plain words]' : '',
    ...section.plain.map((paragraph) => `#par[${said(paragraph)}]`),
    ...section.figures.map(setFigure),
    section.impact.length > 0 ? `#heading(level: 2)[${said(IMPACT_QUESTION)}]` : '',
    ...section.impact.map((paragraph) => `#par[${said(paragraph)}]`),
    section.full.length > 0 ? '#heading(level: 2)[The full paper]' : '',
    ...section.full.map((paragraph) => `#par[${said(paragraph)}]`),
  ].join('\n')
}

const OPEN_KNOT = '#place(dx: -14.6pt, dy: 2.6pt, circle(radius: 3.2pt, fill: white, stroke: 1.2pt + rgb("#c2410c")))'

/** A list of its stages: drawn as knots on a line, read in order, and a gap is open and is said. */
function setThread(thread: PackKnot[] = []): string {
  if (thread.length === 0) return ''
  const lines = thread.map(
    (knot) =>
      `[${knot.isGap ? OPEN_KNOT : ''}#text(fill: rgb("#43295c"), weight: "bold")[${said(`${knot.stage}: `)}]${said(sayKnot(knot))}]`,
  )
  return [
    '#heading(level: 2)[Where this stands on the thread]',
    `#block(breakable: false, stroke: (left: 1.6pt + rgb("#c2410c")), inset: (left: 0pt, y: 2pt))[#set text(size: 10pt)`,
    '#set list(marker: move(dx: -3.2pt, dy: 2.6pt, circle(radius: 3.2pt, fill: rgb("#c2410c"))), spacing: 7pt, body-indent: 5pt)',
    `#list(${lines.join(', ')})]`,
  ].join('\n')
}

function setFigure(figure: PackFigure): string {
  const cells = figure.table.rows.map((row) => row.map((cell) => `[${said(cell)}]`).join(', ')).join(', ')
  const headers = figure.table.columns.map((column) => `[${said(column.text)}]`).join(', ')
  const align = figure.table.columns.map((column) => (column.isNumeric ? 'right' : 'left')).join(', ')
  return [
    `#heading(level: 2)[${said(figure.title)}]`,
    makePictureFile(figure) === null
      ? ''
      : `#image("/${figure.id}.svg", width: 100%, alt: ${text(describePicture(figure))})`,
    `#table(columns: ${figure.table.columns.length}, align: (${align},), table.header(${headers}), ${cells})`,
    figure.source ? `#par[#text(size: 9pt, fill: rgb("#4a4f57"))[${said(figure.source)}]]` : '',
  ].join('\n')
}

/** A Typst string: nothing in it is ever read as markup or code. */
function text(words: string): string {
  return `"${words.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll(/\s+/g, ' ')}"`
}

function said(words: string): string {
  return `#${text(words)}`
}

export function sayPackFile(pack: Pack): string {
  return `pack ${sayDate(pack.meeting.day)}`.replaceAll(' ', '-').toLowerCase()
}
