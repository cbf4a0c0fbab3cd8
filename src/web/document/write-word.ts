import {
  AlignmentType,
  BorderStyle,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
  Document as WordDocument,
} from 'docx'
import { type Block, type Document, type DocumentPicture, demandReadable, isNote } from './document.ts'
import { drawDots } from './draw-dots.ts'
import { steadyWord } from './steady-word.ts'
import { makeWordTable } from './word-table.ts'

/** In pixels, as wide as the text. */
const WIDEST = 620
const SMALL = 190
const MARGIN = 1250

/** The document as Word: real headings, header rows that repeat, alternative text, language and page numbers. */
export async function writeWord(document: Document): Promise<Buffer> {
  demandReadable(document)
  const lists = document.blocks.filter((block) => block.kind === 'list' && block.isNumbered)
  const file = new WordDocument({
    title: document.title,
    creator: document.publisher,
    lastModifiedBy: document.publisher,
    description: document.kind,
    styles: styleOf(document.isLarge === true),
    numbering: { config: lists.map((_, index) => numberingOf(index)) },
    sections: [
      {
        properties: { page: { margin: { left: MARGIN, right: MARGIN } } },
        footers: { default: makeFooter() },
        children: [
          paragraph(document.publisher),
          new Paragraph({ text: document.title, heading: HeadingLevel.TITLE }),
          ...document.under.map((line) => paragraph(line)),
          ...(
            await Promise.all(
              document.blocks.map((block, at) => makeBlock(block, lists.indexOf(block), document.blocks[at + 1])),
            )
          ).flat(),
        ],
      },
    ],
  })
  return steadyWord(await Packer.toBuffer(file), document.day)
}

function styleOf(isLarge: boolean) {
  const size = (plain: number, large: number) => (isLarge ? large : plain)
  const heading = (of: number, before: number, after: number) => ({
    run: { font: 'Arial', size: of, bold: true, color: '43295c' },
    paragraph: { spacing: { before, after } },
  })
  return {
    default: {
      document: {
        run: { font: 'Arial', size: size(23, 32), color: '1f1a2e', language: { value: 'en-GB' } },
        paragraph: { spacing: { after: 160, line: 300, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font: 'Arial', size: size(42, 64), bold: true, color: '43295c' },
        paragraph: { spacing: { before: 120, after: 240, line: 260, lineRule: LineRuleType.AUTO } },
      },
      heading1: heading(size(36, 52), 360, 160),
      heading2: heading(size(26, 38), 280, 120),
      heading3: heading(size(23, 32), 240, 80),
    },
  }
}

/** Each numbered list counts from one. */
function numberingOf(index: number) {
  return {
    reference: `list-${index}`,
    levels: [
      {
        level: 0,
        format: LevelFormat.DECIMAL,
        text: '%1.',
        alignment: AlignmentType.START,
        style: { paragraph: { indent: { left: 500, hanging: 500 } } },
      },
    ],
  }
}

function makeFooter(): Footer {
  const number = new TextRun({ children: [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.END, children: [number] })] })
}

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }

async function makeBlock(block: Block, listNumber: number, next: Block | undefined): Promise<(Paragraph | Table)[]> {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          text: block.words,
          heading: LEVELS[block.level],
          pageBreakBefore: block.isOnNewPage === true,
          keepNext: true,
        }),
      ]
    case 'paragraph':
      return [paragraph(block.words, block.tone)]
    case 'list':
      return block.items.map(
        ({ words, note }) =>
          new Paragraph({
            ...(block.isNumbered
              ? { numbering: { reference: `list-${listNumber}`, level: 0 } }
              : { bullet: { level: 0 } }),
            children: [new TextRun(words), ...(note ? [new TextRun({ text: note, break: 1, color: '4a4f57' })] : [])],
          }),
      )
    case 'thread':
      return makeThread(block.stages)
    case 'table':
      return [makeWordTable(block, isNote(next)), new Paragraph({ keepNext: isNote(next), spacing: { after: 80 } })]
    case 'picture':
      return [await makePicture(block)]
    // Word makes its own of the headings, and asks each reader first: a list without page numbers would only repeat them.
    case 'contents':
      return []
  }
}

/** A list with the thread's line at its left; a gap is said to be one. */
function makeThread(stages: (Block & { kind: 'thread' })['stages']): Paragraph[] {
  const line = { style: BorderStyle.SINGLE, size: 18, color: 'c2410c', space: 8 }
  return stages.map(
    ({ stage, words, isGap }) =>
      new Paragraph({
        border: { left: isGap ? { ...line, style: BorderStyle.DASHED } : line },
        spacing: { after: 0 },
        indent: { left: 200 },
        children: [new TextRun({ text: `${stage}: `, bold: true, color: '43295c' }), new TextRun(words)],
      }),
  )
}

/** For readers that draw no SVG, the same picture as dots. */
async function makePicture({ id, svg, width, height, alt, isSmall }: DocumentPicture): Promise<Paragraph> {
  const wide = isSmall ? SMALL : WIDEST
  return new Paragraph({
    keepNext: true,
    children: [
      new ImageRun({
        type: 'svg',
        data: Buffer.from(svg),
        fallback: { type: 'png', data: await drawDots(svg, wide * 2) },
        transformation: { width: wide, height: Math.round((height * wide) / width) },
        altText: { name: id, title: id, description: alt },
      }),
    ],
  })
}

function paragraph(words: string, tone?: 'quiet' | 'strong'): Paragraph {
  if (tone === 'quiet')
    return new Paragraph({
      spacing: { before: 80 },
      children: [new TextRun({ text: words, size: 19, color: '4a4f57' })],
    })
  return new Paragraph({ children: [new TextRun({ text: words, bold: tone === 'strong' })] })
}
