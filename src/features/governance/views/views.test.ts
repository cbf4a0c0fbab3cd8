import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../../test/kit/app.ts'
import { type Board, makeBoard } from '../../../../test/kit/board.ts'
import { engines, makeTestCouncil, type TestCouncil } from '../../../../test/kit/council.ts'
import type { Actor } from '../../../database/database.ts'

for (const engine of engines) {
  describe(`what young people raise at a meeting and what it shaped, on ${engine}`, () => {
    let council: TestCouncil
    let app: TestApp
    let board: Board
    let decision: string
    before(async () => {
      council = await makeTestCouncil(engine)
      app = await makeTestApp(council)
      board = await makeBoard(council)
      decision = await council.database.asOwner(async (query) => {
        await sql`update agenda_item set title = 'Pets' where id = ${board.youngItemId}`.execute(query)
        await sql`update meeting set held_on = '2026-07-01', status = 'held' where id = ${board.meetingId}`.execute(
          query,
        )
        const { rows } = await sql<{
          id: string
        }>`insert into decision (authority_id, agenda_item_id, meeting_id, body_id, title, words, outcome, decided_on)
          values (${council.council.authorityId}, ${board.itemId}, ${board.meetingId}, ${board.bodyId}, 'A worker rings first', 'Always.', 'yes', '2026-07-01') returning id`.execute(
          query,
        )
        return rows[0]!.id
      })
    })
    after(() => app?.close())
    const path = () => `/meetings/${board.meetingId}/views`
    const post = (to: string, form: Record<string, string>, who: Actor = board.clerk) => app.ask('POST', to, who, form)
    const text = async (to: string, who: Actor) =>
      (await app.ask('GET', to, who)).body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    const ring = { side: 'young people', words: 'Ring before you come to my house.' }

    test('the clerk writes down both sides; a young representative reads what each thing shaped, and the decision it shaped', async () => {
      assert.equal((await post(path(), ring, board.young)).statusCode, 404)
      assert.match((await post(path(), { words: ring.words })).body, /Choose who said it[\s\S]*Ring before you come/)
      await post(path(), ring)
      await post(path(), { side: 'young people', words: 'A dog in every home.' })
      await post(path(), { side: 'the council', words: 'What should the first page of the app say?' })
      assert.match(
        await text(path(), board.young),
        /Young people raised 2 things, and nobody has said yet what came of it/,
      )
      const html = (await app.ask('GET', path(), board.clerk)).body
      const edit = (words: string) =>
        new RegExp(`href="(/meetings/views/[^"]+)">Say what came of it<[^>]+>: ${words}`).exec(html)![1]!
      const asked = edit('Ring before')
      assert.equal((await app.ask('GET', asked, board.young)).statusCode, 404)
      assert.equal((await post(asked, { effect: 'shaped', words: 'Not theirs to say.' }, board.young)).statusCode, 404)
      assert.match(
        (await post(asked, { effect: '', words: 'Short' })).body,
        /whether it shaped something[\s\S]*in a sentence/,
      )
      await post(asked, { effect: 'shaped', words: 'Every worker rings the day before.', decision })
      await post(edit('A dog'), { effect: 'no, because', words: 'Some of us are allergic to dogs.', decision })
      const read = await text(path(), board.young)
      assert.match(read, /what came of each is told/)
      assert.match(
        read,
        /shaped something 10 July 2026: Every worker rings the day before\. Our board: “A worker rings first”/,
      )
      assert.match(read, /no, because 10 July 2026: Some of us are allergic/)
      assert.match(read, /The council asked young people What should the first page/)
      const { rows } = await council.database.asOwner((query) =>
        sql`select 1 from meeting_view where decision_id is not null`.execute(query),
      )
      assert.equal(rows.length, 1, 'what shaped nothing is joined to no decision')
      assert.match(
        await text(`/meetings/bodies/${board.bodyId}`, board.young),
        /young people raised 2 things: 1 shaped something, 1 did not, with a reason and were asked one thing\./,
      )
    })

    test('rule 35: what was said names nobody', async () => {
      await council.database.asOwner((query) =>
        sql`update person set given_name = 'Quill', family_name = 'Feathers' where id = ${board.young.personId}`.execute(
          query,
        ),
      )
      const named = { ...ring, words: 'Quill Feathers wants a dog.' }
      assert.match((await post(path(), named)).body, /A young person’s name/)
    })
  })
}
