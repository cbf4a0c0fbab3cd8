import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { characteristics, episode, makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'

describe('checks on the data behind figures', () => {
  let council: TestCouncil
  let app: TestApp
  let analyst: Actor
  let manager: Actor
  let board: Actor
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
      if (code === 'K1') await council.relate(worker, kid, 'social_worker')
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
})
