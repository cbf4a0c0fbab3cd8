import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../../test/kit/app.ts'
import { type Board, makeBoard } from '../../../../test/kit/board.ts'
import { engines, makeTestCouncil, type TestCouncil } from '../../../../test/kit/council.ts'
import type { Actor } from '../../../database/database.ts'
import { searchMeetings } from './search.store.ts'

for (const engine of engines) {
  describe(`searching meetings, on ${engine}`, () => {
    let council: TestCouncil
    let app: TestApp
    let board: Board
    before(async () => {
      council = await makeTestCouncil(engine)
      app = await makeTestApp(council)
      board = await makeBoard(council)
      await council.database.asOwner(async (query) => {
        const authority = council.council.authorityId
        await sql`update paper set plain_version = 'Four in ten nurses were away.', published_on = '2026-07-01' where id = ${board.paperId}`.execute(
          query,
        )
        await sql`update paper set full_text = 'A nurse of Acorn costs too much.' where id = ${board.privatePaperId}`.execute(
          query,
        )
        await sql`update agenda_item set title = 'Pets' where id = ${board.youngItemId}`.execute(query)
        await sql`update meeting set held_on = '2026-07-07', status = 'held' where id = ${board.meetingId}`.execute(
          query,
        )
        await sql`insert into minute (authority_id, agenda_item_id, meeting_id, body_id, words)
          select authority_id, id, meeting_id, body_id, case when is_private then 'The nurse of Acorn was discussed.' else 'A second nurse comes.' end
          from agenda_item where meeting_id = ${board.meetingId} and not is_young_peoples`.execute(query)
        await sql`insert into decision (authority_id, agenda_item_id, meeting_id, body_id, title, words, outcome, decided_on)
          select authority_id, id, meeting_id, body_id, 'Acorn ends', 'The nurse moves.', 'yes', '2026-07-07' from agenda_item
          where meeting_id = ${board.meetingId} and is_private`.execute(query)
        await sql`update meeting set minutes_state = 'checked' where id = ${board.meetingId} and authority_id = ${authority}`.execute(
          query,
        )
      })
    })
    after(() => app?.close())

    const find = async (actor: Actor, words: string) => {
      const hits = await council.database.as(actor, (query) => searchMeetings(query, words))
      return hits.map(({ kind, title }) => `${kind}: ${title}`).toSorted()
    }
    const OPEN = ['minutes: First health checks', 'paper: Why checks were late']
    const PRIVATE = ['decision: Acorn ends', 'minutes: A provider’s contract', 'paper: What Acorn costs']

    test('words are found in other forms, wherever they stand', async () => {
      assert.deepEqual(await find(board.clerk, 'nurse'), [...PRIVATE, ...OPEN].toSorted())
      assert.deepEqual(await find(board.member, 'nurses'), [...PRIVATE, ...OPEN].toSorted())
      assert.deepEqual(await find(board.member, '"second nurse"'), ['minutes: First health checks'])
      assert.deepEqual(await find(board.member, 'nurse -acorn'), OPEN)
    })

    test('an issue is found by those it is for, and by nobody else', async () => {
      const { authorityId } = council.council
      await council.database.asOwner((query) =>
        sql`insert into body_issue (authority_id, first_body_id, body_id, title, words, tried, asked, weight, raised_by)
          values (${authorityId}, ${board.bodyId}, ${board.bodyId}, 'No dentist here', 'Nobody takes new patients.', 'We rang each of them.', 'A place in each town.', 'serious', ${board.worker.personId})`.execute(
          query,
        ),
      )
      for (const actor of [board.clerk, board.member, board.worker])
        assert.ok((await find(actor, 'patients')).includes('issue: No dentist here'))
      assert.deepEqual(await find(board.outsider, 'patients'), [])
    })

    test('check 5: a partner finds public and shared papers only, by search and by link; of what is private not even a count', async () => {
      assert.deepEqual(await find(board.partner, 'nurse'), OPEN)
      assert.deepEqual(await find(board.partner, 'Acorn'), [])
      const page = await app.ask('GET', '/meetings/search?words=Acorn', board.partner)
      assert.match(page.body, /Nothing that you may read has/)
      assert.doesNotMatch(page.body.replace(/“Acorn”|value="Acorn"/g, ''), /Acorn|provider/)
      assert.match((await app.ask('GET', '/meetings/search?words=nurse', board.partner)).body, /2 places have/)
      assert.match((await app.ask('GET', '/meetings/search?words=nurse', board.member)).body, /5 places have/)
      assert.equal((await app.ask('GET', `/meetings/papers/${board.privatePaperId}`, board.partner)).statusCode, 404)
      const minutes = await app.ask('GET', `/meetings/${board.meetingId}/minutes`, board.partner)
      assert.match(minutes.body, /A second nurse comes/)
      assert.doesNotMatch(minutes.body, /Acorn|provider/)
    })

    test('of an advisory board a colleague finds what was minuted in the open once it was held, and no paper', async () => {
      assert.deepEqual(await find(board.worker, 'nurse'), ['minutes: First health checks'])
    })

    test('of a formal board a colleague finds the papers that are out as well, and nothing private; of a partnership, what an advisory one tells', async () => {
      const regime = (to: string) =>
        council.database.asOwner((query) =>
          sql`update body set regime = ${to} where id = ${board.bodyId}`.execute(query),
        )
      await regime('formal')
      assert.deepEqual(await find(board.worker, 'nurse'), OPEN)
      assert.deepEqual(await find(board.partner, 'nurse'), OPEN)
      await regime('partnership')
      assert.deepEqual(await find(board.worker, 'nurse'), ['minutes: First health checks'])
      assert.deepEqual(await find(board.partner, 'nurse'), OPEN)
      assert.deepEqual(await find(board.worker, 'Acorn'), [])
      await regime('advisory')
    })

    test('a child and a stranger search nothing', async () => {
      const child = council.actor(await council.addChild({ code: 'CS1', role: 'child' }))
      assert.deepEqual(await find(child, 'nurse'), [])
      assert.equal((await app.ask('GET', '/meetings/search?words=nurse', child)).statusCode, 404)
    })

    test('what was found is marked, and odd words are no fault', async () => {
      const page = await app.ask('GET', '/meetings/search?words=nurse', board.member)
      assert.match(page.body, /<mark>nurse<\/mark>/)
      for (const odd of ['<b>', '"', '& | !', '---', '\u0000x'])
        assert.equal(
          (await app.ask('GET', `/meetings/search?words=${encodeURIComponent(odd)}`, board.member)).statusCode,
          200,
        )
    })
  })
}
