import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { Document, Packer, Paragraph } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { checkPaper } from './check-file.ts'
import { readWords } from './read-words.ts'
import { withoutAuthor } from './without-author.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const PDF = 'application/pdf'
const NAME = 'Ann Quillfeather'

async function makeWord(change: (files: Record<string, Uint8Array>) => void = () => {}): Promise<Uint8Array> {
  const made = new Document({
    creator: NAME,
    lastModifiedBy: NAME,
    title: `About ${NAME}`,
    keywords: NAME,
    description: NAME,
    customProperties: [{ name: 'Child', value: NAME }],
    sections: [{ children: [new Paragraph('Checks were late & few.'), new Paragraph('A nurse comes.')] }],
  })
  const files = unzipSync(new Uint8Array(await Packer.toBuffer(made)))
  change(files)
  return zipSync(files)
}

async function makePdf(): Promise<Uint8Array> {
  const file = await PDFDocument.create()
  file.setAuthor(NAME)
  file.setTitle(`About ${NAME}`)
  file.setSubject(NAME)
  file.setKeywords([NAME])
  file.addJavaScript('hello', `console.log(${JSON.stringify(NAME)})`)
  await file.attach(strToU8(NAME), `${NAME}.txt`)
  const page = file.addPage()
  page.drawText('Checks were late.', { font: await file.embedFont(StandardFonts.Helvetica) })
  return file.save({ useObjectStreams: false })
}

async function clean(type: string, bytes: Uint8Array): Promise<Uint8Array> {
  const cleaned = await withoutAuthor(type, bytes, 'Why checks <were> late')
  assert.ok('bytes' in cleaned, JSON.stringify(cleaned))
  assert.equal(cleaned.warning, null)
  return cleaned.bytes
}

describe('an uploaded paper', () => {
  test('a Word file keeps its words and none of its properties', async () => {
    const given = await makeWord()
    assert.ok(Object.values(unzipSync(given)).some((part) => strFromU8(part).includes(NAME)))
    const bytes = await clean(WORD, given)
    const parts = unzipSync(bytes)
    for (const [name, part] of Object.entries(parts)) assert.ok(!strFromU8(part).includes(NAME), name)
    assert.match(strFromU8(parts['docProps/core.xml']!), /<dc:title>Why checks &lt;were&gt; late<\/dc:title>/)
    assert.match((await readWords(WORD, bytes))!, /Checks were late & few\.\s+A nurse comes\./)
    assert.deepEqual(await checkPaper({ name: 'x', bytes }), { type: WORD, bytes })
  })

  test('a PDF keeps its words, and loses its properties, its scripts and what was tucked inside', async () => {
    const given = await makePdf()
    const bytes = await clean(PDF, given)
    const file = await PDFDocument.load(bytes, { updateMetadata: false })
    assert.equal(file.getTitle(), 'Why checks <were> late')
    assert.deepEqual([file.getAuthor(), file.getSubject(), file.getKeywords()], [undefined, undefined, undefined])
    assert.deepEqual(file.getAttachments(), [])
    const spelled = Buffer.from('Quillfeather', 'utf16le').swap16().toString('hex').toUpperCase()
    const holds = (held: PDFDocument) =>
      held.context
        .enumerateIndirectObjects()
        .filter(([, one]) => [spelled, 'Quillfeather'].some((name) => one.toString().includes(name)))
    assert.ok(
      holds(await PDFDocument.load(given, { updateMetadata: false })).length > 2,
      'the test sees it where it is',
    )
    assert.deepEqual(holds(file), [])
    assert.match((await readWords(PDF, bytes))!, /Checks were late\./)
  })

  test('comments, tracked changes and macros are refused with what to do', async () => {
    const edit = (find: string, put: string) =>
      makeWord((files) => {
        files['word/document.xml'] = strToU8(strFromU8(files['word/document.xml']!).replace(find, put))
      })
    const tracked = await edit(
      '<w:body>',
      `<w:body><w:p><w:ins w:id="1" w:author="${NAME}" w:date="2026-01-01T00:00:00Z"><w:r><w:t>x</w:t></w:r></w:ins></w:p>`,
    )
    const commented = await makeWord((files) => {
      files['word/comments.xml'] = strToU8(`<w:comments><w:comment w:id="0" w:author="${NAME}"/></w:comments>`)
    })
    for (const bytes of [tracked, commented]) {
      const cleaned = await withoutAuthor(WORD, bytes, 'A paper')
      assert.ok('problem' in cleaned && /comments or tracked changes/.test(cleaned.problem))
    }
    const macro = await makeWord((files) => {
      files['word/vbaProject.bin'] = strToU8('x')
    })
    const cleaned = await withoutAuthor(WORD, macro, 'A paper')
    assert.ok('problem' in cleaned && /macro/.test(cleaned.problem))
  })

  test('what is damaged, or unpacks to far too much, is refused; a protected PDF is kept with a warning', async () => {
    for (const [type, bytes] of [
      [WORD, strToU8('PK not a zip')],
      [PDF, strToU8('%PDF-1.7 not at all')],
      [WORD, zipSync({ 'word/document.xml': new Uint8Array(220 * 1024 * 1024) })],
    ] as const) {
      const cleaned = await withoutAuthor(type, bytes, 'A paper')
      assert.ok('problem' in cleaned, type)
    }
    const file = await PDFDocument.load(await makePdf())
    file.encrypt({ ownerPassword: 'secret', userPassword: '', permissions: {} })
    const cleaned = await withoutAuthor(PDF, await file.save(), 'A paper')
    assert.ok('warning' in cleaned && /protected/.test(cleaned.warning ?? ''), JSON.stringify(cleaned).slice(0, 200))
  })

  test('a page without words says so: nobody could search it or find a name in it', async () => {
    const file = await PDFDocument.create()
    file.addPage()
    assert.equal(await readWords(PDF, await file.save()), null)
    assert.equal(await readWords(WORD, strToU8('PK')), null)
  })

  test('only a PDF or a Word file is a paper, by its content', async () => {
    for (const bytes of [strToU8('<html>'), zipSync({ 'a.txt': strToU8('x') }), new Uint8Array()])
      assert.ok('problem' in (await checkPaper({ name: 'paper.pdf', bytes })))
  })
})
