import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx'
import { strToU8, zipSync } from 'fflate'
import { readPlanItems } from '../../../domain/plans/read-plan-items.ts'
import { guessMapping } from '../../../domain/plans/read-plan-table.ts'
import { readPlanText } from '../../../domain/plans/read-plan-text.ts'
import { readPlanFile } from './read-plan-file.ts'

const readText = (bytes: Uint8Array) => {
  const read = readPlanFile({ name: 'plan', bytes })
  assert.ok('text' in read, JSON.stringify(read))
  return read.text
}
const readItems = (bytes: Uint8Array) => {
  const [table] = readPlanText(readText(bytes))
  return readPlanItems(table!, guessMapping(table!.columns, table!.rows)).items
}

const cell = (lines: string[], merge?: 'restart' | 'continue') =>
  new TableCell({
    children: lines.map((text) => new Paragraph(text)),
    ...(merge ? { verticalMerge: merge === 'restart' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE } : {}),
  })
const row = (...cells: TableCell[]) => new TableRow({ children: cells })
const HEADS = ['Priority', 'Action', 'How', 'Lead', 'By when'].map((text) => cell([text]))

async function makeWord(): Promise<Uint8Array> {
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: 'Our plan & its steps', heading: HeadingLevel.HEADING_1 }),
          new Table({
            rows: [
              row(...HEADS),
              row(
                cell(['Homes'], 'restart'),
                cell(['Fewer moves']),
                cell(['Meet early', 'Say “why” to every child']),
                cell(['Homes team', 'Voice team']),
                cell(['June 2026 then June 2027']),
              ),
              row(cell([''], 'continue'), cell(['Homes near school']), cell(['']), cell(['']), cell([''])),
            ],
          }),
          new Paragraph({ text: 'What we are doing next', heading: HeadingLevel.HEADING_2 }),
          new Paragraph({ text: 'Ask every child', bullet: { level: 0 } }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

test('a Word table: merged cells say what they say for each row, paragraphs are lines, and the bullets are there too', async () => {
  const word = await makeWord()
  const items = readItems(word)
  assert.deepEqual(
    items.map(({ title, priority, hows, owners, gaps }) => [title, priority, hows, owners, gaps]),
    [
      [
        'Fewer moves',
        'Homes',
        ['Meet early', 'Say “why” to every child'],
        ['Homes team', 'Voice team'],
        ['no way to tell', 'two dates'],
      ],
      ['Homes near school', 'Homes', [], [], ['no owner', 'no date', 'no way to tell']],
    ],
  )
  const tables = readPlanText(readText(word))
  assert.deepEqual(tables[1]!.rows, [['Ask every child', 'Our plan & its steps', 'What we are doing next']])
  assert.ok(tables[0]!.columns.includes('The heading above the rows'))
})

/** A workbook as Excel writes one: words in a list of their own, dates as numbers with a style, cells merged. */
function makeExcel(sheet: string): Uint8Array {
  const words = ['Action', 'Lead', 'By when', 'Theme one', 'Ask &amp; answer', 'Voice team', 'Homes', 'Listen']
  return zipSync({
    'xl/workbook.xml': strToU8('<workbook xmlns="x"><sheets><sheet name="Plan"/></sheets></workbook>'),
    'xl/sharedStrings.xml': strToU8(`<sst xmlns="x">${words.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`),
    'xl/styles.xml': strToU8(
      '<styleSheet xmlns="x"><numFmts><numFmt numFmtId="170" formatCode="mmm\\-yy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
  })
}
const SHEET = `<worksheet xmlns="x"><sheetData>
  <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>
  <row r="3"><c r="A3" t="s"><v>4</v></c><c r="B3" t="s"><v>5</v></c><c r="C3" s="1"><v>46203</v></c></row>
  <row r="4"><c r="A4" t="s"><v>7</v></c><c r="C4" s="2"><v>46204</v></c></row>
  <row r="5"><c r="A5" t="inlineStr"><is><r><t>Meet </t></r><r><t>early</t></r></is></c><c r="C5" t="str"><v>ongoing</v></c></row>
</sheetData><mergeCells><mergeCell ref="B3:B4"/></mergeCells></worksheet>`

test('an Excel sheet: words, dates as days or months, merged cells, and empty rows between', () => {
  assert.deepEqual(
    readItems(makeExcel(SHEET)).map(({ title, owners, dueAsWritten, dueOn }) => [title, owners, dueAsWritten, dueOn]),
    [
      ['Ask & answer', ['Voice team'], '30 June 2026', '2026-06-30'],
      ['Listen', ['Voice team'], 'July 2026', '2026-07-31'],
      ['Meet early', [], 'ongoing', null],
    ],
  )
})

describe('what cannot be read is refused in a sentence', () => {
  const refused: [string, Uint8Array, RegExp][] = [
    ['an old Word file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), /old Word or Excel/],
    ['a PDF', strToU8('%PDF-1.7'), /This is a PDF/],
    ['a broken file', strToU8('PK\u0003\u0004 and nothing more'), /could not be opened/],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('a') }), /no Word or Excel file/],
    ['a file that swells', zipSync({ 'word/document.xml': new Uint8Array(60 * 1024 * 1024) }), /too large inside/],
    [
      'a file of too many parts',
      zipSync(Object.fromEntries(Array.from({ length: 5001 }, (_, n) => [`${n}`, new Uint8Array()]))),
      /too large inside/,
    ],
    ['a huge file', new Uint8Array(16 * 1024 * 1024), /larger than 15 MB/],
  ]
  for (const [name, bytes, says] of refused)
    test(name, () => {
      const read = readPlanFile({ name: 'plan', bytes })
      assert.match('problem' in read ? read.problem : 'was read', says)
    })

  test('a size that lies about what is inside opens no more than it says', () => {
    const bytes = zipSync({ 'word/document.xml': new Uint8Array(30 * 1024 * 1024) })
    const view = new DataView(bytes.buffer)
    for (let at = 0; at < bytes.length - 4; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true)
    const read = readPlanFile({ name: 'plan', bytes })
    assert.ok('problem' in read)
  })
})

test('CSV in either lettering is text', () => {
  assert.equal(readText(strToU8('Action,Café')), 'Action,Café')
  assert.equal(readText(new Uint8Array([0x43, 0x61, 0x66, 0xe9])), 'Café')
})
