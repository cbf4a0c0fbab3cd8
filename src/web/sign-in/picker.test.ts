import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import { addPicks, makeSignInSite, Visitor } from '../../../test/kit/sign-in-site.ts'
import { forgetTries, formWord, isTriedTooOften } from '../session.store.ts'

let council: TestCouncil
let app: FastifyInstance
let worker: string
let child: string
let unlisted: string

before(async () => {
  council = await makeTestCouncil()
  worker = (await council.addStaff('social_worker', 'Sam Example')).personId
  unlisted = (await council.addStaff('administrator', 'Una Example')).personId
  child = await council.addChild({ code: 'A1', given: 'Ash', role: 'child' })
  await addPicks(council, [
    [worker, 'Sam Example, social worker'],
    [child, 'Ash, 9'],
  ])
  app = await makeSignInSite(council)
})

after(async () => {
  await app?.close()
  await council?.close()
})

const tries = (address: string) =>
  council.database.atDoor(async (query) => {
    const { rows } = await sql<{
      n: string
    }>`select count(*)::text as n from sign_in_attempt where address = ${address}`.execute(query)
    return Number(rows[0]!.n)
  })
/** Each test has an address of its own, as if it came from another computer. */
const from = (address: string) => new Visitor(app, { 'x-forwarded-for': address })

test('a page behind the door leads to signing in, and back there afterwards', async () => {
  const visitor = from('10.0.0.1')
  const turnedAway = await visitor.get('/?month=7')
  assert.equal(turnedAway.statusCode, 303)
  assert.equal(turnedAway.headers.location, '/sign-in?to=%2F%3Fmonth%3D7')
  const picked = await visitor.pick(worker, '/?month=7')
  assert.equal(picked.statusCode, 303)
  assert.equal(picked.headers.location, '/?month=7')
  assert.equal((await visitor.get('/')).body, 'Sam Example')
})

test('the picker shows each person with what they do, colleagues and children apart', async () => {
  const { statusCode, body } = await from('10.0.0.2').get('/sign-in')
  assert.equal(statusCode, 200)
  for (const text of [
    'Choose who to be in Testshire.',
    'Working for children',
    'Sam Example',
    'Social worker',
    'Children and young people',
    '9 years old',
  ]) {
    assert.ok(body.includes(text), text)
  }
  assert.ok(!body.includes('Una Example'))
})

test('signing in and out leaves a trace in the person’s own name', async () => {
  const visitor = from('10.0.0.3')
  await visitor.pick(child)
  const actor = council.actor(child)
  const events = () =>
    council.database.as(actor, async (query) => {
      const { rows } = await sql<{
        event: string
      }>`select event from audit where person_id = ${child} order by at`.execute(query)
      return rows.map(({ event }) => event)
    })
  assert.deepEqual(await events(), ['signed in'])
  await visitor.post('/sign-out', { _csrf: formWord(visitor.cookies.get('kept_session')!) })
  assert.deepEqual(await events(), ['signed in', 'signed out'])
})

test('the cookie is not for scripts nor for other sites’ forms, and lasts as long as the browser is open', async () => {
  const picked = await from('10.0.0.4').pick(worker)
  const cookie = picked.cookies.find(({ name }) => name === 'kept_session')!
  const { httpOnly, sameSite, path, secure, maxAge, expires } = cookie as typeof cookie & { secure?: boolean }
  assert.deepEqual(
    { httpOnly, sameSite, path, secure, maxAge, expires },
    { httpOnly: true, sameSite: 'Lax', path: '/', secure: undefined, maxAge: undefined, expires: undefined },
  )
})

test('under https every cookie is secure and bound to this host, and the browser is told to stay with https', async () => {
  const secure = await makeSignInSite(council, { address: 'https://kept.example' })
  const visitor = new Visitor(secure, { 'x-forwarded-for': '10.0.0.5' })
  const answers = [await visitor.get('/sign-in'), await visitor.pick(worker)]
  const cookies = answers.flatMap((answer) => answer.cookies)
  assert.deepEqual([...new Set(cookies.map(({ name }) => name))].sort(), ['__Host-kept', '__Host-kept_visitor'])
  assert.ok(cookies.every((cookie) => cookie.secure && cookie.path === '/' && cookie.domain === undefined))
  assert.equal(answers[0]!.headers['strict-transport-security'], 'max-age=31536000')
  await secure.close()
})

test('every page of the door carries the security headers and is never stored', async () => {
  const visitor = from('10.0.0.6')
  for (const answer of [
    await visitor.get('/sign-in'),
    await visitor.pick(worker),
    await visitor.post('/sign-in/pick', {}),
  ]) {
    assert.match(
      String(answer.headers['content-security-policy']),
      /default-src 'none'.*form-action 'self'.*frame-ancestors 'none'/,
    )
    assert.equal(answer.headers['cache-control'], 'no-store')
    assert.equal(answer.headers['x-content-type-options'], 'nosniff')
    assert.equal(answer.headers['referrer-policy'], 'same-origin')
  }
})

test('every sign-in gives a new token, whatever the browser brought, and ends the one before', async () => {
  const visitor = from('10.0.0.7')
  const planted = 'a'.repeat(43)
  visitor.cookies.set('kept_session', planted)
  await visitor.pick(worker)
  const first = visitor.cookies.get('kept_session')!
  assert.notEqual(first, planted)
  await visitor.pick(child)
  const second = visitor.cookies.get('kept_session')!
  assert.notEqual(second, first)
  const copy = from('10.0.0.7')
  copy.cookies.set('kept_session', first)
  assert.equal((await copy.get('/')).statusCode, 303)
})

test('somebody who is not on the picker cannot be picked, by guessing their id either', async () => {
  for (const person of [
    unlisted,
    council.council.systemId,
    '00000000-0000-4000-8000-000000000000',
    "' or true --",
    '',
  ]) {
    const visitor = from('10.0.0.8')
    const picked = await visitor.pick(person)
    assert.equal(picked.statusCode, 403)
    assert.ok(!visitor.cookies.has('kept_session'))
  }
})

test('a pick with a wrong word, no cookie, or from another site is refused', async () => {
  const right = from('10.0.0.9')
  const fields = { ...(await right.openPicker()), person: worker }
  const stranger = from('10.0.0.9')
  await stranger.openPicker()
  const refused = [
    await right.post('/sign-in/pick', { ...fields, _csrf: 'wrong' }),
    await right.post('/sign-in/pick', { person: worker }),
    await stranger.post('/sign-in/pick', fields),
    await from('10.0.0.9').post('/sign-in/pick', fields),
    await right.post('/sign-in/pick', fields, { 'sec-fetch-site': 'cross-site' }),
    await right.post('/sign-in/pick', fields, { 'sec-fetch-site': 'same-site' }),
  ]
  assert.deepEqual(
    refused.map(({ statusCode }) => statusCode),
    [403, 403, 403, 403, 403, 403],
  )
  for (const site of ['same-origin', 'none']) {
    assert.equal((await right.post('/sign-in/pick', fields, { 'sec-fetch-site': site })).statusCode, 303)
  }
})

test('after signing in nobody is led to another site', async () => {
  for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example', '/\t/evil.example']) {
    const visitor = from('10.0.0.10')
    assert.equal((await visitor.pick(worker, to)).headers.location, '/')
    const fields = { ...(await visitor.openPicker()), to, person: worker }
    assert.equal((await visitor.post('/sign-in/pick', fields)).headers.location, '/')
  }
})

test('the thirty-first try in ten minutes is answered in words, and other computers are not held back', async () => {
  const visitor = from('10.0.0.11')
  for (let nth = 1; nth <= 30; nth++)
    assert.equal((await visitor.post('/sign-in/pick', {})).statusCode, 403, `try ${nth}`)
  const held = await visitor.pick(worker)
  assert.equal(held.statusCode, 429)
  assert.equal(held.headers['retry-after'], '600')
  assert.ok(held.body.includes('Please wait ten minutes'))
  assert.equal((await from('10.0.0.12').pick(worker)).statusCode, 303)
})

test('tries older than ten minutes no longer count, and those held back are not added', async () => {
  const address = '10.0.0.13'
  for (let nth = 1; nth <= 3; nth++) assert.equal(await isTriedTooOften(council.database, address, 3), false)
  for (let nth = 1; nth <= 3; nth++) assert.equal(await isTriedTooOften(council.database, address, 3), true)
  assert.equal(await tries(address), 3)
  await council.database.atDoor((query) =>
    sql`update sign_in_attempt set at = at - interval '10 minutes' where address = ${address}`.execute(query),
  )
  assert.equal(await isTriedTooOften(council.database, address, 3), false)
  await forgetTries(council.database, address, 1)
  assert.equal(await tries(address), 3)
})

test('somebody on the picker whose role has ended cannot be picked', async () => {
  const visitor = from('10.0.0.14')
  const former = (await council.addStaff('director', 'Fay Example')).personId
  await council.database.asOwner(async (query) => {
    await sql`insert into picker_entry (authority_id, position, person_id, label, sentence) values (${council.council.authorityId}, 9, ${former}, 'Fay Example, director', 'Left.')`.execute(
      query,
    )
    await sql`update role_held set ends_on = '2026-07-09' where person_id = ${former}`.execute(query)
  })
  assert.equal((await visitor.pick(former)).statusCode, 403)
  assert.ok(!visitor.cookies.has('kept_session'))
})

test('in a real council there is no picker: not on the page, not by a direct post, not in the table', async () => {
  const real = await makeTestCouncil('embedded', 'real')
  const person = (await real.addStaff('administrator')).personId
  await assert.rejects(addPicks(real, [[person, 'Sam Example, administrator']]), /only in a made-up council/)
  // Even if a row had got there, the door gives nobody.
  await real.database.runScript('alter table kept.picker_entry disable trigger only_made_up')
  await addPicks(real, [[person, 'Sam Example, administrator']])
  const site = await makeSignInSite(real)
  const visitor = new Visitor(site)
  const page = await visitor.get('/sign-in')
  assert.ok(!page.body.includes('Sam Example') && page.body.includes('OPENID_ISSUER'))
  const made = from('10.0.0.15')
  await made.openPicker()
  const stolen = new Visitor(site)
  for (const [name, value] of made.cookies) stolen.cookies.set(name, value)
  const direct = await stolen.post('/sign-in/pick', { ...(await made.openPicker()), person })
  assert.equal(direct.statusCode, 404)
  assert.ok(!stolen.cookies.has('kept_session'))
  const lying = await makeSignInSite(
    Object.assign(Object.create(Object.getPrototypeOf(real)), {
      ...real,
      council: { ...real.council, isMadeUp: true },
    }),
  )
  assert.equal((await new Visitor(lying).pick(person)).statusCode, 403)
  for (const each of [site, lying]) await each.close()
  await real.close()
})
