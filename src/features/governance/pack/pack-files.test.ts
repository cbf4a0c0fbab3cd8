import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import { sql } from 'kysely'
import sharp from 'sharp'
import { makeTestApp, type TestApp } from '../../../../test/kit/app.ts'
import { countRows } from '../../../../test/kit/attempt.ts'
import { type Board, makeBoard } from '../../../../test/kit/board.ts'
import { findPdfFaults } from '../../../../test/kit/check-pdf.ts'
import { episode, makeTestCouncil, type TestCouncil, TODAY } from '../../../../test/kit/council.ts'
import { readPdf } from '../../../../test/kit/read-pdf.ts'
import type { Pack } from '../../../domain/governance/pack.ts'
import { writePage } from '../../../web/document/write-page.ts'
import { writePdf } from '../../../web/document/write-pdf.ts'
import { writeWord } from '../../../web/document/write-word.ts'
import { setPack } from './set-pack.ts'
import { readPackFor } from './write-pack-file.ts'

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
      thread: [
        { stage: 'promise', words: 'Well in body and mind', isCurrent: false, isGap: false },
        { stage: 'board', words: 'Health', isCurrent: true, isGap: false },
        { stage: 'answer', words: 'No answer yet', isCurrent: false, isGap: true },
      ],
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

/** The picture as dots in a Word file: how wide, and whether there is anything on it. */
async function readPicture(zip: Buffer): Promise<{ width: number; isDrawn: boolean }> {
  const name = openZip(zip, 'word/_rels/document.xml.rels').match(/media\/[^"]+\.png/)![0]
  const { info, data } = await sharp(unpack(zip, `word/${name}`))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, isDrawn: new Set(data).size > 10 }
}

function openZip(zip: Buffer, name: string): string {
  return unpack(zip, name).toString('utf8')
}

/** One file of a zip, found through its directory at the end. */
function unpack(zip: Buffer, name: string): Buffer {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let entry = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [named, extra, comment] = [28, 30, 32].map((at) => zip.readUInt16LE(entry + at)) as [number, number, number]
    if (zip.toString('utf8', entry + 46, entry + 46 + named) === name) {
      const local = zip.readUInt32LE(entry + 42)
      const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
      const bytes = zip.subarray(from, from + zip.readUInt32LE(entry + 20))
      return zip.readUInt16LE(entry + 10) === 8 ? inflateRawSync(bytes) : Buffer.from(bytes)
    }
    entry += 46 + named + extra + comment
  }
  throw new Error(`There is no ${name} in the file.`)
}

/** In letters of one font: the reader parts words where the font changes. Other letters are looked for in Word and on the web. */
const WESTERN: Pack = {
  ...PACK,
  sections: PACK.sections.map((section) => ({ ...section, title: section.title.replace('żółć', 'Siân') })),
}

test('the PDF is tagged as a reader’s program finds it: title, language, headings in order, lists, table headers, the picture’s words', async () => {
  const pdf = await readPdf(await writePdf(setPack(WESTERN)))
  assert.equal(pdf.title, PACK.title)
  assert.equal(pdf.language, 'en-GB')
  assert.equal(pdf.isMarked, true)
  assert.deepEqual(
    pdf.tags.filter(({ role }) => /^H\d$/.test(role)).map(({ role, words }) => `${role} ${words}`),
    [
      'H1 Agenda',
      'H1 What is inside',
      'H1 2. Why “checks” were #late <b> \\ Siân',
      'H2 Where this stands on the thread',
      'H2 In plain words',
      'H2 Fewer moved',
      'H2 How does this support our children in care and care leavers?',
      'H2 The full paper',
      'H1 How the numbers were checked',
    ],
  )
  const rows = pdf.tags.filter(({ role }) => role === 'TR').map(({ children }) => children.map(({ role }) => role))
  assert.deepEqual(rows, [
    ['TH', 'TH'],
    ['TH', 'TD'],
  ])
  assert.equal(pdf.tags.filter(({ role }) => role === 'THead').length, 1)
  assert.deepEqual(
    pdf.tags.filter(({ role }) => role === 'Figure').map(({ alt }) => alt),
    ['Fewer moved. 2024: 9%; 2025: 7.9%; 2026: hidden because it is a small number.'],
  )
  const knots = pdf.tags.filter(({ role }) => role === 'LBody').map(({ words }) => words)
  assert.ok(knots.includes('promise: Well in body and mind') && knots.includes('answer: a gap. No answer yet.'))
})

test('the PDF passes the check, and has bookmarks that lead to their pages, a number on every page, and its letters in it', async () => {
  const bytes = await writePdf(setPack(WESTERN))
  const pdf = await readPdf(bytes)
  assert.deepEqual(await findPdfFaults(bytes), [])
  assert.deepEqual(
    pdf.bookmarks.map(({ title, page }) => [title, page]),
    [
      ['2. Why “checks” were #late <b> \\ Siân', 2],
      ['How the numbers were checked', 2],
    ],
  )
  for (const { title, page } of pdf.bookmarks) assert.ok(pdf.pages[page - 1]!.includes(title), title)
  for (const [index, words] of pdf.pages.entries())
    assert.ok(words.endsWith(`${index + 1} of ${pdf.pages.length}`), words.slice(-40))
  assert.match(bytes.toString('latin1'), /\/BaseFont \/[A-Z]+\+AtkinsonHyperlegibleNext/)
})

test('the same pack makes the same pages with the same words on each', async () => {
  const [one, two] = [await writePdf(setPack(PACK)), await writePdf(setPack(PACK))]
  assert.deepEqual((await readPdf(one)).pages, (await readPdf(two)).pages)
})

test('the Word file has headings, header rows, the picture’s words, the language and page numbers', async () => {
  const file = await writeWord(setPack(PACK))
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
  for (const style of ['Title', 'Heading1', 'Heading2'])
    assert.ok(openZip(file, 'word/styles.xml').includes(`w:styleId="${style}"`), style)
  const rows = [...text.matchAll(/<w:tr>.*?<\/w:tr>/g)].map(([row]) => row.includes('<w:tblHeader/>'))
  assert.deepEqual(rows, [true, false], 'the first row is the header, and no other')
  assert.match(text, /promise: .*Well in body and mind.*answer: .*a gap\. No answer yet\./)
  const dots = await readPicture(file)
  assert.ok(dots.width >= 1000 && dots.isDrawn, 'a reader that draws no SVG sees the picture')
  assert.match(openZip(file, 'word/styles.xml'), /<w:lang[^>]*w:val="en-GB"/)
  assert.match(openZip(file, 'word/footer1.xml'), /NUMPAGES/)
  assert.match(openZip(file, 'docProps/core.xml'), /Our board, 14 July 2026/)
})

test('the web page stands alone, says its language, and no word of a paper becomes markup', () => {
  const page = writePage(setPack(PACK))
  assert.match(page, /<html lang="en-GB">/)
  assert.match(page, /<th scope="col">Year<\/th>/)
  assert.match(page, /were #late &lt;b&gt;/)
  assert.match(page, /role="img" class="wide" aria-label="Fewer moved\./)
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
    assert.match(page.body, /The thread of: Why checks were late/)
    assert.doesNotMatch(page.body, /Acorn|provider/)
    assert.match(page.body, /too few to show|hidden: a small number/)
    assert.match(page.body, /with all that earlier packs have printed/)
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

  test('rule 34: an answer that the board has not been told is not on a pack’s thread, though whoever makes the pack may read it', async () => {
    const { authorityId } = council.council
    const [theme, answer] = [randomUUID(), randomUUID()]
    const change = (text: ReturnType<typeof sql>) => council.database.asOwner(async (query) => text.execute(query))
    await change(
      sql`insert into theme (authority_id, id, title, begun_by, begun_on) values (${authorityId}, ${theme}, 'Pets', ${council.system.personId}, '2026-06-01')`,
    )
    await change(
      sql`insert into theme_answer (authority_id, id, theme_id, kind, words, answered_by, answered_on)
        values (${authorityId}, ${answer}, ${theme}, 'we did', 'Pets may come.', ${council.system.personId}, '2026-06-02')`,
    )
    await change(
      sql`insert into knot_join (authority_id, from_kind, from_ref, to_kind, to_ref, joined_by)
        values (${authorityId}, 'agenda item', ${board.itemId}, 'theme', ${theme}, ${council.system.personId}), (${authorityId}, 'theme', ${theme}, 'answer', ${answer}, ${council.system.personId})`,
    )
    const reader = { database: council.database, council: council.council, actor: council.system, today: TODAY }
    const tell = async () => {
      const { pack } = (await readPackFor(reader, '2026-07-14'))!
      const section = pack.sections.find(({ title }) => title === 'Why checks were late')!
      return section.thread!.find(({ stage }) => stage === 'answer')!
    }
    await change(sql`delete from printed_in_meeting`)
    await change(sql`delete from pack where meeting_id = ${board.meetingId}`)
    assert.deepEqual(await tell(), { stage: 'answer', words: 'No answer yet', isCurrent: false, isGap: true })
    await change(
      sql`update theme_answer set told_children_on = '2026-06-02', told_group_on = '2026-06-03', told_board_on = '2026-06-04' where id = ${answer}`,
    )
    assert.deepEqual((await tell()).isGap, true, 'five children or fewer: nothing of the theme is in a pack (rule 5)')
    for (let number = 0; number < 6; number++) {
      const kid = await council.addChild({ code: `T${number}` })
      const view = randomUUID()
      await change(
        sql`insert into view (authority_id, id, child_id, words, may_be_counted) values (${authorityId}, ${view}, ${kid}, 'My dog', true)`,
      )
      await change(
        sql`insert into theme_view (authority_id, theme_id, view_id, put_by) values (${authorityId}, ${theme}, ${view}, ${council.system.personId})`,
      )
    }
    assert.match((await tell()).words, /^We did/)
  })
})
