import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { describePicture, type Pack, type PackFigure, type PackSection } from '../../../domain/governance/pack.ts'
import { IMPACT_QUESTION } from '../../../domain/governance/what-is-missing.ts'
import { makePictureFile } from './picture-file.ts'

/** One white dot for readers that draw no SVG: the table under each picture says the same. */
const NO_PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
  'base64',
)
const WIDEST = 600

/** The same pack as Word: real headings, header rows that repeat, alternative text, language and page numbers. */
export async function writeWord(pack: Pack): Promise<Buffer> {
  const { meeting } = pack
  const document = new Document({
    title: pack.title,
    creator: pack.council,
    description: 'Meeting pack',
    styles: {
      default: {
        document: {
          run: { font: 'Arial', size: 23, color: '1f1a2e', language: { value: 'en-GB' } },
          paragraph: { spacing: { after: 160, line: 300 } },
        },
        title: { run: { font: 'Arial', size: 48, bold: true, color: '43295c' } },
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
          levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START }],
        },
      ],
    },
    sections: [
      {
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
          paragraph([meeting.time, meeting.place].filter(Boolean).join(', ')),
          ...(meeting.theme ? [paragraph(`Theme: ${meeting.theme}`)] : []),
          heading('Agenda', 1),
          ...pack.agenda.map(
            (item) =>
              new Paragraph({
                numbering: { reference: 'agenda', level: 0 },
                children: [
                  new TextRun(item.title),
                  new TextRun({ text: ` (${[item.note, `${item.minutes} minutes`].filter(Boolean).join(', ')})` }),
                ],
              }),
          ),
          ...pack.sections.flatMap(makeSection),
          heading('How the numbers were checked', 1),
          ...pack.checks.map((check) => new Paragraph({ text: check, bullet: { level: 0 } })),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

function makeSection(section: PackSection): (Paragraph | Table)[] {
  return [
    new Paragraph({
      text: `${section.number}. ${section.title}`,
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: true,
    }),
    ...(section.writtenBy ? [paragraph(`Written by: ${section.writtenBy}`)] : []),
    ...(section.full.length > 0 ? [heading('In plain words', 2)] : []),
    ...section.plain.map(paragraph),
    ...section.figures.flatMap(makeFigure),
    ...(section.impact.length > 0 ? [heading(IMPACT_QUESTION, 2), ...section.impact.map(paragraph)] : []),
    ...(section.full.length > 0 ? [heading('The full paper', 2), ...section.full.map(paragraph)] : []),
  ]
}

function makeFigure(figure: PackFigure): (Paragraph | Table)[] {
  const file = makePictureFile(figure)
  const row = (cells: string[], isHeader: boolean) =>
    new TableRow({
      tableHeader: isHeader,
      cantSplit: true,
      children: cells.map(
        (cell, index) =>
          new TableCell({
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
    ...(file === null
      ? []
      : [
          new Paragraph({
            children: [
              new ImageRun({
                type: 'svg',
                data: Buffer.from(file.svg),
                fallback: { type: 'png', data: NO_PICTURE },
                transformation: { width: WIDEST, height: Math.round((file.height * WIDEST) / file.width) },
                altText: { name: figure.id, title: figure.title, description: describePicture(figure) },
              }),
            ],
          }),
        ]),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        row(
          figure.table.columns.map((column) => column.text),
          true,
        ),
        ...figure.table.rows.map((cells) => row(cells, false)),
      ],
    }),
    ...(figure.source ? [paragraph(figure.source)] : []),
  ]
}

function heading(words: string, level: 1 | 2): Paragraph {
  return new Paragraph({ text: words, heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2 })
}

function paragraph(words: string): Paragraph {
  return new Paragraph({ children: [new TextRun(words)] })
}
