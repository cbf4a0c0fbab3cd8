import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../../test/kit/app.ts'
import { attempt } from '../../../../test/kit/attempt.ts'
import { type Board, GROUP, makeBoard } from '../../../../test/kit/board.ts'
import { makeTestCouncil, type TestCouncil } from '../../../../test/kit/council.ts'

describe('what a body has before it, on its page', () => {
  let council: TestCouncil
  let app: TestApp
  let board: Board
  before(async () => {
    council = await makeTestCouncil()
    app = await makeTestApp(council)
    board = await makeBoard(council)
  })
  after(() => app?.close())
  const own = (rest = '') => `/meetings/bodies/${board.bodyId}${rest}`
  const post = (path: string, form: Record<string, string>, who = board.clerk) => app.ask('POST', path, who, form)
  const text = async (path: string, who = board.member) =>
    (await app.ask('GET', path, who)).body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

  test('the clerk chooses the figures a body watches; its members read them live, and nobody watches one twice', async () => {
    const figures = own('/figures')
    assert.equal((await post(figures, { measure: 'M01' }, board.member)).statusCode, 404)
    assert.match((await post(figures, { measure: 'M999' })).body, /Choose the figure it is to watch/)
    assert.doesNotMatch(await text(own()), /The figures it watches/)
    assert.equal((await post(figures, { measure: 'M01' })).statusCode, 303)
    assert.match((await post(figures, { measure: 'M01' })).body, /watches that figure already/)
    assert.match(await text(own()), /The figures it watches[\s\S]*Children in our care/)
    assert.equal((await post(figures, { end: 'M01' })).statusCode, 303)
    assert.equal((await post(figures, { end: 'M01' })).statusCode, 404)
    assert.doesNotMatch(await text(own()), /The figures it watches/)
  })

  test('what it gave out and is not done stands on its page; what is done does not', async () => {
    const { authorityId } = council.council
    await council.database.asOwner(async (query) => {
      for (const [words, done] of [
        ['Ask for a second dentist', null],
        ['Book the hall', '2026-07-01'],
      ])
        await sql`insert into minute_action (authority_id, agenda_item_id, meeting_id, body_id, words, owner, due_on, done_on, shown_by)
          values (${authorityId}, ${board.itemId}, ${board.meetingId}, ${board.bodyId}, ${words}, 'Head of health', '2026-08-01', ${done}, ${done && 'The booking'})`.execute(
          query,
        )
    })
    const page = await text(own())
    assert.match(page, /What it gave out to be done Ask for a second dentist Head of health/)
    assert.doesNotMatch(page, /Book the hall/)
  })

  test('its issues are counted by how they stand, for who sits there; somebody else’s page tells of none', async () => {
    const issue = { body: board.bodyId, title: 'No dentist', words: 'Eleven children wait.', weight: 'urgent' }
    const raise = { ...issue, tried: 'We rang every practice.', asked: 'Ask the trust for one.' }
    for (const title of ['No dentist', 'No beds for brothers'])
      await post('/meetings/issues/new', { ...raise, title }, board.worker)
    assert.match(await text(own()), /Issues put to it 2 wait/)
    assert.match(await text(own()), /No beds for brothers urgent/)
    assert.match(await text(own(), board.outsider), /No issue that you may see waits here/)
    assert.doesNotMatch(await text(own(), board.outsider), /No dentist|2 wait/)
  })

  test('young people chair a meeting for the day: it stands on the meeting, is counted on the body’s page, and names nobody', async () => {
    const path = `/meetings/${board.meetingId}/takeover`
    assert.equal((await app.ask('GET', path, board.member)).statusCode, 404)
    assert.equal((await post(path, { who: GROUP }, board.member)).statusCode, 404)
    assert.match((await post(path, { who: 'x' })).body, /Enter the group/)
    await council.database.asOwner((query) =>
      sql`update person set given_name = 'Quill', family_name = 'Feathers' where id = ${board.young.personId}`.execute(
        query,
      ),
    )
    assert.match((await post(path, { who: 'Quill Feathers' })).body, /A young person’s name/)
    const byHand = sql`update meeting set chaired_by_young = 'Quill Feathers' where id = ${board.meetingId}`
    assert.equal(await attempt(council.database, board.clerk, byHand), '23514')
    assert.equal((await post(path, { who: GROUP })).statusCode, 303)
    const said = /chaired for the day by the Children in Care Council/
    assert.match(await text(`/meetings/${board.meetingId}`), said)
    assert.doesNotMatch(await text(own()), /Young people chaired/)
    await council.database.asOwner(async (query) => {
      await sql`update agenda_item set title = 'Pets', brought_by = ${GROUP} where id = ${board.youngItemId}`.execute(
        query,
      )
      await sql`update meeting set status = 'held', held_on = '2026-07-09' where id = ${board.meetingId}`.execute(query)
    })
    assert.match(await text(own()), /Young people chaired 1 of the 1 meeting held: last on 9 July 2026/)
    assert.match(await text('/meetings'), /chaired by the Children in Care Council/)
    assert.match(
      await text(own()),
      /Who brought items in the last twelve months The Children in Care Council 1 item at 1 meeting/,
    )
  })
})
