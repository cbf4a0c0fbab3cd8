import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { characteristics, makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'

let council: TestCouncil
let app: TestApp
let worker: Actor
let auditor: Actor
let administrator: Actor
before(async () => {
  council = await makeTestCouncil()
  app = await makeTestApp(council)
  worker = await council.addStaff('social_worker', 'Ola Example')
  auditor = await council.addStaff('records_auditor', 'Ari Example')
  administrator = await council.addStaff('administrator', 'Femi Example')
  await council.addStaff('clerk', 'Kim Example')
  const child = await council.addChild({ code: '800001', given: 'Robin' })
  await council.state(child, characteristics('2014-02-03'))
})
after(() => app.close())

const first = (body: string) => /<h1[^>]*>([^<]+)</.exec(body)?.[1]

test('an analyst sees whether files wait, and what children asked for, without a true count', async () => {
  const analyst = await council.addStaff('performance_analyst')
  const { body } = await app.ask('GET', '/', analyst)
  assert.equal(first(body), 'No file waits for your answer.')
  assert.match(body, /Children asked for these/)
  const { rows } = await council.database.asOwner((query) =>
    sql`select from audit where person_id = ${analyst.personId} and event = 'true figures shown'`.execute(query),
  )
  assert.equal(rows.length, 0)
})

test('a records auditor sees an opening that waits, by whom, and its reason only on the page that leaves a trace', async () => {
  assert.match(first((await app.ask('GET', '/', auditor)).body)!, /^No opening with a reason waits/)
  const why = 'The duty desk was called about this child tonight'
  await app.ask('POST', '/children/open', worker, { number: '800001', why })
  const { body } = await app.ask('GET', '/', auditor)
  assert.equal(first(body), 'One opening waits for somebody to look into the reason.')
  assert.match(body, /Ola Example opened a record that was not theirs/)
  assert.doesNotMatch(body, /duty desk|Robin/)
})

test('an administrator sees the needed roles that nobody holds, who cannot sign in, and what ends within thirty days', async () => {
  const leaving = await council.addStaff('team_manager', 'Mo Leaving')
  const later = await council.addStaff('team_manager', 'Al Later')
  const gone = await council.addStaff('iro', 'Bo Gone')
  const end = (who: Actor, day: string) =>
    council.database.asOwner((query) =>
      sql`update role_held set ends_on = ${day} where person_id = ${who.personId}`.execute(query),
    )
  await end(leaving, '2026-08-09')
  await end(later, '2026-08-10')
  await end(gone, '2026-07-09')
  const { body } = await app.ask('GET', '/', administrator)
  assert.equal(
    first(body),
    'Five needed roles are held by nobody. One colleague has no role and cannot sign in. One role ends within 30 days.',
  )
  assert.match(body, /Nobody is safeguarding lead/)
  assert.match(body, /Bo Gone holds no role/)
  assert.match(body, /Mo Leaving stops being team manager[\s\S]*Sunday 9 August/)
  assert.doesNotMatch(body, /Al Later|Nobody is clerk/)
})

test('a participation officer sees what children say without an answer, and what is late', async () => {
  const officer = await council.addStaff('participation_officer')
  assert.match(
    first((await app.ask('GET', '/', officer)).body)!,
    /^Nothing that children say has been put to a theme yet/,
  )
  await app.ask('POST', '/themes/new', officer, { title: 'Pets', about: 'Dogs and cats' })
  const { body } = await app.ask('GET', '/', officer)
  assert.equal(first(body), 'No theme has been raised by more than five children. One theme has no answer yet.')
  assert.match(body, /Waits for you[\s\S]*>Pets</)
  assert.match(body, /Begin a theme/)
})
