import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { findPdfFaults } from '../../../test/kit/check-pdf.ts'
import { readPdf } from '../../../test/kit/read-pdf.ts'
import { type Block, type Document, findFaults } from './document.ts'
import { writePage } from './write-page.ts'
import { writePdf } from './write-pdf.ts'
import { writeWord } from './write-word.ts'

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20"><rect width="40" height="20" fill="#43295c"/></svg>'
const heading = (level: 1 | 2 | 3, words: string): Block => ({ kind: 'heading', level, words })
const picture = (id: string, alt = 'A dark band'): Block => ({
  kind: 'picture',
  id,
  svg: SVG,
  width: 40,
  height: 20,
  alt,
})
const COLUMNS = [
  { text: 'Year', isNumeric: false },
  { text: 'Seen', isNumeric: true },
  { text: 'Note', isNumeric: false },
]
const DOCUMENT: Document = {
  title: 'A year in Testshire',
  publisher: 'Testshire Council',
  kind: 'Report',
  under: ['For everybody'],
  day: '2026-07-01',
  blocks: [
    { kind: 'contents', title: 'What is inside' },
    { ...heading(1, 'One'), isOnNewPage: true } as Block,
    { kind: 'paragraph', words: 'A “word” with #set and <b> and \\ in it.' },
    heading(2, 'Two'),
    picture('band'),
    {
      kind: 'table',
      title: 'Seen by year',
      columns: COLUMNS,
      rows: [
        ['2025', '12', 'first'],
        ['2026', '15', ''],
      ],
    },
    heading(3, 'Three'),
    { kind: 'list', items: [{ words: 'a' }, { words: 'b', note: 'noted' }] },
    { kind: 'list', isNumbered: true, items: [{ words: 'first' }, { words: 'second' }] },
    { kind: 'table', title: 'Another', columns: COLUMNS.slice(0, 2), rows: [['2026', '1']] },
  ],
}

test('the PDF keeps what PDF/UA-1 asks and a program can check: marked, titled and shown by its title, in a language, every picture with words, no heading skipped, every table with headers', async () => {
  const bytes = await writePdf(DOCUMENT)
  const raw = bytes.toString('latin1')
  const pdf = await readPdf(bytes)
  assert.equal(pdf.isMarked, true)
  assert.equal(pdf.title, DOCUMENT.title)
  assert.equal(pdf.language, 'en-GB')
  const figures = pdf.tags.filter(({ role }) => role === 'Figure')
  assert.deepEqual(
    figures.map(({ alt }) => alt),
    ['A dark band'],
  )
  const levels = pdf.tags.filter(({ role }) => /^H\d$/.test(role)).map(({ role }) => Number(role[1]))
  assert.deepEqual(levels, [1, 1, 2, 3])
  const rows = pdf.tags.filter(({ role }) => role === 'TR').map(({ children }) => children.map(({ role }) => role))
  assert.deepEqual(rows, [
    ['TH', 'TH', 'TH'],
    ['TH', 'TD', 'TD'],
    ['TH', 'TD', 'TD'],
    ['TH', 'TH'],
    ['TH', 'TD'],
  ])
  assert.equal(raw.match(/\/Scope \/Column/g)?.length, 5)
  assert.equal(raw.match(/\/Scope \/Row/g)?.length, 3)
  assert.equal(pdf.tags.filter(({ role }) => role === 'L').length >= 2, true)
  assert.deepEqual(
    pdf.bookmarks.map(({ title, page }) => [title, page]),
    [['One', 2]],
  )
})

test('every object of the PDF stands where its table of objects says, rows named or not', async () => {
  const bytes = await writePdf(DOCUMENT)
  const raw = bytes.toString('latin1')
  const from = Number(raw.match(/startxref\s+(\d+)/)![1])
  const [, count] = raw.slice(from).match(/^xref\s+0 (\d+)/)!
  const entries = [...raw.slice(from).matchAll(/(\d{10}) \d{5} n/g)].map(([, at]) => Number(at))
  assert.equal(entries.length, Number(count) - 1)
  for (const at of entries) assert.match(raw.slice(at, at + 20), /^\d+ 0 obj/)
})

test('the same document gives the same bytes in all three forms', async () => {
  assert.ok((await writePdf(DOCUMENT)).equals(await writePdf(DOCUMENT)))
  assert.ok((await writeWord(DOCUMENT)).equals(await writeWord(DOCUMENT)))
  assert.equal(writePage(DOCUMENT), writePage(DOCUMENT))
})

test('Word has its title, headings of three levels, header rows, picture’s words and a numbering that begins at one for each list', async () => {
  const parts = unzipSync(
    await writeWord({ ...DOCUMENT, blocks: [...DOCUMENT.blocks, structuredClone(DOCUMENT.blocks.at(-2)!)] }),
  )
  const text = strFromU8(parts['word/document.xml']!)
  for (const mark of ['"Title"', '"Heading1"', '"Heading2"', '"Heading3"', '<w:tblHeader/>', 'descr="A dark band"'])
    assert.ok(text.includes(mark), mark)
  const used = [...text.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id)
  assert.equal(new Set(used).size, 3, 'two numbered lists and one of bullets')
  assert.match(strFromU8(parts['docProps/core.xml']!), /<dc:language>en-GB</)
  assert.doesNotMatch(strFromU8(parts['docProps/core.xml']!), /Un-named|202[5-9]-\d\d-\d\dT(?!00:00:00)/)
})

test('the page has one h1, headings in order, headers of rows and columns, and nothing that runs', () => {
  const page = writePage(DOCUMENT)
  assert.deepEqual(
    [...page.matchAll(/<h(\d)/g)].map(([, level]) => level),
    ['1', '2', '3', '4'],
  )
  assert.match(
    page,
    /<th scope="row" role="rowheader">2025<\/th><td role="cell" class="number" data-heading="Seen">12<\/td>/,
  )
  assert.match(page, /<th scope="row">2026<\/th><td class="number">1<\/td>/)
  assert.match(page, /<a href="#part-1">One<\/a>/)
  assert.match(page, /with #set and &lt;b&gt; and/)
  assert.doesNotMatch(page, /<script|https?:\/\/(?!www\.w3\.org)/)
})

test('a picture with a second drawing for phones is on the page twice, each with its words and names of its own', () => {
  const hatched = SVG.replace('#43295c', 'url(#kept-hatch)')
  const page = writePage({
    ...DOCUMENT,
    blocks: [heading(1, 'One'), { ...picture('band'), svg: hatched, narrow: hatched } as Block],
  })
  assert.match(page, /class="wide" aria-label="A dark band".*url\(#hatch-band\)/)
  assert.match(page, /class="narrow" aria-label="A dark band".*url\(#hatch-band-narrow\)/)
})

test('a document that a reading program could not follow is not written', async () => {
  const cases: [blocks: Block[], fault: RegExp][] = [
    [[heading(2, 'Two')], /skips a level/],
    [[heading(1, 'One'), heading(3, 'Three')], /skips a level/],
    [[heading(1, ' ')], /empty/],
    [[picture('a', ' ')], /no words/],
    [[picture('a'), picture('a')], /Two pictures/],
    [[{ kind: 'table', title: 'T', columns: COLUMNS, rows: [['1']] }], /does not fit/],
  ]
  for (const [blocks, fault] of cases) {
    const bad = { ...DOCUMENT, blocks }
    assert.match(findFaults(bad).join(' '), fault)
    await assert.rejects(writePdf(bad), fault)
    await assert.rejects(writeWord(bad), fault)
    assert.throws(() => writePage(bad), fault)
  }
  assert.deepEqual(findFaults({ ...DOCUMENT, title: '' }), ['The document has no title.'])
  assert.deepEqual(findFaults({ ...DOCUMENT, blocks: [heading(1, 'a'), heading(2, 'b'), heading(1, 'c')] }), [])
})

test('the check that every PDF is held to finds nothing in one of ours, and each thing that is taken from it', async () => {
  const bytes = await writePdf(DOCUMENT)
  assert.deepEqual(await findPdfFaults(bytes), [])
  const cases: [from: RegExp, to: string, fault: RegExp][] = [
    [/\/Marked true/, '/Marked null', /not marked/],
    [/\/Suspects false/, '/Suspects true ', /suspect/],
    [/\/Lang \(en-GB\)/, '/Long (en-GB)', /no language/],
    [/DisplayDocTitle true/, 'DisplayDocTitle null', /name of the file/],
    [/<dc:title>/, '<dc:tytle>', /no title/],
    [/<pdfuaid:part/, '<pdfuaid:port', /PDF\/UA/],
    [/\/StructTreeRoot /, '/StructTreeRuut ', /no tags/],
    [/\/Outlines /, '/Outlynes ', /bookmarks/],
    [/\/S \/H2/, '/S /H3', /level 3 follows one of level 1/],
    [/\/S \/Figure/, '/S /Fygure', /tag Fygure/],
    [/\/Alt \(A dark/, '/Olt (A dark', /no words/],
    [/\/Scope \/Row/, '/Scape /Row', /what it heads/],
    [/\/S \/TR/, '/S /TD', /stands in no TR/],
    [/\/Tabs \/S/, '/Tabs /R', /in its order/],
    [/\/Contents <FEFF/, '/Cantents <FEFF', /link of page 1 has no words/],
    [/\/Type \/OBJR/, '/Type /ABJR', /link of page 1 stands in no tag/],
    [/\/FontFile2/, '/FontFale2', /letters are not in the file/],
    [/\/ToUnicode/, '/TaUnicode', /read out/],
    [/\/K \[0\]/, '/K [1]', /twice in the tags.*that no tag holds/],
    [/\/K \[0\]/, '/K [99]', /lacks something that its tags name/],
  ]
  for (const [from, to, fault] of cases) {
    const text = bytes.toString('latin1')
    assert.match(text, from)
    const faults = await findPdfFaults(Buffer.from(text.replace(from, to), 'latin1'))
    assert.match(faults.join(' '), fault, String(from))
  }
})
