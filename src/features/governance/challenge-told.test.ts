import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { attempt } from '../../../test/kit/attempt.ts'
import { type Board, GROUP, makeBoard } from '../../../test/kit/board.ts'
import { engines, makeTestCouncil, type TestCouncil, TODAY } from '../../../test/kit/council.ts'
import { answerChallenge, findChallenge, judgeAnswer, raiseChallenge } from './challenge.store.ts'

for (const engine of engines) {
  describe(`a challenge is told in order, on ${engine}`, () => {
    let council: TestCouncil
    let app: TestApp
    let board: Board
    let path: string
    let id: string
    before(async () => {
      council = await makeTestCouncil(engine)
      app = await makeTestApp(council)
      board = await makeBoard(council)
      id = await council.database.as(board.young, (query) =>
        raiseChallenge(query, council.council.authorityId, {
          bodyId: board.bodyId,
          title: 'Beds',
          words: 'Why does a bed take so long to come?',
          groupName: GROUP,
          toPerson: board.director.personId,
          answerDueOn: '2026-07-20',
          measureId: null,
        }),
      )
      path = `/challenges/${id}`
      const kid = await council.addChild({ code: 'T1', given: 'Grace' })
      await council.database.asOwner((query) =>
        sql`update person set family_name = 'Oakenbarrow' where id = ${kid}`.execute(query),
      )
    })
    after(() => app?.close())

    const told = { said: 'Beds take too long to come.', kind: 'we did', answer: 'A bed comes within a week now.' }
    const open = async () => (await app.ask('GET', '/open', null)).body
    const byHand = () => sql`insert into challenge_told (authority_id, challenge_id, you_said, kind, answer)
      values (${council.council.authorityId}, ${id}, 'Beds take long', 'we did', 'In a week now')`

    test('before those who raised it accept the answer, nobody else is told: not by SQL either', async () => {
      assert.equal((await app.ask('POST', `${path}/tell`, board.clerk, told)).statusCode, 404)
      assert.equal(await attempt(council.database, board.clerk, byHand()), '23514')
    })

    test('accepted, it waits for the board: those who asked know it first', async () => {
      const { authorityId } = council.council
      await council.database.as(board.director, (query) =>
        answerChallenge(query, authorityId, id, 'Beds come in a week now.'),
      )
      const waiting = await council.database.as(board.young, (query) => findChallenge(query, id, TODAY))
      await council.database.as(board.young, (query) => judgeAnswer(query, waiting!.answers[0]!.id, 'accepted', 'Yes.'))
      assert.match(
        (await app.ask('GET', path, board.clerk)).body,
        /The board is told at its next meeting, and then everybody/,
      )
      assert.equal((await app.ask('GET', `${path}/tell`, board.clerk)).statusCode, 404)
      assert.equal(await attempt(council.database, board.clerk, byHand()), '23514')
      assert.doesNotMatch(await open(), /Beds take/)
    })

    test('when the board has met the clerk tells everybody, names nobody, and it stands on the public page', async () => {
      await council.database.asOwner(async (query) => {
        await sql`update agenda_item set title = 'Pets' where id = ${board.youngItemId}`.execute(query)
        await sql`update meeting set held_on = ${TODAY}, status = 'held' where id = ${board.meetingId}`.execute(query)
      })
      assert.equal((await app.ask('POST', `${path}/tell`, board.young, told)).statusCode, 404)
      assert.match((await app.ask('GET', path, board.clerk)).body, /everybody may be told/)
      assert.match(
        (await app.ask('POST', `${path}/tell`, board.clerk, { said: '', kind: '', answer: '' })).body,
        /Choose what came of it/,
      )
      const named = await app.ask('POST', `${path}/tell`, board.clerk, {
        ...told,
        answer: 'Grace Oakenbarrow has hers.',
      })
      assert.match(named.body, /A young person’s name stands in/)
      assert.equal((await app.ask('POST', `${path}/tell`, board.clerk, told)).statusCode, 303)
      assert.match(
        await open(),
        /You said:<\/strong> Beds take too long to come\.<br><strong>We did:<\/strong> A bed comes within a week now\./,
      )
      assert.match((await app.ask('GET', path, board.member)).body, /Told to everybody on 10 July 2026/)
      assert.equal((await app.ask('POST', `${path}/tell`, board.clerk, told)).statusCode, 404, 'once')
    })
  })
}
