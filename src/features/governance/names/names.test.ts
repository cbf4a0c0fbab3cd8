import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../../test/kit/app.ts'
import { attempt } from '../../../../test/kit/attempt.ts'
import { type Board, makeBoard } from '../../../../test/kit/board.ts'
import { engines, makeTestCouncil, type TestCouncil } from '../../../../test/kit/council.ts'
import type { Actor } from '../../../database/database.ts'

const REFUSED_BY_CHECK = '23514'

for (const engine of engines) {
  describe(`no young person’s name goes out, on ${engine}`, () => {
    let council: TestCouncil
    let app: TestApp
    let board: Board
    before(async () => {
      council = await makeTestCouncil(engine)
      app = await makeTestApp(council)
      board = await makeBoard(council)
      await council.addChild({ code: 'N1', given: 'Zoë' })
      await council.addChild({ code: 'N2', given: 'O’Neil (Sam)' })
      await council.addChild({ code: 'N3', given: 'Grace' })
      await council.database.asOwner((query) =>
        sql`update person set family_name = case given_name when 'Zoë' then 'Quillfeather' when 'Grace' then 'Oakenbarrow' else 'St. John-Vale' end
          where kind = 'child'`.execute(query),
      )
    })
    after(() => app?.close())

    const places = (actor: Actor, words: string) =>
      council.database.as(actor, async (query) => {
        const { rows } = await sql<{
          place: number
          length: number
          is_whole: boolean
        }>`select * from names_in(${words})`.execute(query)
        return rows.map(({ place, length, is_whole: isWhole }) => [words.slice(place - 1, place - 1 + length), isWhole])
      })

    for (const [words, found] of [
      ['We heard Zoë Quillfeather speak', [['Zoë Quillfeather', true]]],
      ['zoë  quillfeather spoke', [['zoë  quillfeather', true]]],
      ['Quillfeather, Zoë', [['Quillfeather, Zoë', true]]],
      ['Zoë Ann Quillfeather', [['Zoë Ann Quillfeather', true]]],
      ['Grace spoke first', [['Grace', false]]],
      ['with good grace', []],
      ['Grace Examplemember chaired', []],
      ['Graceful', []],
      ['O’Neil (Sam) St. John-Vale came', [['O’Neil (Sam) St. John-Vale', true]]],
      ['Quillfeather Road', []],
      ['', []],
    ] as const)
      test(`“${words}”: ${found.length === 0 ? 'nothing' : found.map(([text]) => text).join(', ')}`, async () =>
        assert.deepEqual(await places(board.clerk, words), found))

    test('only who writes minutes and who chairs may ask', async () => {
      for (const actor of [board.member, board.young, board.partner, board.director, board.worker])
        assert.deepEqual(await places(actor, 'Zoë Quillfeather'), [])
    })

    test('a paper with a whole name is not published, and says where it stands; what was typed is kept', async () => {
      const path = `/meetings/papers/${board.paperId}/edit`
      const words = {
        title: 'Why checks were late',
        plain: 'Zoë Quillfeather waited.',
        impact: 'Sooner.',
        full: 'All.',
        act: 'publish',
      }
      const refused = await app.ask('POST', path, board.clerk, words)
      assert.equal(refused.statusCode, 422)
      assert.match(refused.body, /A young person’s name stands in “Zoë Quillfeather waited\.”/)
      const bySql = sql`update paper set published_on = '2026-07-10', plain_version = 'Zoë Quillfeather waited.', impact = 'x' where id = ${board.paperId}`
      assert.equal(await attempt(council.database, board.clerk, bySql), REFUSED_BY_CHECK)
      const unsure = await app.ask('POST', path, board.clerk, { ...words, plain: 'Grace and J.S. waited.' })
      assert.equal(unsure.statusCode, 422)
      assert.match(unsure.body, /Is it a young person’s name\? “Grace and J\.S\. waited\.”/)
      assert.equal((await app.ask('GET', `/meetings/papers/${board.paperId}`, board.member)).statusCode, 404)
      const sure = await app.ask('POST', path, board.clerk, {
        ...words,
        plain: 'By the grace of nobody. Grace periods ended.',
        sure: 'yes',
      })
      assert.equal(sure.statusCode, 303)
    })

    test('an agenda with a name does not go out, nor a decision or an action into minutes', async () => {
      await council.database.asOwner(async (query) => {
        await sql`update agenda_item set title = 'Pets, asked by Grace Oakenbarrow' where id = ${board.youngItemId}`.execute(
          query,
        )
      })
      const refused = await app.ask('POST', `/meetings/${board.meetingId}/agenda`, board.clerk)
      assert.match(refused.body, /A young person’s name stands in “Pets, asked by Grace Oakenbarrow”/)
      const out = sql`update meeting set status = 'published' where id = ${board.meetingId}`
      assert.equal(await attempt(council.database, board.clerk, out), REFUSED_BY_CHECK)
      await council.database.asOwner(async (query) => {
        await sql`update agenda_item set title = 'Pets' where id = ${board.youngItemId}`.execute(query)
        await sql`update meeting set held_on = '2026-07-07', status = 'held' where id = ${board.meetingId}`.execute(
          query,
        )
      })
      const decided = { title: 'Grace Oakenbarrow may stay', words: 'Yes.', outcome: 'yes' }
      const minute = await app.ask('POST', `/meetings/items/${board.itemId}/minute`, board.clerk, decided)
      assert.match(minute.body, /A young person’s name stands in “Grace Oakenbarrow may stay”/)
    })

    test('the clerk reads on the draft where a name may stand, and the chair cannot check it', async () => {
      const page = `/meetings/${board.meetingId}/minutes`
      await app.ask('POST', page, board.clerk, {
        [`words-${board.itemId}`]: 'Grace Oakenbarrow said so.',
        [`version-${board.itemId}`]: '0',
      })
      assert.match(
        (await app.ask('GET', page, board.clerk)).body,
        /A young person’s name stands in “Grace Oakenbarrow said so\.”/,
      )
      const chair = await council.addStaff('board_member', 'Cha Example')
      await council.database.asOwner((query) =>
        sql`insert into body_member (authority_id, body_id, person_id, part, starts_on)
          values (${council.council.authorityId}, ${board.bodyId}, ${chair.personId}, 'chair', '2020-01-01')`.execute(
          query,
        ),
      )
      assert.match(
        (await app.ask('POST', `${page}/check`, chair, { step: 'checked' })).body,
        /A young person’s name stands/,
      )
      const bySql = sql`insert into minutes_step (authority_id, meeting_id, body_id, step) values (${chair.authorityId}, ${board.meetingId}, ${board.bodyId}, 'checked')`
      assert.equal(await attempt(council.database, chair, bySql), REFUSED_BY_CHECK)
    })
  })
}
