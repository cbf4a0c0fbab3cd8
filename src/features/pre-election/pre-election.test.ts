import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { countRows } from '../../../test/kit/attempt.ts'
import { type Board, makeBoard } from '../../../test/kit/board.ts'
import { makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'
import { forgetRunning } from '../../shapes/person/pre-election.store.ts'
import { findMeeting } from '../governance/meeting.store.ts'
import { makePack } from '../governance/pack/make-pack.command.ts'

describe('rule 36: the time before an election', () => {
  let council: TestCouncil
  let app: TestApp
  let board: Board
  let monitor: Actor
  before(async () => {
    council = await makeTestCouncil()
    app = await makeTestApp(council)
    board = await makeBoard(council)
    monitor = await council.addStaff('monitoring_officer', 'Moa Example')
    const { authorityId } = council.council
    await council.database.asOwner(async (query) => {
      const { rows } = await sql<{
        id: string
      }>`insert into plan (authority_id, kind, title) values (${authorityId}, 'pledge', 'Our pledge') returning id`.execute(
        query,
      )
      await sql`insert into plan_item (authority_id, plan_id, position, title, words, party, owners) values
        (${authorityId}, ${rows[0]!.id}, 1, 'A home that lasts', 'You should not have to keep packing.', 'we', '{"Lead member for children","Director of Children’s Services"}')`.execute(
        query,
      )
      await sql`update agenda_item set title = 'Pets' where id = ${board.youngItemId}`.execute(query)
      await sql`update agenda_item set brought_by = 'Cllr Example' where id = ${board.itemId}`.execute(query)
      await sql`update paper set written_by = 'Cabinet member for children', subject = 'promises', plain_version = 'Seven promises are kept.', published_on = '2026-07-01'
        where id = ${board.paperId}`.execute(query)
    })
  })
  after(() => app.close())

  const open = async () => (await app.ask('GET', '/open', null)).body
  const set = (startsOn: string, endsOn: string, actor = monitor) =>
    app.ask('POST', '/pre-election', actor, { startsOn, endsOn, why: 'By-election in the north ward' })
  const pack = async () => {
    const meeting = await council.database.as(board.clerk, (query) => findMeeting(query, board.meetingId))
    const reader = { database: council.database, council: council.council, today: '2026-07-10', actor: board.clerk }
    return JSON.stringify(await makePack({ ...reader } as Parameters<typeof makePack>[0], meeting!))
  }

  test('its dates are set by the monitoring officer alone, and are days that make sense', async () => {
    for (const actor of [board.clerk, board.director, board.member])
      assert.equal((await set('2026-07-01', '2026-07-20', actor)).statusCode, 404)
    assert.match((await set('2026-07-20', '2026-07-01')).body, /It ends before it begins/)
    assert.match((await set('2026-01-01', '2026-07-20')).body, /longer than four months/)
    assert.match((await set('2026-06-01', '2026-07-09')).body, /That is over already/)
    assert.match((await set('soon', '')).body, /Enter a day that exists/)
    assert.equal(await countRows(council.database, monitor, 'pre_election'), 0)
  })

  test('until it begins everything is published as always, and nobody sees a banner', async () => {
    assert.equal((await set('2026-07-11', '2026-07-20')).statusCode, 303)
    assert.match(await open(), /Lead member for children/)
    assert.match(await open(), /kept-pill/)
    assert.doesNotMatch((await app.ask('GET', '/meetings', board.clerk)).body, /publish no member’s name/)
    assert.match(await pack(), /Cllr Example.*Cabinet member for children.*Seven promises are kept/)
    await council.database.asOwner((query) => sql`delete from pre_election`.execute(query))
  })

  test('while it runs the public page and packs name no member and claim nothing new; figures and offers go on', async () => {
    await set('2026-07-10', '2026-07-10')
    const page = await open()
    assert.match(page, /Until 10 July 2026, the time before an election, we name no councillor/)
    assert.match(page, /A home that lasts/)
    assert.match(page, /Director of Children’s Services/)
    assert.doesNotMatch(page, /Lead member/)
    assert.doesNotMatch(page, /kept-pill/)
    assert.match(page, /Figures children asked for/)
    const printed = await pack()
    assert.doesNotMatch(printed, /Cllr Example|Cabinet member|Seven promises are kept/)
    assert.match(printed, /held back until 10 July 2026/)
  })

  test('whoever works here reads on every page what may not be published; a child does not', async () => {
    for (const actor of [board.clerk, board.worker, board.member])
      assert.match(
        (await app.ask('GET', '/promises', actor)).body,
        /Before the election, until 10 July 2026: publish no member’s name or picture/,
      )
    const child = council.actor(await council.addChild({ code: 'CE1', role: 'child' }))
    assert.doesNotMatch((await app.ask('GET', '/promises', child)).body, /election/)
    assert.equal((await app.ask('GET', '/pre-election', child)).statusCode, 404)
    assert.match((await app.ask('GET', '/pre-election', board.worker)).body, /Until 10 July 2026 no member is named/)
  })

  test('who set it and when is kept, and the monitoring officer ends it', async () => {
    const shown = await app.ask('GET', '/pre-election', board.clerk)
    assert.match(shown.body, /set on 10 July 2026/)
    const end = shown.body.includes('/end"')
    assert.equal(end, false, 'the clerk has no button')
    const action = (await app.ask('GET', '/pre-election', monitor)).body.match(
      /action="(\/pre-election\/[^"]+\/end)"/,
    )![1]!
    assert.equal((await app.ask('POST', action, board.clerk)).statusCode, 404)
    await council.database.asOwner((query) =>
      sql`update pre_election set starts_on = '2026-07-01', ends_on = '2026-07-20'`.execute(query),
    )
    forgetRunning(council.database)
    assert.equal((await app.ask('POST', action, monitor)).statusCode, 303)
    assert.match(await open(), /Lead member for children/)
    assert.doesNotMatch((await app.ask('GET', '/meetings', board.clerk)).body, /publish no member’s name/)
    assert.equal((await app.ask('POST', action, monitor)).statusCode, 404)
  })
})
