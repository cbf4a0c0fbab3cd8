import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../../test/kit/app.ts'
import { characteristics, episode, makeTestCouncil, type TestCouncil, TODAY } from '../../../../test/kit/council.ts'
import type { Actor } from '../../../database/database.ts'

const WHY = 'The night duty desk needs the address'
let council: TestCouncil
let app: TestApp
let worker: Reader
let stranger: Reader
let manager: Reader
let admin: Reader
let auditor: Reader
let board: Reader
let kit: string

before(async () => {
  council = await makeTestCouncil()
  app = await makeTestApp(council)
  kit = await addChild('100012', 'Kit')
  const lead = await council.addStaff('team_manager', 'Mo Example')
  const named = await council.addStaff('social_worker', 'Wren Example')
  await council.addTeam(lead, [named])
  await council.relate(named, kit, 'social_worker')
  worker = signIn(named)
  manager = signIn(lead)
  stranger = signIn(await council.addStaff('social_worker', 'Sten Example'))
  admin = signIn(await council.addStaff('administrator', 'Addy Example'))
  auditor = signIn(await council.addStaff('records_auditor', 'Aud Example'))
  board = signIn(await council.addStaff('board_member', 'Bo Example'))
})
after(() => app.close())

interface Seen {
  status: number
  /** What stands in the page between its header and its footer. */
  main: string
  goesTo: string | undefined
}

interface Reader {
  actor: Actor
  get: (url: string) => Promise<Seen>
  post: (url: string, fields: Record<string, string>) => Promise<Seen>
}

function signIn(actor: Actor): Reader {
  const ask = async (method: 'GET' | 'POST', url: string, form?: Record<string, string>): Promise<Seen> => {
    const { statusCode, body, headers } = await app.ask(method, url, actor, form)
    const main = body.slice(body.indexOf('<main'), body.indexOf('</main>'))
    return { status: statusCode, main, goesTo: headers.location as string | undefined }
  }
  return { actor, get: (url) => ask('GET', url), post: (url, form) => ask('POST', url, form) }
}

async function addChild(code: string, given: string, isRestricted = false): Promise<string> {
  const id = await council.addChild({ code, given, family: 'Sample', isRestricted })
  await council.state(id, characteristics('2012-05-06'))
  await council.state(id, episode('2025-01-01'))
  return id
}

const alert = (main: string) => /govuk-error-summary[\s\S]*?<\/ul>/.exec(main)?.[0] ?? ''

test('a record opens for a reason, for a day, and says so to whoever opened it', async () => {
  assert.equal((await stranger.get(`/children/${kit}`)).status, 404)
  const opened = await stranger.post('/children/open', { number: ' 100012 ', why: WHY })
  assert.equal(opened.goesTo, `/children/${kit}`)
  const { main, status } = await stranger.get(`/children/${kit}`)
  assert.equal(status, 200)
  assert.match(main, /You opened this record for a reason\. It closes to you at/)
  assert.doesNotMatch(main, /Put right/)
})

test('an opening for a reason does not tell who else looked', async () => {
  assert.equal((await stranger.get(`/children/${kit}/who-looked`)).status, 404)
})

test('a number that is nobody’s, a restricted child and one the opener is barred from answer word for word alike', async () => {
  await addChild('100020', 'Rowan', true)
  const barredFrom = await addChild('100021', 'Bay')
  await council.relate(stranger.actor, barredFrom, 'barred')
  const answers = new Set<string>()
  for (const number of ['100020', '100021', '999999', '10001']) {
    const answer = await stranger.post('/children/open', { number, why: WHY })
    assert.equal(answer.status, 422)
    answers.add(answer.main.replaceAll(number, 'NUMBER').replace(/name="_csrf" value="[^"]+"/, ''))
  }
  assert.equal(answers.size, 1)
  assert.match(alert([...answers][0]!), /We found no record that can be opened/)
})

for (const [what, fields, says] of [
  ['no number', { number: '', why: WHY }, /Enter the child’s return number/],
  ['a reason of nineteen letters', { number: '100012', why: 'x'.repeat(19) }, /at least twenty letters/],
] as const) {
  test(`opening with ${what} comes back with what was typed`, async () => {
    const { status, main } = await stranger.post('/children/open', fields)
    assert.equal(status, 422)
    assert.match(alert(main), says)
    assert.ok(main.includes(fields.why))
  })
}

test('five a day: the sixth is not opened', async () => {
  const other = signIn(await council.addStaff('social_worker', 'Six Example'))
  for (let n = 0; n < 5; n += 1)
    assert.equal((await other.post('/children/open', { number: '100012', why: WHY })).status, 303)
  assert.equal((await other.post('/children/open', { number: '100012', why: WHY })).status, 422)
})

test('a board member and an administrator cannot open a record for any reason', async () => {
  for (const reader of [board, admin]) {
    assert.equal((await reader.get('/children/open')).status, 404)
    assert.equal((await reader.post('/children/open', { number: '100012', why: WHY })).status, 404)
  }
})

test('an opening waits with the team’s manager and the auditor, not with the worker or a manager of another team', async () => {
  const other = signIn(await council.addStaff('team_manager', 'Otto Example'))
  for (const reader of [manager, auditor]) assert.match((await reader.get('/who-looked')).main, /night duty desk/)
  assert.doesNotMatch((await other.get('/who-looked')).main, /night duty desk|Kit Sample/)
  assert.equal((await worker.get('/who-looked')).status, 404)
  assert.equal((await board.get('/who-looked')).status, 404)
})

test('only openings with a reason are shown when asked for', async () => {
  const all = (await auditor.get('/who-looked')).main
  assert.match(all, /record opened</)
  const { main } = await auditor.get('/who-looked?show=reasons')
  assert.match(main, /record opened with a reason/)
  assert.doesNotMatch(main, /record opened</)
})

test('somebody else says whether the reason holds; it comes back without words, and counts once', async () => {
  const id = /\/who-looked\/([0-9a-f-]{36})\/review/.exec((await manager.get('/who-looked')).main)![1]!
  const path = `/who-looked/${id}/review`
  assert.equal((await manager.post(path, { holds: 'holds', words: 'fine' })).status, 422)
  assert.equal((await manager.post(path, { words: 'Duty rang me that night' })).status, 422)
  assert.equal((await stranger.post(path, { holds: 'holds', words: 'Duty rang me that night' })).status, 404)
  const done = await manager.post(path, { holds: 'does not hold', words: 'Duty rang nobody that night' })
  assert.equal(done.goesTo, '/who-looked?done=reviewed')
  assert.equal((await auditor.post(path, { holds: 'holds', words: 'Duty rang me that night' })).status, 404)
  const finding = await council.database.asOwner(async (query) => {
    const { rows } = await sql<{ finding: string }>`select finding from break_glass where id = ${id}`.execute(query)
    return rows[0]!.finding
  })
  assert.equal(finding, 'does not hold: Duty rang nobody that night')
})

test('nobody looks into their own opening', async () => {
  const far = await addChild('100030', 'Far')
  await manager.post('/children/open', { number: '100030', why: WHY })
  const id = await council.database.asOwner(async (query) => {
    const { rows } = await sql<{ id: string }>`select id from break_glass where child_id = ${far}`.execute(query)
    return rows[0]!.id
  })
  assert.doesNotMatch((await manager.get('/who-looked')).main, new RegExp(id))
  const own = await manager.post(`/who-looked/${id}/review`, { holds: 'holds', words: 'I am sure of myself' })
  assert.equal(own.status, 404)
})

test('colleagues and roles are listed for those who may read them', async () => {
  const { main, status } = await admin.get('/people')
  assert.equal(status, 200)
  assert.match(main, /Wren Example/)
  assert.match((await admin.get('/people?q=wr')).main, /1 colleague is found/)
  assert.equal((await auditor.get(`/people/${worker.actor.personId}`)).status, 200)
  assert.equal((await worker.get('/people')).status, 404)
  assert.equal((await admin.get(`/people/${kit}`)).status, 404)
})

test('a new colleague is entered, given a role from a day, and ended', async () => {
  assert.equal((await admin.post('/people/new', { givenName: 'Nia', email: 'nia' })).status, 422)
  const entered = await admin.post('/people/new', {
    givenName: 'Nia',
    familyName: 'Newcome',
    title: 'Reviewing officer',
    email: 'nia@council.example',
  })
  const page = String(entered.goesTo).split('?')[0]!
  assert.match((await admin.get(page)).main, /holds no role today/)
  assert.equal((await admin.post(`${page}/roles`, { role: 'system' })).status, 422)
  assert.equal((await admin.post(`${page}/roles`, { role: 'iro', from: '2026-02-30' })).status, 422)
  assert.equal((await admin.post(`${page}/roles`, { role: 'iro', from: '2026-07-11' })).status, 303)
  assert.match((await admin.get(page)).main, /holds no role today[\s\S]*from 11 July 2026/)
  assert.equal((await admin.post(`${page}/roles`, { role: 'director', from: TODAY })).status, 303)
  assert.equal((await admin.post(`${page}/roles`, { role: 'director', from: TODAY })).status, 422)
  const given = await admin.get(page)
  assert.match(given.main, /Nia Newcome: director\./)
  const ends = [...given.main.matchAll(/action="([^"]+\/end)"/g)].map((match) => match[1]!)
  assert.equal(ends.length, 2)
  for (const end of ends) assert.equal((await admin.post(end, {})).status, 303)
  assert.match((await admin.get(page)).main, /holds no role today/)
  assert.equal((await admin.post(ends[0]!, {})).status, 404)
})

test('nobody changes their own roles, and reading is not changing', async () => {
  const own = `/people/${admin.actor.personId}`
  const { main } = await admin.get(own)
  assert.match(main, /Nobody changes their own/)
  assert.doesNotMatch(main, /Give the role/)
  assert.equal((await admin.post(`${own}/roles`, { role: 'social_worker', from: TODAY })).status, 422)
  const page = `/people/${worker.actor.personId}`
  assert.doesNotMatch((await auditor.get(page)).main, /Give the role/)
  assert.equal((await auditor.post(`${page}/roles`, { role: 'director', from: TODAY })).status, 404)
})

test('one registration number is one worker’s', async () => {
  const [one, two] = [worker, stranger].map((reader) => `/people/${reader.actor.personId}/registration`) as [
    string,
    string,
  ]
  assert.equal((await admin.post(one, { number: '12345' })).status, 422)
  assert.equal((await admin.post(one, { number: 'sw12345' })).status, 303)
  assert.match((await admin.get(`/people/${worker.actor.personId}`)).main, /registration SW12345/)
  const taken = await admin.post(two, { number: 'SW12345' })
  assert.equal(taken.status, 422)
  assert.match(alert(taken.main), /Wren Example has this number/)
})

test('barred from a child: the record is gone for them at once, whatever their role', async () => {
  const page = `/people/${worker.actor.personId}`
  assert.equal((await admin.post(`${page}/bar`, { child: '100012', why: 'short' })).status, 422)
  const unknown = await admin.post(`${page}/bar`, { child: '999999', why: 'An aunt of the child' })
  assert.match(alert(unknown.main), /No child has this return number/)
  assert.equal((await worker.get(`/children/${kit}`)).status, 200)
  assert.equal((await admin.post(`${page}/bar`, { child: '100012', why: 'An aunt of the child' })).status, 303)
  assert.equal((await worker.get(`/children/${kit}`)).status, 404)
  assert.doesNotMatch((await worker.get('/children')).main, /Kit/)
  assert.equal((await manager.get(`/children/${kit}`)).status, 200)
})
