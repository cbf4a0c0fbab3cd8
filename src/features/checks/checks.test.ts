import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { characteristics, episode, makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'
import { correctEvent, readTimeline } from '../../shapes/event/ledger.store.ts'

describe('checks on the data behind figures', () => {
  let council: TestCouncil
  let app: TestApp
  let analyst: Actor
  let manager: Actor
  let board: Actor
  let teamKid: string
  before(async () => {
    council = await makeTestCouncil()
    app = await makeTestApp(council)
    analyst = await council.addStaff('performance_analyst')
    manager = await council.addStaff('team_manager')
    board = await council.addStaff('board_member')
    const worker = await council.addStaff('social_worker')
    await council.addTeam(manager, [worker])
    for (const [code, given] of [
      ['K1', 'Overla'],
      ['K2', 'Other'],
    ] as const) {
      const kid = await council.addChild({ code, given, family: 'Testling' })
      await council.state(kid, characteristics('2012-05-06'))
      await council.state(kid, episode('2020-01-01', '2021-01-01', { reasonEnded: 'X1' }))
      // Begins before the one before it ends.
      await council.state(kid, episode('2020-12-01', null, { reasonForNewEpisode: 'P' }))
      if (code !== 'K1') continue
      await council.relate(worker, kid, 'social_worker')
      teamKid = kid
    }
  })
  after(() => app.close())
  const read = async (path: string, who: Actor) => (await app.ask('GET', path, who)).body

  test('the analyst sees every finding with its child, what is wrong and what to do', async () => {
    const body = await read('/figures/checks', analyst)
    assert.match(body, /Overla Testling[\s\S]*Other Testling/)
    assert.match(body, /rule \d+[\s\S]*Else these are wrong/)
  })

  test('a manager sees those of the children of the team, and nobody else’s', async () => {
    const body = await read('/figures/checks', manager)
    assert.match(body, /Overla Testling/)
    assert.doesNotMatch(body, /Other Testling/)
  })

  test('a board member finds no such page, and what was listed is written down', async () => {
    assert.equal((await app.ask('GET', '/figures/checks', board)).statusCode, 404)
    const { rows } = await council.database.asOwner((query) =>
      sql<{
        children: number
      }>`select cardinality(child_ids) as children from audit where event = 'data checks listed' and person_id = ${analyst.personId}`.execute(
        query,
      ),
    )
    assert.equal(rows[0]!.children, 2)
  })

  test('of one figure only the rules that protect it are shown', async () => {
    assert.match(
      await read('/figures/checks?about=M20', analyst),
      /Only what three or more homes in the year would count wrongly/,
    )
    assert.doesNotMatch(await read('/figures/checks?about=M42', analyst), /Overla Testling/)
  })

  const hrefsOf = async (who: Actor) =>
    [...(await read('/figures/checks', who)).matchAll(/href="(\/figures\/checks\/reason[^"]+)"/g)].map(([, href]) =>
      href!.replaceAll('&amp;', '&'),
    )
  const say = (path: string, who: Actor, words: string) => app.ask('POST', path, who, { words })

  test('“this is right, because” closes a finding for everybody, with whose words and when; taking it back opens it', async () => {
    const before = (await hrefsOf(analyst)).length
    const [path, ...others] = await hrefsOf(manager)
    const short = await say(path!, manager, 'Yes')
    assert.equal(short.statusCode, 422)
    assert.match(short.body, /Say in a sentence why the record is right[\s\S]*>Yes</)
    assert.equal((await say(path!, manager, '=We asked the carer: both are so.')).statusCode, 303)
    assert.equal((await hrefsOf(analyst)).length, before - 1)
    assert.match(await read('/figures/checks?show=explained', analyst), /right because “=We asked the carer/)
    const { body: csv } = await app.ask('GET', '/figures/checks/csv?about=&show=all', analyst)
    assert.match(csv, /"'=We asked the carer: both are so\."/)
    assert.equal(csv.trim().split('\r\n').length, before + 1)
    for (const other of others) await say(other, manager, 'Looked at with the worker.')
    assert.match(
      await read('/figures/M20', analyst),
      /1 of the children behind it has something [^<]*; of 1 more somebody has said why it is right/,
    )
    for (const one of [path!, ...others]) await say(one, manager, 'The carer was mistaken after all.')
    assert.equal((await hrefsOf(analyst)).length, before)
  })

  test('what a reader may not see they neither explain nor find', async () => {
    const other = (await hrefsOf(analyst)).find((href) => !href.includes(teamKid))!
    assert.equal((await app.ask('GET', other, manager)).statusCode, 404)
    assert.equal((await say(other, manager, 'I cannot know this child.')).statusCode, 404)
    assert.equal((await app.ask('GET', other, board)).statusCode, 404)
  })

  test('when the record changes so that it says something else, the finding is open again', async () => {
    for (const path of await hrefsOf(manager)) await say(path, manager, 'The days overlap in truth.')
    assert.deepEqual(await hrefsOf(manager), [])
    await council.database.as(council.system, async (query) => {
      const events = await readTimeline(query, teamKid)
      const event = events.find(({ kind, endsOn }) => kind === 'episode' && endsOn !== null)!
      const fact = episode('2020-01-01', '2021-02-01', { reasonEnded: 'X1' })
      await correctEvent(query, council.system, { event, fact, reason: 'A wrong day', statedOn: '2026-07-01' })
    })
    assert.ok((await hrefsOf(manager)).length > 0)
  })
})
