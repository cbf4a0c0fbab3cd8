import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { engines, makeTestCouncil, type TestCouncil, TODAY } from '../../test/kit/council.ts'
import { makeSignInSite, Visitor } from '../../test/kit/sign-in-site.ts'
import { closeSession, findSession, formWord, isFormWord, openSession } from './session.store.ts'

for (const engine of engines) {
  describe(`sessions on ${engine}`, () => {
    let council: TestCouncil
    let app: FastifyInstance
    let personId: string

    before(async () => {
      council = await makeTestCouncil(engine)
      personId = (await council.addStaff('social_worker', 'Sam Example')).personId
      app = await makeSignInSite(council)
    })

    after(async () => {
      await app?.close()
      await council?.close()
    })

    const open = (person = personId) => openSession(council.database, council.council.authorityId, person)
    const find = (token: string, today = TODAY) => findSession(council.database, token, today)
    /** As if the session had been opened, or used, so long before. */
    const age = (column: 'seen' | 'ends', by: string) =>
      council.database.atDoor((query) =>
        column === 'seen'
          ? sql`update session set seen_at = clock_timestamp() - ${by}::interval`.execute(query)
          : sql`update session set ends_at = ends_at - ${by}::interval`.execute(query),
      )
    const count = () =>
      council.database.atDoor(async (query) => (await sql`select from session`.execute(query)).rows.length)
    const visitor = (token: string) => {
      const browser = new Visitor(app)
      browser.cookies.set('kept_session', token)
      return browser
    }

    test('a session says whose it is and what they may do', async () => {
      const person = await find(await open())
      assert.equal(person?.name, 'Sam Example')
      assert.deepEqual(person?.roles, ['social_worker'])
      assert.ok(person?.rights.has('child:read') && !person.rights.has('people:write'))
      assert.deepEqual(person?.actor, council.actor(personId))
    })

    test('the database holds the token’s hash alone', async () => {
      const token = await open()
      const { rows } = await council.database.atDoor((query) =>
        sql<{ row: string }>`select session::text as row from session`.execute(query),
      )
      assert.ok(rows.every(({ row }) => !row.includes(token) && !row.includes(Buffer.from(token).toString('hex'))))
    })

    test('a guessed token is nobody’s', async () => {
      for (const token of ['', 'x', 'a'.repeat(43), "' or true --"]) assert.equal(await find(token), null)
    })

    test('the plain role reaches no session', async () => {
      await assert.rejects(
        council.database.as(council.actor(personId), (query) => sql`select from session`.execute(query)),
        /permission denied/,
      )
    })

    test('a session is alive after 59 minutes without use, and ended after an hour', async () => {
      const token = await open()
      await age('seen', '59 minutes')
      assert.ok(await find(token))
      await age('seen', '60 minutes')
      assert.equal(await find(token), null)
      assert.equal((await visitor(token).get('/')).headers.location, '/sign-in')
    })

    test('use renews a session, at most every five minutes', async () => {
      const token = await open()
      const seen = () =>
        council.database.atDoor(async (query) => {
          const { rows } = await sql<{
            minutes: number
          }>`select round(extract(epoch from clock_timestamp() - max(seen_at)) / 60)::int as minutes from session`.execute(
            query,
          )
          return rows[0]!.minutes
        })
      await age('seen', '4 minutes')
      await find(token)
      assert.equal(await seen(), 4)
      await age('seen', '6 minutes')
      await find(token)
      assert.equal(await seen(), 0)
    })

    test('a session ends twelve hours after it was opened, however much it is used', async () => {
      const token = await open()
      await age('ends', '11 hours 59 minutes')
      assert.ok(await find(token))
      await age('ends', '1 minute')
      assert.equal(await find(token), null)
      const before = await count()
      await open()
      assert.ok((await count()) <= before, 'an ended session is cleared away when another opens')
    })

    test('a session ends with the last role, and a new role does not bring it back', async () => {
      const leaver = (await council.addStaff('director', 'Lee Example')).personId
      const token = await open(leaver)
      const endsOn = (day: string | null) =>
        council.database.asOwner((query) =>
          sql`update role_held set ends_on = ${day} where person_id = ${leaver}`.execute(query),
        )
      await endsOn(TODAY)
      assert.ok(await find(token), 'the last day is a day')
      await endsOn('2026-07-09')
      assert.equal((await visitor(token).get('/')).headers.location, '/sign-in')
      await endsOn(null)
      assert.equal(await find(token), null)
    })

    test('a role that has not begun opens nothing', async () => {
      assert.equal(await find(await open(), '2019-12-31'), null)
    })

    test('a changed role changes what an open session may do', async () => {
      const mover = (await council.addStaff('administrator', 'Mo Example')).personId
      const token = await open(mover)
      assert.ok((await find(token))?.rights.has('people:write'))
      await council.database.asOwner((query) =>
        sql`update role_held set role = 'director' where person_id = ${mover}`.execute(query),
      )
      assert.ok(!(await find(token))?.rights.has('people:write'))
    })

    test('signing out ends the session itself, so that a copied cookie is worth nothing', async () => {
      const token = await open()
      const copy = visitor(token)
      assert.equal((await copy.get('/')).statusCode, 200)
      const out = await visitor(token).post('/sign-out', { _csrf: formWord(token) })
      assert.equal(out.statusCode, 303)
      assert.equal(out.headers.location, '/sign-in')
      assert.equal(out.headers['clear-site-data'], '"cache", "storage"')
      assert.equal(out.cookies.find(({ name }) => name === 'kept_session')?.value, '')
      assert.equal((await copy.get('/')).statusCode, 303)
    })

    test('signing out with a wrong word does nothing', async () => {
      const token = await open()
      for (const form of [{}, { _csrf: 'wrong' }, { _csrf: formWord(await open()) }]) {
        assert.equal((await visitor(token).post('/sign-out', form as Record<string, string>)).statusCode, 403)
      }
      assert.ok(await find(token))
    })

    test('signing out when nobody is signed in leads to the door', async () => {
      assert.equal((await new Visitor(app).post('/sign-out', {})).headers.location, '/sign-in')
    })

    test('a form behind the door needs the word of its own session', async () => {
      const token = await open()
      assert.equal((await visitor(token).post('/', { _csrf: formWord(token) })).statusCode, 200)
      assert.equal((await visitor(token).post('/', { _csrf: formWord(await open()) })).statusCode, 403)
      assert.equal((await visitor(token).post('/', {})).statusCode, 403)
    })

    test('a closed session is nobody’s', async () => {
      const token = await open()
      await closeSession(council.database, token)
      assert.equal(await find(token), null)
    })
  })
}

test('a form’s word is true for its own token alone', () => {
  assert.ok(isFormWord('one', formWord('one')))
  for (const given of [formWord('two'), '', undefined, `${formWord('one')}x`]) assert.ok(!isFormWord('one', given))
})
