import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import {
  describePicture,
  type PackFigure,
  type PackKnot,
  type PackSection,
  type PrintedPack,
  sayAgendaNote,
  sayKnot,
  sayUnder,
} from '../../../domain/governance/pack.ts'
import { IMPACT_QUESTION } from '../../../domain/governance/what-is-missing.ts'
import { drawDots } from './draw-dots.ts'
import { makePictureFile } from './picture-file.ts'
import { steadyWord } from './steady-word.ts'

/** In pixels, as wide as the text. */
const WIDEST = 620
/** The same in twentieths of a point: an A4 page without its margins. */
const TEXT_WIDTH = 9406
const MARGIN = 1250

/** The same pack as Word: real headings, header rows that repeat, alternative text, language and page numbers. */
export async function writeWord(pack: PrintedPack): Promise<Buffer> {
  const { meeting } = pack
  const document = new Document({
    title: pack.title,
    creator: pack.council,
    lastModifiedBy: pack.council,
    description: meeting ? 'Meeting pack' : 'Figure pack',
    styles: {
      default: {
        document: {
          run: { font: 'Arial', size: 23, color: '1f1a2e', language: { value: 'en-GB' } },
          paragraph: { spacing: { after: 160, line: 300, lineRule: LineRuleType.AUTO } },
        },
        title: {
          run: { font: 'Arial', size: 42, bold: true, color: '43295c' },
          paragraph: { spacing: { before: 120, after: 240, line: 260, lineRule: LineRuleType.AUTO } },
        },
        heading1: {
          run: { font: 'Arial', size: 36, bold: true, color: '43295c' },
          paragraph: { spacing: { before: 360, after: 160 } },
        },
        heading2: {
          run: { font: 'Arial', size: 26, bold: true, color: '43295c' },
          paragraph: { spacing: { before: 280, after: 120 } },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: 'agenda',
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              alignment: AlignmentType.START,
              style: { paragraph: { indent: { left: 500, hanging: 500 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: { page: { margin: { left: MARGIN, right: MARGIN } } },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.END,
                children: [new TextRun({ children: [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
              }),
            ],
          }),
        },
        children: [
          paragraph(pack.council),
          new Paragraph({ text: pack.title, heading: HeadingLevel.TITLE }),
          paragraph(sayUnder(pack)),
          ...(meeting?.theme ? [paragraph(`Theme: ${meeting.theme}`)] : []),
          ...(pack.agenda.length === 0 ? [] : [heading('Agenda', 1)]),
          ...pack.agenda.map(
            (item) =>
              new Paragraph({
                numbering: { reference: 'agenda', level: 0 },
                children: [new TextRun(item.title), new TextRun({ text: ` (${sayAgendaNote(item)})` })],
              }),
          ),
          ...(await Promise.all(pack.sections.map(makeSection))).flat(),
          heading('How the numbers were checked', 1),
          ...pack.checks.map((check) => new Paragraph({ text: check, bullet: { level: 0 } })),
        ],
      },
    ],
  })
  return steadyWord(await Packer.toBuffer(document), pack.knownBy.asAt)
}

async function makeSection(section: PackSection): Promise<(Paragraph | Table)[]> {
  return [
    new Paragraph({
      text: `${section.number}. ${section.title}`,
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: true,
    }),
    ...(section.writtenBy ? [paragraph(`Written by: ${section.writtenBy}`)] : []),
    ...makeThread(section.thread),
    ...(section.full.length > 0 ? [heading('In plain words', 2)] : []),
    ...section.plain.map(paragraph),
    ...(await Promise.all(section.figures.map(makeFigure))).flat(),
    ...(section.impact.length > 0 ? [heading(IMPACT_QUESTION, 2), ...section.impact.map(paragraph)] : []),
    ...(section.full.length > 0 ? [heading('The full paper', 2), ...section.full.map(paragraph)] : []),
  ]
}

/** A list with the thread's line at its left; a gap is said to be one. */
function makeThread(thread: PackKnot[] = []): Paragraph[] {
  if (thread.length === 0) return []
  const line = { style: BorderStyle.SINGLE, size: 18, color: 'c2410c', space: 8 }
  return [
    heading('Where this stands on the thread', 2),
    ...thread.map(
      (knot) =>
        new Paragraph({
          border: { left: knot.isGap ? { ...line, style: BorderStyle.DASHED } : line },
          spacing: { after: 0 },
          indent: { left: 200 },
          children: [new TextRun({ text: `${knot.stage}: `, bold: true, color: '43295c' }), new TextRun(sayKnot(knot))],
        }),
    ),
  ]
}

/** Each column as wide as its longest cell asks for, within reason: narrow numbers leave room for words. */
function shareWidths(figure: PackFigure): number[] {
  const { columns, rows } = figure.table
  const longest = columns.map(({ text }, index) =>
    Math.min(40, Math.max(16, text.length / 2, ...rows.map((row) => row[index]!.length))),
  )
  const all = longest.reduce((sum, one) => sum + one, 0)
  return longest.map((one) => Math.floor((one / all) * TEXT_WIDTH))
}

async function makeFigure(figure: PackFigure): Promise<(Paragraph | Table)[]> {
  const file = makePictureFile(figure)
  // For readers that draw no SVG, the same picture as dots.
  const dots = file && (await drawDots(file.svg, WIDEST * 2))
  const widths = shareWidths(figure)
  const row = (cells: string[], isHeader: boolean) =>
    new TableRow({
      tableHeader: isHeader,
      cantSplit: true,
      children: cells.map(
        (cell, index) =>
          new TableCell({
            width: { size: widths[index]!, type: WidthType.DXA },
            margins: { top: 60, bottom: 60, left: 90, right: 90 },
            children: [
              new Paragraph({
                spacing: { after: 0 },
                alignment: figure.table.columns[index]!.isNumeric ? AlignmentType.END : AlignmentType.START,
                children: [new TextRun({ text: cell, bold: isHeader })],
              }),
            ],
          }),
      ),
    })
  return [
    heading(figure.title, 2),
    ...(file === null || dots === null
      ? []
      : [
          new Paragraph({
            children: [
              new ImageRun({
                type: 'svg',
                data: Buffer.from(file.svg),
                fallback: { type: 'png', data: dots },
                transformation: { width: WIDEST, height: Math.round((file.height * WIDEST) / file.width) },
                altText: { name: figure.id, title: figure.title, description: describePicture(figure) },
              }),
            ],
          }),
        ]),
    new Table({
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
        row(
          figure.table.columns.map((column) => column.text),
          true,
        ),
        ...figure.table.rows.map((cells) => row(cells, false)),
      ],
    }),
    new Paragraph({
      spacing: { before: 80 },
      children: [new TextRun({ text: figure.source, size: 19, color: '4a4f57' })],
    }),
  ]
}

const LINE = { style: BorderStyle.SINGLE, size: 6, color: 'b7a9c7' }
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' }

function heading(words: string, level: 1 | 2): Paragraph {
  return new Paragraph({
    text: words,
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    keepNext: true,
  })
}

function paragraph(words: string): Paragraph {
  return new Paragraph({ children: [new TextRun(words)] })
}
