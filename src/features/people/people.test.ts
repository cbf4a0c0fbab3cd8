import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { characteristics, makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'
import { findColleague } from '../../shapes/person/staff.store.ts'

const WHY = 'The duty desk was called about this child tonight'
const NOT_FOUND = /We found no record that can be opened for this number today/

let council: TestCouncil
let app: TestApp
let worker: Actor
let manager: Actor
let auditor: Actor
let administrator: Actor
let child: string
before(async () => {
  council = await makeTestCouncil()
  app = await makeTestApp(council)
  worker = await council.addStaff('social_worker', 'Ola Example')
  manager = await council.addStaff('team_manager', 'Mo Example')
  auditor = await council.addStaff('records_auditor', 'Ari Example')
  administrator = await council.addStaff('administrator', 'Femi Example')
  child = await council.addChild({ code: '800001', given: 'Robin', family: 'Testling' })
  await council.state(child, characteristics('2014-02-03'))
  const hidden = await council.addChild({ code: '800002', isRestricted: true })
  await council.state(hidden, characteristics('2014-02-03'))
})
after(() => app.close())

test('a record opens for a reason, for whoever may, and the reason is looked into by somebody else', async () => {
  assert.equal((await app.ask('GET', `/children/${child}`, worker)).statusCode, 404)
  assert.match(
    (await app.ask('POST', '/children/open', worker, { number: '800001', why: 'short' })).body,
    /a manager will read it/,
  )
  const opened = await app.ask('POST', '/children/open', worker, { number: '800001', why: WHY })
  assert.equal(opened.headers.location, `/children/${child}`)
  const record = await app.ask('GET', `/children/${child}`, worker)
  assert.match(record.body, /You opened this record for a reason/)

  const page = await app.ask('GET', '/who-looked', auditor)
  assert.match(page.body, new RegExp(WHY))
  assert.match(page.body, /Ola Example/)
  const review = /\/who-looked\/[0-9a-f-]{36}\/review/.exec(page.body)![0]
  const reviewed = await app.ask('POST', review, auditor, {
    holds: 'does not hold',
    words: 'No call was logged that night',
  })
  assert.equal(reviewed.statusCode, 303)
  assert.equal(
    (await app.ask('POST', review, auditor, { holds: 'holds', words: 'Once more, to change it' })).statusCode,
    404,
  )
})

test('an unknown number and a restricted child answer alike', async () => {
  for (const number of ['999999', '800002'])
    assert.match((await app.ask('POST', '/children/open', manager, { number, why: WHY })).body, NOT_FOUND)
})

test('after five in a day no more open', async () => {
  const busy = await council.addStaff('social_worker', 'Bo Example')
  for (let nth = 0; nth < 5; nth += 1)
    assert.equal((await app.ask('POST', '/children/open', busy, { number: '800001', why: WHY })).statusCode, 303)
  assert.match((await app.ask('POST', '/children/open', busy, { number: '800001', why: WHY })).body, NOT_FOUND)
})

test('nobody but managers and the auditor reads who looked', async () => {
  assert.equal((await app.ask('GET', '/who-looked', worker)).statusCode, 404)
  assert.equal((await app.ask('GET', '/who-looked', administrator)).statusCode, 404)
})

test('an administrator enters a colleague, gives a role and ends it', async () => {
  const wrong = await app.ask('POST', '/people/new', administrator, {
    givenName: 'Jo',
    familyName: '',
    title: 'Social worker',
    email: 'jo',
  })
  assert.equal(wrong.statusCode, 422)
  assert.match(wrong.body, /Enter their family name/)
  const made = await app.ask('POST', '/people/new', administrator, {
    givenName: 'Jo',
    familyName: 'Newcomer',
    title: 'Social worker',
    email: 'jo@council.example',
  })
  const path = String(made.headers.location).split('?')[0]!
  assert.match((await app.ask('GET', path, administrator)).body, /holds no role today/)
  assert.equal((await app.ask('POST', `${path}/roles`, administrator, { role: 'system' })).statusCode, 422)
  assert.equal((await app.ask('POST', `${path}/roles`, administrator, { role: 'social_worker' })).statusCode, 303)
  const person = await app.ask('GET', path, administrator)
  const end = /\/people\/[0-9a-f-]+\/roles\/[0-9a-f-]+\/end/.exec(person.body)![0]
  assert.equal((await app.ask('POST', end, administrator)).statusCode, 303)
  assert.match((await app.ask('GET', path, administrator)).body, /holds no role today/)
})

test('nobody gives themselves a role, by the page or by its address', async () => {
  const own = `/people/${administrator.personId}`
  assert.doesNotMatch((await app.ask('GET', own, administrator)).body, /Give the role/)
  assert.equal((await app.ask('POST', `${own}/roles`, administrator, { role: 'performance_analyst' })).statusCode, 422)
  const roles = await council.database.as(administrator, (query) => findColleague(query, administrator.personId))
  assert.deepEqual(roles!.roles, ['administrator'])
})

test('barred stands above a role that sees everybody', async () => {
  const analyst = await council.addStaff('performance_analyst', 'Lee Example')
  assert.equal((await app.ask('GET', `/children/${child}`, analyst)).statusCode, 200)
  const path = `/people/${analyst.personId}/bar`
  assert.match(
    (await app.ask('POST', path, administrator, { child: '111111', why: 'A cousin of the child' })).body,
    /No child has this return number/,
  )
  assert.equal(
    (await app.ask('POST', path, administrator, { child: '800001', why: 'A cousin of the child' })).statusCode,
    303,
  )
  assert.equal((await app.ask('GET', `/children/${child}`, analyst)).statusCode, 404)
})
