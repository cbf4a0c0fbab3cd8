import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { characteristics, episode, makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'
import { readTimeline } from '../../shapes/event/ledger.store.ts'

let council: TestCouncil
let app: TestApp
let worker: Actor
let stranger: Actor
let member: Actor
let manager: Actor
let analyst: Actor
let child: string
let home: string
before(async () => {
  council = await makeTestCouncil()
  app = await makeTestApp(council)
  worker = await council.addStaff('social_worker', 'Ola Example')
  stranger = await council.addStaff('social_worker', 'Kit Example')
  member = await council.addStaff('board_member')
  manager = await council.addStaff('team_manager')
  analyst = await council.addStaff('performance_analyst')
  await council.addTeam(manager, [worker])
  child = await council.addChild({ code: '700001', given: 'Robin', family: 'Testling' })
  await council.relate(worker, child, 'social_worker')
  await council.state(child, characteristics('2014-02-03'))
  home = await council.state(child, episode('2025-01-01'))
})
after(() => app.close())

test('a worker finds their child by name, by number and by link, and nobody else’s', async () => {
  const list = await app.ask('GET', '/children', worker)
  assert.match(list.body, /Robin Testling/)
  assert.match((await app.ask('GET', '/children?q=test', worker)).body, /Robin Testling/)
  assert.match((await app.ask('GET', '/children?q=700001', worker)).body, /Robin Testling/)
  const record = await app.ask('GET', `/children/${child}`, worker)
  assert.equal(record.statusCode, 200)
  assert.match(record.body, /Robin Testling is 12 and lives in foster care, since 1 January 2025\./)
})

for (const [who, actor] of [
  ['another worker', () => stranger],
  ['a board member', () => member],
] as const) {
  test(`${who} meets the child neither by link, nor by search, nor by the trace, and a made-up id answers alike`, async () => {
    const nobody = await app.ask('GET', '/children/00000000-0000-4000-8000-000000000000', actor())
    for (const path of [
      `/children/${child}`,
      `/children/${child}/who-looked`,
      `/children/${child}/events/${home}/correct`,
    ]) {
      const answer = await app.ask('GET', path, actor())
      assert.equal(answer.statusCode, 404, path)
      assert.equal(answer.body.replace(/value="[^"]*"/g, ''), nobody.body.replace(/value="[^"]*"/g, ''), path)
    }
    assert.doesNotMatch((await app.ask('GET', '/children?q=Testling&show=everyone', actor())).body, /Robin/)
  })
}

test('a manager sees the children of the team, and who opened each record', async () => {
  await app.ask('GET', `/children/${child}`, worker)
  const looked = await app.ask('GET', `/children/${child}/who-looked`, manager)
  assert.equal(looked.statusCode, 200)
  assert.match(looked.body, /Ola Example/)
  assert.equal((await app.ask('GET', `/children/${child}/who-looked`, worker)).statusCode, 404)
})

test('a restricted child is open to named people alone, and a barred person is not one of them', async () => {
  const hidden = await council.addChild({ code: '700002', given: 'Sky', family: 'Hidden', isRestricted: true })
  await council.state(hidden, characteristics('2015-01-01'))
  assert.equal((await app.ask('GET', `/children/${hidden}`, analyst)).statusCode, 404)
  await council.relate(worker, hidden, 'social_worker')
  assert.equal((await app.ask('GET', `/children/${hidden}`, worker)).statusCode, 200)
  await council.relate(analyst, child, 'barred')
  assert.equal((await app.ask('GET', `/children/${child}`, analyst)).statusCode, 404)
})

test('a correction needs a reason and a change, keeps what was typed, and then says what it says now', async () => {
  const path = `/children/${child}/events/${home}/correct`
  const form = await app.ask('GET', path, worker)
  assert.equal(form.statusCode, 200)
  const asItStands = {
    was: 'otherwise',
    startsOn: '2025-01-01',
    endsOn: '',
    why: 'too short',
    reasonForNewEpisode: 'S',
    legalStatus: 'C2',
    need: 'N1',
    placement: 'U6',
    provider: 'PR1',
    reasonEnded: '',
    reasonPlaceChanged: '',
  }
  const refused = await app.ask('POST', path, worker, asItStands)
  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, /at least ten letters/)
  assert.match(refused.body, /too short/)
  const unchanged = await app.ask('POST', path, worker, { ...asItStands, why: 'The date was another one' })
  assert.match(unchanged.body, /Nothing is changed yet/)
  const impossible = await app.ask('POST', path, worker, {
    ...asItStands,
    startsOn: '2025-02-30',
    why: 'The date was another one',
  })
  assert.match(impossible.body, /Enter a day that exists/)
  const wrongCode = await app.ask('POST', path, worker, {
    ...asItStands,
    placement: 'Q9',
    why: 'The home was another one',
  })
  assert.match(wrongCode.body, /Choose one of the list/)

  const done = await app.ask('POST', path, worker, {
    ...asItStands,
    startsOn: '2025-02-01',
    why: 'They moved in a month later',
  })
  assert.equal(done.statusCode, 303)
  const events = await council.database.as(worker, (query) => readTimeline(query, child))
  assert.deepEqual(
    events.filter((event) => event.kind === 'episode').map((event) => event.startsOn),
    ['2025-02-01'],
  )
  assert.match((await app.ask('GET', `/children/${child}`, worker)).body, /They moved in a month later/)

  const late = await app.ask('POST', path, worker, {
    ...asItStands,
    startsOn: '2025-03-01',
    why: 'I thought it was March',
  })
  assert.equal(late.statusCode, 409)
  assert.match(late.body, /Somebody put this right before you/)
})
