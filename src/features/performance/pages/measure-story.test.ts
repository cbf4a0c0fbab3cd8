import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../../test/kit/app.ts'
import { characteristics, episode, makeTestCouncil, type TestCouncil, TODAY } from '../../../../test/kit/council.ts'
import type { Actor } from '../../../database/database.ts'

/** What readers without true figures are shown on that day. */
const QUARTER = '2026-06-30'
const word = { asAt: TODAY, why: 'More children came than left.', nextStep: 'We look at it again in the autumn.' }
const target = { way: 'at most', value: '20', near: '3', from: '2020-04-01', to: '2040-03-31', why: 'Our strategy' }

describe('what is said of a figure', () => {
  let council: TestCouncil
  let app: TestApp
  let analyst: Actor
  let manager: Actor
  let director: Actor
  let worker: Actor
  let board: Actor
  before(async () => {
    council = await makeTestCouncil()
    app = await makeTestApp(council)
    analyst = await council.addStaff('performance_analyst', 'Ana List')
    manager = await council.addStaff('team_manager', 'Manny Ager')
    director = await council.addStaff('director', 'Dee Rector')
    worker = await council.addStaff('social_worker')
    board = await council.addStaff('board_member')
    for (let index = 0; index < 22; index += 1) {
      const kid = await council.addChild({ code: `K${index}` })
      await council.state(kid, characteristics('2012-05-06'))
      await council.state(kid, episode('2020-01-01'))
    }
  })
  after(() => app.close())
  const read = async (path: string, who: Actor) => (await app.ask('GET', path, who)).body
  const post = (path: string, who: Actor, form: Record<string, string>) => app.ask('POST', path, who, form)

  test('a target is set with its reason by whoever answers for figures, and nobody else', async () => {
    for (const who of [manager, director, worker, board])
      assert.equal((await post('/figures/M01/target', who, target)).statusCode, 404)
    const wrong = await post('/figures/M01/target', analyst, { ...target, to: '2020-03-31', value: 'ten', why: '' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Give its last day/)
    assert.match(wrong.body, /value="ten"/)
    assert.equal((await post('/figures/M01/target', analyst, target)).statusCode, 303)
    const page = await read('/figures/M01', board)
    assert.match(page, /Target: at most 20, from 1 April 2020 to 31 March 2040/)
    assert.match(page, /near the target/)
    assert.match(page, /Our strategy/)
  })

  test('an owner says why it moved; the words can be released, and earlier words stay', async () => {
    assert.equal((await app.ask('GET', '/figures/M01/word', director)).statusCode, 404)
    assert.equal((await post('/figures/M01/word', director, word)).statusCode, 404)
    assert.equal((await post('/figures/M01/owner', analyst, { owner: 'nobody' })).statusCode, 422)
    assert.equal((await post('/figures/M01/owner', analyst, { owner: director.personId })).statusCode, 303)
    assert.match(await read('/', director), /waits for a word from you|wait for a word from you/)
    assert.equal(
      (await post('/figures/M01/word', director, { ...word, asAt: '2026-01-01', why: 'Early days.' })).statusCode,
      303,
    )
    assert.match(await read('/figures/M01', board), /older than a quarter/)
    assert.equal((await post('/figures/M01/word', director, word)).statusCode, 303)
    const page = await read('/figures/M01', board)
    assert.match(page, /can be released on request/)
    assert.match(page, /More children came than left/)
    assert.match(page, /What was said before[\s\S]*Early days/)
    assert.match(page, /Dee Rector/)
    assert.doesNotMatch(page, /older than a quarter/)
    assert.doesNotMatch(await read('/', director), /for a word from you/)
    assert.equal((await post('/figures/M02/word', director, word)).statusCode, 404)
  })

  test('few children in the words: the writer is asked, and decides', async () => {
    const few = { ...word, why: 'Three older children left.' }
    const asked = await post('/figures/M01/word', director, few)
    assert.equal(asked.statusCode, 422)
    assert.match(asked.body, /You wrote “Three older children”/)
    assert.match(asked.body, /May the small number stand/)
    assert.match(asked.body, /Three older children left\./)
    assert.equal((await post('/figures/M01/word', director, { ...few, isSure: 'yes' })).statusCode, 303)
    assert.match(await read('/figures/M01', board), /Three older children left/)
  })

  test('a direction of our own is for staff: the board and young people see none', async () => {
    assert.equal(
      (await post('/figures/M01/direction', analyst, { direction: 'lower', directionWhy: '' })).statusCode,
      422,
    )
    const chosen = { direction: 'lower', directionWhy: 'Our edge of care work' }
    assert.equal((await post('/figures/M01/direction', analyst, chosen)).statusCode, 303)
    assert.match(await read('/figures/M01', worker), /Our own choice of direction, for staff: lower is better/)
    const page = await read('/figures/M01', board)
    assert.doesNotMatch(page, /edge of care/)
    assert.doesNotMatch(page, /lower is better/)
  })

  test('a validated figure says what it was when the record changes, and the children behind it stay with those allowed', async () => {
    assert.match(await read('/figures/M01', board), /provisional/)
    assert.equal((await post('/figures/M01/validate', manager, { asAt: QUARTER })).statusCode, 404)
    assert.equal((await post('/figures/M01/validate', analyst, { asAt: '2999-01-01' })).statusCode, 404)
    assert.equal((await post('/figures/M01/validate', analyst, { asAt: QUARTER })).statusCode, 303)
    assert.match(await read(`/figures/M01?as-at=${QUARTER}`, analyst), /It is 22, as validated by Ana List/)
    assert.match(await read('/figures/M01', board), /validated on/)
    const late = await council.addChild({ code: 'LATE' })
    await council.state(late, characteristics('2012-05-06'))
    await council.state(late, episode('2021-01-01'))
    assert.match(
      await read(`/figures/M01?as-at=${QUARTER}`, analyst),
      /It was 22 \(validated by Ana List on [^)]*\); now it is 23: 2 facts came late\./,
    )
    const page = await read('/figures/M01', board)
    assert.match(page, /restated: the record changed after it was validated/)
    assert.doesNotMatch(page, /It was 22/)
  })

  test('a board member reaches no child from a chart; a manager with the right does, and it is listed', async () => {
    const page = await read('/figures/M01', board)
    assert.doesNotMatch(page, /\/figures\/M01\/children|href="\/children/)
    assert.equal((await app.ask('GET', `/figures/M01/children?as-at=${TODAY}`, board)).statusCode, 404)
    assert.match(await read('/figures/M01', manager), /\/figures\/M01\/children/)
    assert.equal((await app.ask('GET', `/figures/M01/children?as-at=${TODAY}`, manager)).statusCode, 200)
    const { rows } = await council.database.asOwner((query) =>
      sql<{ n: number }>`select count(*)::int as n from kept.audit where person_id = ${manager.personId}
        and event = 'children behind a figure listed'`.execute(query),
    )
    assert.equal(rows[0]!.n, 1)
  })

  test('the years of one figure as a file hold what the page shows', async () => {
    const file = await app.ask('GET', `/figures/M01/figure.csv?as-at=${TODAY}`, board)
    assert.match(String(file.headers['content-type']), /text\/csv/)
    assert.match(file.body, /"on 30 June 2026","23"/)
  })
})
