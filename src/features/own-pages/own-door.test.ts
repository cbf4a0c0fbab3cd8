import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { attempt } from '../../../test/kit/attempt.ts'
import { characteristics, makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import { Visitor } from '../../../test/kit/sign-in-site.ts'
import type { Actor } from '../../database/database.ts'

const KEY = ['cat', 'boat', 'sun', 'cat']
let council: TestCouncil
let app: TestApp
let worker: Actor
let stranger: Actor
let manager: Actor
let kid: string
let adult: string
let born = 900_000
let addresses = 0

before(async () => {
  council = await makeTestCouncil()
  app = await makeTestApp(council)
  worker = await council.addStaff('social_worker', 'Wren Example')
  stranger = await council.addStaff('social_worker', 'Sten Example')
  manager = await council.addStaff('team_manager', 'Mo Example')
  await council.addTeam(manager, [worker])
  kid = await addChild('2017-01-31')
  adult = await addChild('2003-03-03')
})
after(() => app.close())

async function addChild(bornOn: string): Promise<string> {
  const id = await council.addChild({ code: String(++born), given: 'Kit' })
  await council.state(id, characteristics(bornOn))
  await council.relate(worker, id, 'social_worker')
  return id
}

async function makeCode(childId: string, who: Actor = worker): Promise<{ name: string; code: string }> {
  const { body } = await app.ask('POST', `/children/${childId}/let-in`, who)
  return {
    name: /kept-code">([a-z]+-[a-z]+-\d\d)</.exec(body)![1]!,
    code: /kept-code">(\d{3} \d{3})</.exec(body)![1]!,
  }
}

const newVisitor = () => new Visitor(app.app, { 'x-forwarded-for': `10.2.0.${++addresses}` })

async function openDoor(visitor = newVisitor()) {
  const { body } = await visitor.get('/in')
  const word = /name="_csrf" value="([^"]+)"/.exec(body)![1]!
  const send = (path: string, form: Record<string, string>) => visitor.post(path, { _csrf: word, ...form })
  const setKey = async (name: string, keep = true) => {
    let answer = await send('/in/key', { name, chosen: '', picture: KEY[0]! })
    for (const [nth, picture] of KEY.slice(1).entries())
      answer = await send('/in/key', { name, chosen: KEY.slice(0, nth + 1).join(' '), picture })
    return keep ? send('/in/key', { name, chosen: KEY.join(' '), keep: '1' }) : answer
  }
  return {
    visitor,
    send,
    setKey,
    press: (name: string, key: string[]) =>
      send('/in/pictures', { name, chosen: key.slice(0, 3).join(' '), picture: key[3]! }),
  }
}

test('rule 23: a child comes in with a helper’s code, sets four pictures, and comes in with these next time', async () => {
  const { name, code } = await makeCode(kid)
  const first = await openDoor()
  const pad = await first.send('/in/code', { name: name.replaceAll('-', ' ').toUpperCase(), code })
  assert.equal(pad.statusCode, 200)
  assert.match(pad.body, /Pick four pictures/)
  const shown = await first.setKey(name, false)
  assert.match(shown.body, /These are your four pictures/)
  assert.equal((await first.setKey(name)).headers.location, '/')
  assert.match((await first.visitor.get('/')).body, /Hello!/)

  const next = await openDoor()
  assert.equal((await next.press(name, KEY)).headers.location, '/')
  assert.match((await next.visitor.get('/')).body, /Last time someone came in as you:[^<]*with a new code/)
  const home = await next.visitor.get('/me/look')
  assert.match(home.body, /with the four pictures/)
  assert.match(home.body, /with a new code/)
})

test('the pictures pressed so far are not shown again', async () => {
  const { send } = await openDoor()
  const { body } = await send('/in/pictures', { name: 'brave-otter-42', chosen: '', picture: 'cat' })
  assert.match(body, /1 of 4 pressed/)
  assert.equal(body.match(/young-face/g)!.length, 1)
})

test('a code by somebody who does not work with the child is refused, by page and by SQL', async () => {
  for (const who of [stranger, await council.addStaff('performance_analyst'), await council.addStaff('board_member')])
    assert.equal((await app.ask('POST', `/children/${kid}/let-in`, who)).statusCode, 404)
  const make = sql`select * from make_helper_code(${kid}, array['brave-otter-42'], 'salt', 'hash')`
  assert.equal(await attempt(council.database, stranger, make), '0 rows')
  assert.equal(await attempt(council.database, worker, make), '1 rows')
})

test('a record opened for a reason gives nobody a code', async () => {
  const nosy = await council.addStaff('social_worker', 'Nosy Example')
  await app.ask('POST', '/children/open', nosy, { number: '900001', why: 'The duty desk asked me to look tonight' })
  assert.equal((await app.ask('GET', `/children/${kid}`, nosy)).statusCode, 200)
  assert.equal((await app.ask('POST', `/children/${kid}/let-in`, nosy)).statusCode, 404)
})

test('a code serves once', async () => {
  const { name, code } = await makeCode(await addChild('2014-04-04'))
  const first = await openDoor()
  assert.equal((await first.send('/in/code', { name, code })).statusCode, 200)
  const second = await openDoor()
  assert.equal((await second.send('/in/code', { name, code })).statusCode, 422)
  assert.equal((await second.setKey(name)).statusCode, 422)
  assert.equal((await first.setKey(name)).statusCode, 303)
  assert.equal((await first.setKey(name)).statusCode, 422)
})

test('after fifteen minutes a code is refused, and so is setting a key with what it gave', async () => {
  const child = await addChild('2014-04-04')
  const late = await makeCode(child)
  const age = (column: 'closes_at' | 'used_at') =>
    council.database.asOwner((query) =>
      sql`update helper_code set ${sql.ref(column)} = clock_timestamp() - interval '15 minutes' where child_id = ${child}
        and ${sql.ref(column)} is not null`.execute(query),
    )
  await age('closes_at')
  assert.equal((await (await openDoor()).send('/in/code', late)).statusCode, 422)
  const { name, code } = await makeCode(child)
  const slow = await openDoor()
  assert.equal((await slow.send('/in/code', { name, code })).statusCode, 200)
  await age('used_at')
  assert.equal((await slow.setKey(name)).statusCode, 422)
})

test('after five wrong tries a code is worth nothing, counted in the database', async () => {
  const { name, code } = await makeCode(await addChild('2014-04-04'))
  const wrong = code.startsWith('0') ? '111111' : '000000'
  for (let nth = 0; nth < 5; nth += 1)
    assert.equal((await (await openDoor()).send('/in/code', { name, code: wrong })).statusCode, 422)
  assert.equal((await (await openDoor()).send('/in/code', { name, code })).statusCode, 422)
})

test('after five wrong tries four pictures wait, the right ones too', async () => {
  const child = await addChild('2014-04-04')
  const { name, code } = await makeCode(child)
  const first = await openDoor()
  await first.send('/in/code', { name, code })
  await first.setKey(name)
  for (let nth = 0; nth < 5; nth += 1)
    assert.equal((await (await openDoor()).press(name, ['dog', 'dog', 'sun', 'cat'])).statusCode, 422)
  assert.equal((await (await openDoor()).press(name, KEY)).statusCode, 422)
  await council.database.asOwner((query) =>
    sql`update own_key set waits_until = clock_timestamp() - interval '1 second' where child_id = ${child}`.execute(
      query,
    ),
  )
  assert.equal((await (await openDoor()).press(name, KEY)).statusCode, 303)
})

test('a wrong name and wrong pictures get the same answer', async () => {
  const { name, code } = await makeCode(await addChild('2014-04-04'))
  const first = await openDoor()
  await first.send('/in/code', { name, code })
  await first.setKey(name)
  const said = (html: string) => /error-summary[\s\S]*?<\/a>/.exec(html)![0]
  const known = await (await openDoor()).press(name, ['dog', 'dog', 'sun', 'cat'])
  const unknown = await (await openDoor()).press('brave-nobody-99', KEY)
  assert.equal(said(known.body), said(unknown.body))
  assert.equal(known.statusCode, unknown.statusCode)
})

test('from 19 on a code opens only when a second colleague has confirmed who they are', async () => {
  const { name, code } = await makeCode(adult)
  assert.equal((await (await openDoor()).send('/in/code', { name, code })).statusCode, 422)
  assert.doesNotMatch((await app.ask('GET', `/children/${adult}/let-in`, worker)).body, /I know them/)
  const page = await app.ask('GET', `/children/${adult}/let-in`, manager)
  const path = /action="([^"]+\/confirm)"/.exec(page.body)![1]!
  assert.equal((await app.ask('POST', path, worker)).statusCode, 404, 'who made it does not confirm it')
  assert.equal(
    (await app.ask('POST', path, stranger)).statusCode,
    404,
    'who does not work with them does not confirm it',
  )
  assert.equal((await app.ask('POST', path, manager)).statusCode, 303)
  const door = await openDoor()
  assert.equal((await door.send('/in/code', { name, code })).statusCode, 200)
  assert.equal((await door.setKey(name)).statusCode, 303)
  const { rows } = await council.database.asOwner((query) =>
    sql<{ role: string }>`select role from role_held where person_id = ${adult}`.execute(query),
  )
  assert.deepEqual(rows, [{ role: 'young_adult' }])
})

test('rule 29: under five there is no code; on the fifth birthday there is', async () => {
  const four = await app.ask('POST', `/children/${await addChild('2021-07-11')}/let-in`, worker)
  assert.match(four.body, /Under five there is no sign-in/)
  await makeCode(await addChild('2021-07-10'))
})

test('nobody reads a key or a code, whatever their role', async () => {
  await makeCode(kid)
  for (const who of [worker, manager, council.system, council.actor(kid)]) {
    for (const statement of [
      sql`select key_hash from own_key`,
      sql`select door_word from own_key`,
      sql`select code_hash from helper_code`,
      sql`select ticket_hash from helper_code`,
      sql`select salts_at_door(1, 'brave-otter-42')`,
    ])
      assert.equal(await attempt(council.database, who, statement), 'refused')
  }
  const seen = sql`select issued_by from helper_code where child_id = ${kid} limit 1`
  assert.equal(await attempt(council.database, worker, seen), '1 rows')
  assert.equal(await attempt(council.database, stranger, seen), '0 rows')
})

test('four of one picture are not taken', async () => {
  const { name, code } = await makeCode(await addChild('2014-04-04'))
  const door = await openDoor()
  await door.send('/in/code', { name, code })
  const plain = await door.send('/in/key', { name, chosen: 'cat cat cat', picture: 'cat' })
  assert.equal(plain.statusCode, 422)
  assert.match(plain.body, /at least three different pictures/)
})

test('a form of another site is not acted on', async () => {
  const { visitor } = await openDoor()
  assert.equal((await visitor.post('/in/code', { name: 'brave-otter-42', code: '123456' })).statusCode, 403)
})

describe('rule 10: on real data', () => {
  let real: TestCouncil
  let realApp: TestApp
  before(async () => {
    real = await makeTestCouncil('embedded', 'real')
    realApp = await makeTestApp(real)
  })
  after(() => realApp.close())

  test('the door is shut: no code is made, none is taken, and the page says where to turn', async () => {
    const helper = await real.addStaff('social_worker')
    const child = await real.addChild({ code: '910001' })
    await real.relate(helper, child, 'social_worker')
    assert.equal((await realApp.ask('POST', `/children/${child}/let-in`, helper)).statusCode, 404)
    assert.match((await realApp.ask('GET', `/children/${child}/let-in`, helper)).body, /door is not open/)
    const { body } = await realApp.app.inject({ url: '/in' })
    assert.match(body, /0800 1111/)
    assert.doesNotMatch(body, /Use my code/)
    const opened = await real.database.atDoor((query) =>
      sql<{ is: boolean }>`select use_helper_code(1, 'brave-otter-42', 'x', 'y') as is`.execute(query),
    )
    assert.equal(opened.rows[0]!.is, false)
  })

  test('nobody can be chosen to write to while the door is shut, and the other ways are said', async () => {
    const [helper, stand] = [await real.addStaff('social_worker'), await real.addStaff('social_worker')]
    const child = await real.addChild({ code: '910002', role: 'child' })
    await real.relate(helper, child, 'social_worker')
    await real.database.asOwner((query) =>
      sql`insert into cover (authority_id, for_person, covered_by, starts_on)
        values (${real.council.authorityId}, ${helper.personId}, ${stand.personId}, '2020-01-01')`.execute(query),
    )
    const { body } = await realApp.ask('GET', '/me/say', real.actor(child))
    assert.match(body, /not your fault/)
    assert.doesNotMatch(body, /name="to"/)
    const sent = await realApp.ask('POST', '/me/say', real.actor(child), { to: helper.personId })
    assert.equal(sent.statusCode, 422)
  })
})
