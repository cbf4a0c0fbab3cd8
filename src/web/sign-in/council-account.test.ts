import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import { client, startProvider, type TestProvider } from '../../../test/kit/open-id-provider.ts'
import { makeSignInSite, Visitor } from '../../../test/kit/sign-in-site.ts'

const address = 'http://localhost:3000'
let provider: TestProvider
let council: TestCouncil
let app: FastifyInstance
let reported: string[]

before(async () => {
  provider = await startProvider(address)
  council = await makeTestCouncil('embedded', 'real')
  app = await makeSignInSite(council, { openId: { issuer: provider.issuer, ...client } })
  await council.addStaff('social_worker', 'Sam Example', 'Sam.Example@council.example')
})

after(async () => {
  await app?.close()
  await council?.close()
  await provider?.close()
})

const ownConsole = console.error
beforeEach(() => {
  reported = []
  console.error = (line: string) => void reported.push(line)
})

afterEach(() => {
  console.error = ownConsole
})

let computers = 0
const newVisitor = (site = app) => new Visitor(site, { 'x-forwarded-for': `10.1.0.${++computers}` })

/** As far as the path by which the service sends the browser back. */
async function goThere(visitor: Visitor, to = ''): Promise<string> {
  const started = await visitor.get(`/sign-in/start${to && `?to=${encodeURIComponent(to)}`}`)
  assert.equal(started.statusCode, 303)
  return provider.visit(String(started.headers.location))
}

const signIn = async (visitor: Visitor, to = '') => visitor.get(await goThere(visitor, to))
const isSignedIn = async (visitor: Visitor) => (await visitor.get('/')).statusCode === 200

const sam = { email: 'sam.example@council.example', email_verified: true }

test('the door of a real council offers the council’s own account and keeps where to go', async () => {
  const { body } = await newVisitor().get('/sign-in?to=/children')
  assert.ok(body.includes('Sign in with your council account'))
  assert.ok(body.includes('/sign-in/start?to=%2Fchildren'))
  assert.ok(!body.includes('/sign-in/pick'))
})

test('a colleague whose address the council entered signs in, and is led where they wanted to go', async () => {
  provider.signInAs('subject-sam', sam)
  const visitor = newVisitor()
  const back = await signIn(visitor, '/?month=7')
  assert.equal(back.statusCode, 303)
  assert.equal(back.headers.location, '/?month=7')
  assert.equal((await visitor.get('/')).body, 'Sam Example')
  assert.equal((await visitor.get('/sign-in')).headers.location, '/', 'who is signed in needs no door')
})

test('the sign-in asks with state, nonce and a proof key, and the browser’s errand is for ten minutes', async () => {
  const started = await newVisitor().get('/sign-in/start')
  const asked = new URL(String(started.headers.location)).searchParams
  assert.equal(asked.get('response_type'), 'code')
  assert.equal(asked.get('code_challenge_method'), 'S256')
  for (const name of ['state', 'nonce', 'code_challenge']) assert.ok((asked.get(name)?.length ?? 0) >= 43, name)
  const errand = started.cookies.find(({ name }) => name === 'kept_errand')!
  assert.deepEqual([errand.httpOnly, errand.sameSite, errand.maxAge], [true, 'Lax', 600])
})

test('after the first sign-in a person is known by issuer and subject, not by the address', async () => {
  provider.signInAs('subject-tied', { email: 'tied@council.example', email_verified: true })
  const tied = await council.addStaff('director', 'Tia Example', 'tied@council.example')
  await signIn(newVisitor())
  provider.signInAs('subject-tied', { email: 'married@council.example', email_verified: false })
  const again = newVisitor()
  await signIn(again)
  assert.equal((await again.get('/')).body, 'Tia Example')
  // Another account that comes to hold the old address is not her.
  provider.signInAs('subject-thief', { email: 'tied@council.example', email_verified: true })
  const thief = newVisitor()
  assert.equal((await signIn(thief)).statusCode, 403)
  assert.ok(!(await isSignedIn(thief)))
  const ties = await council.database.asOwner(
    async (query) =>
      (await sql`select from login_identity where person_id = ${tied.personId}`.execute(query)).rows.length,
  )
  assert.equal(ties, 1)
})

test('somebody unknown, somebody unchecked and somebody with no role today get the same page, which says whom to ask', async () => {
  const former = await council.addStaff('director', 'Fay Example', 'fay@council.example')
  await council.addStaff('director', 'Nina Example', 'nina@council.example')
  await council.database.asOwner((query) =>
    sql`update role_held set ends_on = '2026-07-09' where person_id = ${former.personId}`.execute(query),
  )
  const accounts: [string, object][] = [
    ['subject-unknown', { email: 'nobody@council.example', email_verified: true }],
    ['subject-former', { email: 'fay@council.example', email_verified: true }],
    ['subject-unchecked', { email: 'nina@council.example', email_verified: false }],
    ['subject-silent', { email: 'nina@council.example' }],
    ['subject-no-address', {}],
  ]
  const bodies = new Set<string>()
  for (const [subject, account] of accounts) {
    provider.signInAs(subject, account)
    const visitor = newVisitor()
    const refused = await signIn(visitor)
    assert.equal(refused.statusCode, 403, subject)
    assert.ok(!(await isSignedIn(visitor)))
    bodies.add(refused.body)
  }
  assert.equal(bodies.size, 1)
  assert.match([...bodies][0]!, /Ask the person who looks after Kept/)
})

test('an address that two colleagues share is nobody’s', async () => {
  for (const name of ['Ann Example', 'Bea Example']) await council.addStaff('director', name, 'office@council.example')
  provider.signInAs('subject-office', { email: 'office@council.example', email_verified: true })
  assert.equal((await signIn(newVisitor())).statusCode, 403)
})

test('a forged or missing state is refused', async () => {
  provider.signInAs('subject-sam', sam)
  for (const state of ['forged', '']) {
    const visitor = newVisitor()
    const path = new URL(await goThere(visitor), address)
    path.searchParams.set('state', state)
    const refused = await visitor.get(path.pathname + path.search)
    assert.equal(refused.statusCode, 400)
    assert.ok(!(await isSignedIn(visitor)))
    assert.ok(reported.at(-1)?.startsWith('A sign-in was not finished: '))
    assert.ok(!reported.at(-1)?.includes(path.searchParams.get('code')!))
  }
})

for (const part of ['nonce', 'verifier']) {
  test(`a sign-in begun with another ${part} is refused`, async () => {
    provider.signInAs('subject-sam', sam)
    const visitor = newVisitor()
    const path = await goThere(visitor)
    const errand = JSON.parse(Buffer.from(visitor.cookies.get('kept_errand')!, 'base64url').toString())
    const forged = JSON.stringify({ ...errand, [part]: 'f'.repeat(43) })
    visitor.cookies.set('kept_errand', Buffer.from(forged).toString('base64url'))
    assert.equal((await visitor.get(path)).statusCode, 400)
    assert.ok(!(await isSignedIn(visitor)))
  })
}

test('what the service sends back serves once, and only in the browser that began', async () => {
  provider.signInAs('subject-sam', sam)
  const visitor = newVisitor()
  const path = await goThere(visitor)
  const other = newVisitor()
  const elsewhere = await other.get(path)
  assert.equal(elsewhere.statusCode, 400)
  assert.match(elsewhere.body, /Please start signing in again/)
  assert.ok(!(await isSignedIn(other)))
  const errand = visitor.cookies.get('kept_errand')!
  assert.equal((await visitor.get(path)).statusCode, 303)
  assert.ok(!visitor.cookies.has('kept_errand'))
  const again = newVisitor()
  again.cookies.set('kept_errand', errand)
  assert.equal((await again.get(path)).statusCode, 400)
  assert.ok(!(await isSignedIn(again)))
})

test('a broken errand is an old errand', async () => {
  for (const errand of [
    '',
    'x',
    Buffer.from('{"state":1}').toString('base64url'),
    Buffer.from('null').toString('base64url'),
  ]) {
    const visitor = newVisitor()
    visitor.cookies.set('kept_errand', errand)
    assert.equal((await visitor.get('/sign-in/callback?code=a&state=b')).statusCode, 400)
  }
})

test('somebody who stops at the service may start again', async () => {
  const visitor = newVisitor()
  const started = await visitor.get('/sign-in/start')
  const state = new URL(String(started.headers.location)).searchParams.get('state')
  const refused = await visitor.get(
    `/sign-in/callback?error=access_denied&state=${state}&iss=${encodeURIComponent(provider.issuer)}`,
  )
  assert.equal(refused.statusCode, 400)
  assert.match(refused.body, /Signing in was not finished/)
})

test('nobody is led to another site after signing in', async () => {
  provider.signInAs('subject-sam', sam)
  for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example']) {
    assert.equal((await signIn(newVisitor(), to)).headers.location, '/')
  }
  // The errand lies in the browser: what it says is checked again.
  const visitor = newVisitor()
  const path = await goThere(visitor)
  const errand = JSON.parse(Buffer.from(visitor.cookies.get('kept_errand')!, 'base64url').toString())
  visitor.cookies.set(
    'kept_errand',
    Buffer.from(JSON.stringify({ ...errand, to: '//evil.example' })).toString('base64url'),
  )
  assert.equal((await visitor.get(path)).headers.location, '/')
})

test('a whole office signs in from one address, and the thirty-first who does not finish waits', async () => {
  provider.signInAs('subject-sam', sam)
  const office = '10.2.0.1'
  for (let nth = 1; nth <= 16; nth++)
    assert.equal((await signIn(new Visitor(app, { 'x-forwarded-for': office }))).statusCode, 303)
  const prober = new Visitor(app, { 'x-forwarded-for': '10.2.0.2' })
  for (let nth = 1; nth <= 30; nth++) await prober.get(nth % 2 ? '/sign-in/start' : '/sign-in/callback?code=a&state=b')
  for (const path of ['/sign-in/start', '/sign-in/callback?code=a&state=b']) {
    const held = await prober.get(path)
    assert.equal(held.statusCode, 429)
    assert.equal(held.headers['retry-after'], '600')
    assert.match(held.body, /Please wait ten minutes/)
  }
})

test('signing in leaves a trace that says by which way', async () => {
  provider.signInAs('subject-trace', { email: 'trace@council.example', email_verified: true })
  const actor = await council.addStaff('director', 'Tom Example', 'trace@council.example')
  await signIn(newVisitor())
  const { rows } = await council.database.as(actor, (query) =>
    sql`select event, detail from audit where person_id = ${actor.personId}`.execute(query),
  )
  assert.deepEqual(rows, [{ event: 'signed in', detail: { by: 'council account' } }])
})

test('a service that takes the secret in the header alone is served too', async () => {
  const other = await startProvider(address, 'client_secret_basic')
  const site = await makeSignInSite(council, { openId: { issuer: other.issuer, ...client } })
  await council.addStaff('director', 'Hal Example', 'hal@council.example')
  other.signInAs('subject-hal', { email: 'hal@council.example', email_verified: true })
  const visitor = newVisitor(site)
  const started = await visitor.get('/sign-in/start')
  const back = await visitor.get(await other.visit(String(started.headers.location)))
  assert.equal(back.statusCode, 303)
  await site.close()
  await other.close()
})

test('a service that is away is said to be away, and asked again at the next sign-in', async () => {
  const other = await startProvider(address)
  const site = await makeSignInSite(council, { openId: { issuer: other.issuer, ...client } })
  await other.close()
  const away = await newVisitor(site).get('/sign-in/start')
  assert.equal(away.statusCode, 503)
  assert.match(away.body, /does not answer/)
  assert.equal((await newVisitor(site).get('/sign-in/start')).statusCode, 503)
  assert.equal(reported.length, 2)
  await site.close()
})

test('a service without https is refused unless it is on this computer', async () => {
  const site = await makeSignInSite(council, { openId: { issuer: 'http://sign-in.example', ...client } })
  assert.equal((await newVisitor(site).get('/sign-in/start')).statusCode, 503)
  assert.match(reported[0]!, /HTTPS/i)
  await site.close()
})

test('where no service is set the door says what to set, and leads nowhere', async () => {
  const site = await makeSignInSite(council)
  const { body } = await newVisitor(site).get('/sign-in')
  for (const name of ['OPENID_ISSUER', 'OPENID_CLIENT_ID', 'OPENID_CLIENT_SECRET', `${address}/sign-in/callback`])
    assert.ok(body.includes(name), name)
  for (const path of ['/sign-in/start', '/sign-in/callback'])
    assert.equal((await newVisitor(site).get(path)).statusCode, 404)
  await site.close()
})
