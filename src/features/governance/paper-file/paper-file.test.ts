import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { Document, Packer, Paragraph } from 'docx'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../../test/kit/app.ts'
import { attempt, countRows } from '../../../../test/kit/attempt.ts'
import { type Board, makeBoard } from '../../../../test/kit/board.ts'
import { makeTestCouncil, type TestCouncil } from '../../../../test/kit/council.ts'
import type { Actor } from '../../../database/database.ts'
import { readWords } from '../../../shapes/file/read-words.ts'
import { formWord, openSession } from '../../../web/session.store.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

describe('an uploaded paper of a meeting', () => {
  let council: TestCouncil
  let app: TestApp
  let board: Board
  before(async () => {
    council = await makeTestCouncil()
    app = await makeTestApp(council)
    board = await makeBoard(council)
    const kid = await council.addChild({ code: 'U1', given: 'Grace' })
    await council.database.asOwner((query) =>
      sql`update person set family_name = 'Oakenbarrow' where id = ${kid}`.execute(query),
    )
  })
  after(() => app.close())

  async function upload(
    actor: Actor,
    paper: string,
    bytes: Uint8Array | null,
    name = 'Grace Oakenbarrow final v3.docx',
  ) {
    const token = await openSession(council.database, actor.authorityId, actor.personId)
    const form = new FormData()
    form.set('_csrf', formWord(token))
    if (bytes) form.append('file', new Blob([Buffer.from(bytes)]), name)
    const body = new Response(form)
    return app.app.inject({
      method: 'POST',
      url: `/meetings/papers/${paper}/file`,
      headers: { 'content-type': body.headers.get('content-type')! },
      cookies: { kept_session: token },
      payload: Buffer.from(await body.arrayBuffer()),
    })
  }
  const word = async (words: string) =>
    new Uint8Array(
      await Packer.toBuffer(new Document({ creator: 'Ann Author', sections: [{ children: [new Paragraph(words)] }] })),
    )
  const edit = () => `/meetings/papers/${board.paperId}/edit`

  test('is kept under its paper’s title, with nobody in its properties; nobody but the clerk uploads one', async () => {
    assert.equal((await upload(board.member, board.paperId, await word('Checks.'))).statusCode, 404)
    assert.match((await upload(board.clerk, board.paperId, null)).body, /Choose the paper/)
    assert.match(
      (await upload(board.clerk, board.paperId, new TextEncoder().encode('<html>'))).body,
      /Choose a PDF or a Word file/,
    )
    const done = await upload(board.clerk, board.paperId, await word('Checks of kidneys were late.'))
    assert.equal(done.statusCode, 303)
    const sent = await app.ask('GET', `/meetings/papers/${board.paperId}/file`, board.clerk)
    assert.match(String(sent.headers['content-disposition']), /filename="why-checks-were-late\.docx"/)
    assert.ok(!sent.rawPayload.toString('latin1').includes('Ann Author'))
    assert.match((await readWords(WORD, sent.rawPayload))!, /kidneys/)
  })

  test('with a young person’s name in it is refused with where it stands; a given name alone is told to the clerk', async () => {
    const named = await upload(board.clerk, board.paperId, await word('We met Grace Oakenbarrow in May.'))
    assert.equal(named.statusCode, 422)
    assert.match(named.body, /A young person’s name stands in “We met Grace Oakenbarrow in May\.”/)
    const unsure = await upload(board.clerk, board.paperId, await word('Grace said that kidneys matter.'))
    assert.match(unsure.body, /Is it a young person’s name\? “Grace said that kidneys matter\.”/)
    const bySql = sql`update paper set file_text = 'Grace Oakenbarrow', published_on = '2026-07-10', plain_version = 'x', impact = 'x' where id = ${board.paperId}`
    assert.equal(await attempt(council.database, board.clerk, bySql), '23514')
  })

  test('is not published without its plain version and its impact answer, as any other', async () => {
    await council.database.asOwner((query) =>
      sql`update paper set full_text = '' where id = ${board.paperId}`.execute(query),
    )
    const words = { title: 'Why checks were late', full: '', plain: '', impact: 'Sooner.', act: 'publish', sure: 'yes' }
    const refused = await app.ask('POST', edit(), board.clerk, words)
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /cannot be published without a plain version/)
    assert.doesNotMatch(refused.body, /without the full paper/)
    assert.equal((await app.ask('GET', `/meetings/papers/${board.paperId}/file`, board.member)).statusCode, 404)
    assert.equal((await app.ask('POST', edit(), board.clerk, { ...words, plain: 'Late.' })).statusCode, 303)
    const page = await app.ask('GET', `/meetings/papers/${board.paperId}`, board.member)
    assert.match(page.body, /The full paper as a file/)
    assert.equal((await app.ask('GET', `/meetings/papers/${board.paperId}/file`, board.member)).statusCode, 200)
    assert.match((await app.ask('GET', '/meetings/search?words=kidneys', board.member)).body, /One place has/)
  })

  test('of a private item is no row, no name, no hit and no download for those who do not see the item', async () => {
    assert.equal(
      (await upload(board.clerk, board.privatePaperId, await word('Acorn wants more for kidneys.'))).statusCode,
      303,
    )
    const { rows } = await council.database.asOwner((query) =>
      sql<{ id: string }>`select file_id as id from paper where id = ${board.privatePaperId}`.execute(query),
    )
    for (const actor of [board.partner, board.worker, board.outsider, board.director]) {
      assert.equal(await countRows(council.database, actor, 'stored_file', `id = '${rows[0]!.id}'`), 0)
      assert.equal((await app.ask('GET', `/files/${rows[0]!.id}`, actor)).statusCode, 404)
      assert.equal((await app.ask('GET', `/meetings/papers/${board.privatePaperId}/file`, actor)).statusCode, 404)
    }
    assert.match((await app.ask('GET', '/meetings/search?words=kidneys', board.partner)).body, /One place has/)
    assert.match((await app.ask('GET', '/meetings/search?words=kidneys', board.member)).body, /2 places have/)
    assert.equal((await app.ask('GET', `/files/${rows[0]!.id}`, board.member)).statusCode, 200)
  })

  test('a PDF that nobody can read by its words is kept, with that said', async () => {
    const scan = await PDFDocument.create()
    scan.addPage()
    const told = await upload(board.clerk, board.paperId, await scan.save())
    assert.match(told.body, /Its words cannot be read by Kept: it may be a scan/)
    const text = await PDFDocument.create()
    text.addPage().drawText('Kidneys again.', { font: await text.embedFont(StandardFonts.Helvetica) })
    assert.equal((await upload(board.clerk, board.paperId, await text.save())).statusCode, 303)
    const sent = await app.ask('GET', `/meetings/papers/${board.paperId}/file`, board.clerk)
    assert.match(String(sent.headers['content-disposition']), /why-checks-were-late\.pdf/)
  })
})
