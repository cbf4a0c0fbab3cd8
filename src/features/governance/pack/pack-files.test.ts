import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { inflateRawSync, inflateSync } from 'node:zlib'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../../test/kit/app.ts'
import { countRows } from '../../../../test/kit/attempt.ts'
import { type Board, makeBoard } from '../../../../test/kit/board.ts'
import { episode, makeTestCouncil, type TestCouncil } from '../../../../test/kit/council.ts'
import type { Pack } from '../../../domain/governance/pack.ts'
import { writePage } from './write-page.ts'
import { writePdf } from './write-pdf.ts'
import { writeWord } from './write-word.ts'

const PACK: Pack = {
  title: 'Our board, 14 July 2026',
  council: 'Testshire Council',
  body: 'Our board',
  meeting: { day: '2026-07-14', time: '2pm', place: 'The hall', theme: 'Health' },
  knownBy: { sealNumber: 12, asAt: '2026-07-01' },
  agenda: [{ number: 1, title: 'Young people’s item: Pets', note: 'brought by a group', minutes: 15 }],
  sections: [
    {
      paperId: 'p',
      number: 2,
      title: 'Why “checks” were #late <b> \\ żółć',
      writtenBy: 'The nurse',
      plain: ['Short.'],
      full: ['Long.'],
      impact: ['It helps.'],
      figures: [
        {
          id: 'figure-1',
          title: 'Fewer moved',
          picture: {
            kind: 'line',
            labelHeading: 'Year',
            valueHeading: 'Moved',
            points: [
              { label: '2024', value: 9, text: '9%', isHidden: false },
              { label: '2025', value: 7.9, text: '7.9%', isHidden: false },
              { label: '2026', value: null, text: 'c', isHidden: true },
            ],
          },
          table: {
            columns: [
              { text: 'Year', isNumeric: false },
              { text: 'Moved', isNumeric: true },
            ],
            rows: [['2025', '7.9%']],
          },
          source: 'M20',
        },
      ],
    },
  ],
  checks: ['Small numbers are hidden.'],
}

/** The file's own words: what stands in the open, and what its packed streams hold. */
function openPdf(pdf: Buffer): string {
  const packed = [...pdf.toString('latin1').matchAll(/stream\r?\n/g)].map((match) => {
    try {
      return inflateSync(pdf.subarray(match.index + match[0].length), { finishFlush: 2 }).toString('latin1')
    } catch {
      return '' // letters and pictures that are packed in other ways
    }
  })
  return pdf.toString('latin1') + packed.join('\n')
}

/** One file of a zip, found through its directory at the end. */
function openZip(zip: Buffer, name: string): string {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let entry = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [named, extra, comment] = [28, 30, 32].map((at) => zip.readUInt16LE(entry + at)) as [number, number, number]
    if (zip.toString('utf8', entry + 46, entry + 46 + named) === name) {
      const local = zip.readUInt32LE(entry + 42)
      const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
      const bytes = zip.subarray(from, from + zip.readUInt32LE(entry + 20))
      return (zip.readUInt16LE(entry + 10) === 8 ? inflateRawSync(bytes) : bytes).toString('utf8')
    }
    entry += 46 + named + extra + comment
  }
  throw new Error(`There is no ${name} in the file.`)
}

test('the PDF is tagged: title, language, headings, table headers and the picture’s words', async () => {
  const file = openPdf(await writePdf(PACK))
  for (const mark of [
    /\/StructTreeRoot/,
    /\/MarkInfo\s*<<\s*\/Marked true/,
    /\/Lang \(en-GB\)/,
    /<dc:title>[\s\S]{0,120}Our board, 14 July 2026/,
  ])
    assert.ok(mark.test(file), String(mark))
  for (const tag of ['/H1', '/H2', '/Table', '/THead', '/TH', '/TD', '/Figure', '/L', '/P', '/Outlines'])
    assert.ok(file.includes(tag), tag)
  assert.ok(
    file.includes('/Alt (Fewer moved. 2024: 9%; 2025: 7.9%; 2026: hidden because it is a small number.)'),
    'alternative text',
  )
  assert.ok(/\/BaseFont \/[A-Z]+\+AtkinsonHyperlegibleNext/.test(file), 'its letters are in the file')
})

test('the same pack makes the same pages, and in less than two seconds', async () => {
  await writePdf(PACK)
  const start = performance.now()
  const [one, two] = [await writePdf(PACK), await writePdf(PACK)]
  assert.ok(performance.now() - start < 2000)
  const pages = (pdf: Buffer) => openPdf(pdf).match(/\/Count (\d+)/)![0]
  assert.equal(pages(one), pages(two))
  assert.ok(Math.abs(one.length - two.length) < 50)
})

test('the Word file has headings, header rows, the picture’s words, the language and page numbers', async () => {
  const file = await writeWord(PACK)
  const text = openZip(file, 'word/document.xml')
  for (const mark of [
    'w:val="Heading1"',
    'w:val="Heading2"',
    'w:val="Title"',
    '<w:tblHeader/>',
    'Why “checks” were #late &lt;b&gt; \\ żółć',
  ])
    assert.ok(text.includes(mark), mark)
  assert.match(text, /descr="Fewer moved\. 2024: 9%; 2025: 7\.9%; 2026: hidden because it is a small number\."/)
  assert.match(openZip(file, 'word/styles.xml'), /<w:lang[^>]*w:val="en-GB"/)
  assert.match(openZip(file, 'word/footer1.xml'), /NUMPAGES/)
  assert.match(openZip(file, 'docProps/core.xml'), /Our board, 14 July 2026/)
})

test('the web page stands alone, says its language, and no word of a paper becomes markup', () => {
  const page = writePage(PACK)
  assert.match(page, /<html lang="en-GB">/)
  assert.match(page, /<th scope="col">Year<\/th>/)
  assert.match(page, /were #late &lt;b&gt;/)
  assert.match(page, /role="img" aria-label="Fewer moved\./)
  assert.doesNotMatch(page, /<script|https?:\/\/(?!www\.w3\.org)/)
})

describe('a pack that goes out', () => {
  let council: TestCouncil
  let app: TestApp
  let board: Board
  before(async () => {
    council = await makeTestCouncil()
    app = await makeTestApp(council)
    board = await makeBoard(council)
    // Three children in care: a number that nobody may be shown.
    for (const code of ['K1', 'K2', 'K3']) {
      const child = await council.addChild({ code })
      await council.state(child, episode('2025-01-01'))
    }
    await council.database.asOwner(async (query) => {
      await sql`update agenda_item set title = 'Pets', brought_by = 'a group' where id = ${board.youngItemId}`.execute(
        query,
      )
      await sql`update paper set plain_version = 'Short.', published_on = '2026-07-01', subject = 'measure', subject_ref = 'M01' where id = ${board.paperId}`.execute(
        query,
      )
    })
  })
  after(() => app.close())
  const path = () => `/meetings/${board.meetingId}/pack`

  test('it waits for the agenda, then is kept with its seal; files come to members and to nobody else', async () => {
    assert.equal((await app.ask('GET', path(), board.member)).statusCode, 404)
    assert.match((await app.ask('POST', path(), board.clerk)).body, /Send the agenda out first/)
    await app.ask('POST', `/meetings/${board.meetingId}/agenda`, board.clerk)
    assert.equal((await app.ask('POST', path(), board.clerk)).statusCode, 303)
    const pdf = await app.ask('GET', `${path()}/pdf`, board.member)
    assert.equal(pdf.headers['content-type'], 'application/pdf')
    assert.equal(pdf.rawPayload.toString('latin1', 0, 5), '%PDF-')
    assert.match(String(pdf.headers['content-disposition']), /pack-14-july-2026\.pdf/)
    assert.equal((await app.ask('GET', `${path()}/word`, board.member)).rawPayload.toString('latin1', 0, 2), 'PK')
    for (const end of ['', '/pdf', '/word'])
      assert.equal((await app.ask('GET', path() + end, board.outsider)).statusCode, 404)
  })

  test('nothing private is in it, in any form, and no small number', async () => {
    const page = await app.ask('GET', path(), board.member)
    assert.match(page.body, /Why checks were late/)
    assert.doesNotMatch(page.body, /Acorn|provider/)
    assert.match(page.body, /too few to show|hidden: a small number/)
    assert.match(page.body, /Not checked: whether two tables/)
  })

  test('its figures stay as they were known when it went out, whatever is recorded later', async () => {
    const figures = async (actor = board.member) =>
      (await app.ask('GET', path(), actor)).body.match(/<section class="kept-pack__section"[\s\S]*<\/section>/)![0]
    const before = await figures()
    for (let number = 4; number < 30; number++) {
      const child = await council.addChild({ code: `K${number}` })
      await council.state(child, episode('2025-01-01'))
    }
    assert.equal(await figures(), before)
    assert.match((await app.ask('GET', `/meetings/papers/${board.paperId}`, board.member)).body, /As known on/)
    await app.ask('POST', path(), board.clerk)
    assert.notEqual(await figures(), before)
    assert.equal(await countRows(council.database, board.member, 'pack'), 2, 'the old pack is kept beside the new')
  })
})
