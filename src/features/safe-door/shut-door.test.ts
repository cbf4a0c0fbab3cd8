import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { countRows } from '../../../test/kit/attempt.ts'
import { makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'
import { isDoorOpen } from '../../shapes/voice/door.store.ts'

let council: TestCouncil
let app: TestApp
let lead: Actor
let duty: Actor
let allegations: Actor
before(async () => {
  council = await makeTestCouncil('embedded', 'real')
  app = await makeTestApp(council)
  lead = await council.addStaff('safeguarding_lead', 'Saf Example')
  duty = await council.addStaff('duty_worker', 'Dot Example')
  allegations = await council.addStaff('allegations_lead', 'Al Example')
})
after(() => app.close())

const isOpen = () => council.database.atDoor((query) => isDoorOpen(query))
const whole = () => ({
  nightNumber: '01632 960 123',
  dpia: 'DPIA 7',
  safeguardingLead: lead.personId,
  allegationsLead: allegations.personId,
  duty: 'Duty desk, 01632 960 001, 10',
  allegations: 'Al Example, 01632 960 004, 20',
})

test('rule 10: on real data the door is shut, says what is missing and what to do, and the numbers are there all the same', async () => {
  assert.equal(await isOpen(), false)
  const page = await app.ask('GET', '/door', lead)
  assert.match(
    page.body,
    /The safe door stays shut: seven things are still missing|stays shut: 7 things are still missing/,
  )
  const outside = await app.ask('GET', '/not-safe', null)
  assert.match(outside.body, /href="tel:999"[\s\S]*Messages cannot be read here yet/)
  assert.doesNotMatch(outside.body, /<textarea/)
})

test('rule 10: while it is shut a message is not taken as if somebody read it', async () => {
  const answer = await app.ask('POST', '/not-safe', null, { words: 'Help' })
  assert.match(answer.body, /Please call one of the numbers/)
  assert.equal(await countRows(council.database, duty, 'not_safe_message'), 0)
})

for (const key of ['nightNumber', 'dpia', 'safeguardingLead', 'allegationsLead', 'duty', 'allegations'] as const) {
  test(`rule 10: without ${key} it stays shut`, async () => {
    const { [key]: _, ...rest } = whole()
    assert.equal((await app.ask('POST', '/door', lead, rest)).statusCode, 303)
    assert.match((await app.ask('GET', '/door', lead)).body, /2 things are still missing/)
    assert.equal(await isOpen(), false)
  })
}

test('rule 10: it opens when a test message was opened and answered, and not before', async () => {
  await app.ask('POST', '/door', lead, whole())
  assert.match((await app.ask('GET', '/door', lead)).body, /one thing is still missing[\s\S]*One test message/)
  assert.equal((await app.ask('POST', '/door/test', lead)).headers.location, '/duty')
  const open = /\/duty\/[0-9a-f-]{36}\/open/.exec((await app.ask('GET', '/duty', duty)).body)![0]
  await app.ask('POST', open, duty)
  assert.equal(await isOpen(), false)
  await app.ask('POST', open.replace('/open', '/step'), duty, {
    kind: 'done',
    words: 'I would ring the home and the police.',
  })
  assert.equal(await isOpen(), true)
  assert.match((await app.ask('GET', '/not-safe', null)).body, /<textarea/)
})

test('rule 10: it shuts again when a lead no longer holds the role', async () => {
  await app.ask('POST', '/door', lead, { ...whole(), allegationsLead: '' })
  assert.equal(await isOpen(), false)
})

test('only the safeguarding lead sets it', async () => {
  for (const who of [duty, allegations]) assert.equal((await app.ask('POST', '/door', who, whole())).statusCode, 404)
})
