import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { attempt } from '../../../test/kit/attempt.ts'
import { characteristics, engines, episode, makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'
import { findMoreThan, sayMoreThan } from '../../domain/disclosure/more-than.ts'
import type { Verdict } from '../../domain/promises/verdict.ts'

const PLEDGE = '00000000-0000-4000-8000-0000000000a1'
const PROMISE = '00000000-0000-4000-8000-0000000000b1'
const OTHER = '00000000-0000-4000-8000-0000000000b2'
const ACTION = '00000000-0000-4000-8000-0000000000b3'

async function addPledge({ database, council: { authorityId } }: TestCouncil): Promise<void> {
  await database.asOwner(async (query) => {
    await sql`insert into plan (authority_id, id, kind, title) values (${authorityId}, ${PLEDGE}, 'pledge', 'Our promises'),
      (${authorityId}, '00000000-0000-4000-8000-0000000000a2', 'action plan', 'A plan')`.execute(query)
    await sql`insert into plan_item (authority_id, id, plan_id, position, title, words, party, measure_id) values
      (${authorityId}, ${PROMISE}, ${PLEDGE}, 1, 'A home that lasts', 'We look hard for the right home.', 'we', 'M20'),
      (${authorityId}, ${OTHER}, ${PLEDGE}, 2, 'Kind words', 'We choose our words with you.', 'together', null),
      (${authorityId}, ${ACTION}, '00000000-0000-4000-8000-0000000000a2', 1, 'Train staff', null, null, null)`.execute(
      query,
    )
    await sql`insert into promise_words (authority_id, promise_id, level, short, full_text) values
      (${authorityId}, ${PROMISE}, 'to 11', 'A home to stay in', 'We want you to have one good home.')`.execute(query)
  })
}

const say = (promise: string, said: string) =>
  sql`insert into verdict (authority_id, promise_id, said, beside) values ((select authority()), ${promise}, ${said}, 'nobody')`

for (const engine of engines) {
  describe(`verdicts, on ${engine}`, () => {
    let council: TestCouncil
    let children: Actor[]
    let worker: Actor
    let born = 920_000
    const addChild = async () => council.actor(await council.addChild({ code: String(++born), role: 'child' }))
    before(async () => {
      council = await makeTestCouncil(engine)
      await addPledge(council)
      children = await Promise.all(Array.from({ length: 30 }, addChild))
      worker = await council.addStaff('social_worker')
      await council.relate(worker, children[0]!.personId, 'social_worker')
    })
    after(() => council?.close())

    const answer = (child: Actor, said: string, promise = PROMISE) =>
      council.database.as(child, async (query) => void (await say(promise, said).execute(query)))
    const counts = async (who: Actor, promise = PROMISE) =>
      (
        await council.database.as(who, (query) =>
          sql<{
            said: Verdict
            children: number | null
          }>`select said, children from verdict_counts(${promise})`.execute(query),
        )
      ).rows

    test('a child’s own words are theirs: no worker, manager, analyst, board or Kept itself reads a row', async () => {
      await answer(children[0]!, 'no')
      const rows = sql`select from verdict`
      assert.equal(await attempt(council.database, children[0]!, rows), '1 rows')
      const others = await Promise.all(
        (
          ['team_manager', 'performance_analyst', 'records_auditor', 'board_member', 'participation_officer'] as const
        ).map((role) => council.addStaff(role)),
      )
      for (const who of [worker, children[1]!, council.system, ...others])
        assert.equal(await attempt(council.database, who, rows), '0 rows')
    })

    test('nobody speaks for a child, of an action, or in other words; nothing said is changed or taken away', async () => {
      const { database } = council
      assert.equal(await attempt(database, worker, say(PROMISE, 'yes')), 'refused')
      assert.equal(await attempt(database, children[1]!, say(ACTION, 'yes')), 'refused')
      assert.equal(await attempt(database, children[1]!, say(PROMISE, 'kept')), '23514')
      const forged = sql`insert into verdict (authority_id, child_id, promise_id, said, beside)
        values ((select authority()), ${children[0]!.personId}, ${PROMISE}, 'yes', 'nobody')`
      assert.equal(await attempt(database, children[1]!, forged), 'refused')
      assert.equal(await attempt(database, children[0]!, sql`update verdict set said = 'yes'`), 'refused')
      assert.equal(await attempt(database, children[0]!, sql`delete from verdict`), 'refused')
      assert.equal(await attempt(database, worker, sql`select * from latest_verdicts(${PROMISE})`), 'refused')
    })

    test('rule 5: five and nobody look alike, and only the latest word of a child counts', async () => {
      for (const child of children.slice(0, 5)) await answer(child, 'a bit')
      for (const child of children.slice(5, 17)) await answer(child, 'yes')
      for (const child of children.slice(17, 24)) await answer(child, 'not about me')
      assert.deepEqual(await counts(worker), [
        { said: 'yes', children: 10 },
        { said: 'a bit', children: null },
        { said: 'no', children: null },
        { said: 'not about me', children: 5 },
        { said: 'rather not say', children: null },
      ])
      // One child changes their mind: nobody sees which answer lost them.
      await answer(children[5]!, 'a bit')
      assert.deepEqual(
        (await counts(worker)).map(({ children }) => children),
        [10, 5, null, 5, null],
      )
      const stranger = council.actor('00000000-0000-4000-8000-00000000dead')
      assert.deepEqual(await counts(stranger), [])
    })

    test('the database says more than how many exactly as the rule does', async () => {
      const { rows } = await council.database.as(worker, (query) =>
        sql<{ n: number; more: number | null }>`select n, more_than(n) as more from generate_series(0, 60) n`.execute(
          query,
        ),
      )
      for (const { n, more } of rows) assert.equal(more, findMoreThan(n), String(n))
      const said = await council.database.as(worker, (query) =>
        sql<{
          more: number | null
          words: string
        }>`select m as more, say_more_than(m) as words from unnest(array[null, 5, 10]) m`.execute(query),
      )
      for (const { more, words } of said.rows) assert.equal(words, sayMoreThan(more))
    })

    test('more than half is said in a word, and never of an answer that is hidden', async () => {
      const most = async (promise: string) =>
        (
          await council.database.as(worker, (query) =>
            sql<{ most: string | null }>`select verdict_most(${promise}) as most`.execute(query),
          )
        ).rows[0]!.most
      assert.equal(await most(PROMISE), null)
      for (const child of children.slice(0, 3)) await answer(child, 'no', OTHER)
      assert.equal(await most(OTHER), null)
      await council.database.asOwner((query) =>
        sql`insert into plan_item (authority_id, id, plan_id, position, title, party)
          values (${council.council.authorityId}, '00000000-0000-4000-8000-00000000c009', ${PLEDGE}, 20, 'A promise', 'we')`.execute(
          query,
        ),
      )
      for (const [nth, child] of children.entries())
        await answer(child, nth < 16 ? 'a bit' : nth < 24 ? 'yes' : 'no', '00000000-0000-4000-8000-00000000c009')
      assert.equal(await most('00000000-0000-4000-8000-00000000c009'), 'a bit')
    })

    test('what was done for me is of the asker alone, and of it only what a promise speaks of', async () => {
      await council.state(children[2]!.personId, episode('2025-05-05'))
      const facts = (who: Actor) =>
        council.database.as(
          who,
          async (query) => (await sql<{ data: object }>`select data from done_for_me()`.execute(query)).rows,
        )
      assert.deepEqual(await facts(children[2]!), [{ data: { placement: 'U6', reasonForNewEpisode: 'S' } }])
      assert.deepEqual(await facts(worker), [])
      assert.deepEqual(await facts(children[3]!), [])
    })
  })
}

describe('my promises', () => {
  let council: TestCouncil
  let app: TestApp
  let child: Actor
  before(async () => {
    council = await makeTestCouncil()
    app = await makeTestApp(council)
    await addPledge(council)
    const id = await council.addChild({ code: '930001', role: 'child' })
    await council.state(id, characteristics('2017-01-31'))
    await council.state(id, episode('2023-01-01', '2024-03-03'))
    await council.state(id, episode('2024-03-03', null, { reasonForNewEpisode: 'P' }))
    child = council.actor(id)
  })
  after(() => app.close())

  test('each promise in words for my age, what was done for me, and no count of moves', async () => {
    const list = (await app.ask('GET', '/me/promises', child)).body
    assert.match(list, /A home to stay in/)
    assert.match(list, /Kind words/)
    const { body } = await app.ask('GET', `/me/promises/${PROMISE}`, child)
    assert.match(body, /We want you to have one good home/)
    assert.match(body, /You have lived in your home since 3 March 2024/)
    assert.doesNotMatch(body, /homes|moves|times/)
  })

  test('rule 3: I say it in my words, with who is beside me, and change it as I like', async () => {
    const empty = await app.ask('POST', `/me/promises/${PROMISE}`, child, { said: 'a bit' })
    assert.equal(empty.statusCode, 422)
    assert.match(empty.body, /Pick who is with you/)
    assert.match(empty.body, /value="a bit" checked/)
    for (const said of ['a bit', 'rather not say'])
      assert.equal(
        (await app.ask('POST', `/me/promises/${PROMISE}`, child, { said, beside: 'my worker' })).statusCode,
        303,
      )
    const { body } = await app.ask('GET', `/me/promises/${PROMISE}`, child)
    assert.match(body, /value="rather not say" checked/)
    assert.match(body, /value="my worker" checked/)
    assert.match((await app.ask('GET', '/me/promises', child)).body, /You said: I would rather not say/)
  })

  test('a promise about heritage is answered as any other; what is asked of me stands there, and is no question', async () => {
    const [heritage, asked] = ['00000000-0000-4000-8000-0000000000b5', '00000000-0000-4000-8000-0000000000b6']
    const { authorityId } = council.council
    await council.database.asOwner(async (query) => {
      await sql`insert into plan (authority_id, id, kind, title, about)
        values (${authorityId}, '00000000-0000-4000-8000-0000000000a5', 'pledge', 'Who you are', 'heritage')`.execute(
        query,
      )
      await sql`insert into plan_item (authority_id, id, plan_id, position, title, words, party) values
        (${authorityId}, ${heritage}, '00000000-0000-4000-8000-0000000000a5', 1, 'Your special days', 'We keep them with you.', 'we'),
        (${authorityId}, ${asked}, ${PLEDGE}, 3, 'Tell us', 'Say when it goes wrong.', 'you')`.execute(query)
    })
    const list = (await app.ask('GET', '/me/promises', child)).body
    assert.match(
      list,
      /Where you come from, and who you are[\s\S]*Your special days[\s\S]*What we ask of you[\s\S]*Say when/,
    )
    const verdict = { said: 'a bit', beside: 'nobody' }
    assert.equal((await app.ask('POST', `/me/promises/${heritage}`, child, verdict)).statusCode, 303)
    assert.match((await app.ask('GET', `/me/promises/${heritage}`, child)).body, /value="a bit" checked/)
    for (const method of ['GET', 'POST'] as const)
      assert.equal((await app.ask(method, `/me/promises/${asked}`, child, verdict)).statusCode, 404)
  })

  test('no trace says who has answered', async () => {
    const { rows } = await council.database.asOwner((query) =>
      sql<{ event: string }>`select event from audit where person_id = ${child.personId}`.execute(query),
    )
    assert.deepEqual(rows, [])
  })

  test('an action, a promise that is not there and a colleague get the same answer', async () => {
    const verdict = { said: 'yes', beside: 'nobody' }
    const worker = await council.addStaff('social_worker')
    for (const [path, who] of [
      [`/me/promises/${ACTION}`, child],
      ['/me/promises/nonsense', child],
      [`/me/promises/${PROMISE}`, worker],
    ] as const) {
      assert.equal((await app.ask('GET', path, who)).statusCode, 404)
      assert.equal((await app.ask('POST', path, who, verdict)).statusCode, 404)
    }
  })
})
