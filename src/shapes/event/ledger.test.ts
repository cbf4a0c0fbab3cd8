import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { attempt } from '../../../test/kit/attempt.ts'
import {
  characteristics,
  engines,
  episode,
  makeTestCouncil,
  type TestCouncil,
  TODAY,
} from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'
import { correctEvent, findEvent, readCorrections, readHead, readTimeline } from './ledger.store.ts'

for (const engine of engines) {
  describe(`the ledger, on ${engine}`, () => {
    let council: TestCouncil
    let worker: Actor
    let kid: string
    let other: string
    before(async () => {
      council = await makeTestCouncil(engine)
      worker = await council.addStaff('social_worker', 'Wren Example')
      kid = await council.addChild({ code: 'K1' })
      other = await council.addChild({ code: 'K2' })
      await council.relate(worker, kid, 'social_worker')
      await council.relate(worker, other, 'social_worker')
      await council.state(kid, characteristics('2012-05-06'))
    })
    after(async () => council?.close())

    const head = async () => Number((await readHead(council.database, council.council.authorityId)).number)
    const column = async <T>(name: string, id: string): Promise<T> =>
      council.database.as(council.system, async (query) => {
        const { rows } = await sql<{ value: T }>`select ${sql.ref(name)} as value from event where id = ${id}`.execute(
          query,
        )
        return rows[0]!.value
      })
    const correct = (id: string, startsOn: string | null, reason: string) =>
      council.database.as(worker, async (query) => {
        const event = (await findEvent(query, kid, id))!
        const fact = startsOn === null ? null : episode(startsOn)
        await correctEvent(query, worker, { event, fact, reason, statedOn: TODAY })
      })
    /** An insert with every column that may be given, so that a test can give the wrong one. */
    const insert = (given: Record<string, unknown>) => {
      const row = {
        child_id: kid,
        kind: 'missing',
        supersedes: null,
        voids: false,
        reason: null,
        starts_on: '2026-01-01',
        ends_on: null,
        ...given,
      }
      return sql`insert into event (authority_id, child_id, kind, starts_on, ends_on, data, source, stated_on, recorded_by, supersedes, voids, reason)
        values (${worker.authorityId}, ${row.child_id}, ${row.kind}, ${row.starts_on}, ${row.ends_on}, '{"type":"M"}', '{"form":"test"}', ${TODAY}, ${worker.personId},
          ${row.supersedes}, ${row.voids}, ${row.reason})`
    }
    const tryInsert = (given: Record<string, unknown>) => attempt(council.database, worker, insert(given))

    test('one statement makes one seal, of many events as of one', async () => {
      const start = await head()
      await council.state(kid, episode('2020-01-01', '2020-02-01'))
      assert.equal(await head(), start + 1)
      await council.database.as(worker, (query) =>
        sql`insert into event (authority_id, child_id, kind, starts_on, data, source, stated_on, recorded_by)
          select ${worker.authorityId}, ${kid}, 'missing', '2021-01-01'::date + n, '{"type":"M"}', '{"form":"test"}', ${TODAY}, ${worker.personId} from generate_series(1, 50) n`.execute(
          query,
        ),
      )
      assert.equal(await head(), start + 2)
      const { rows } = await council.database.asOwner((query) =>
        sql<{
          n: number
          moments: number
        }>`select count(*)::int as n, count(distinct recorded_at)::int as moments from event where seal_number = ${start + 2}`.execute(
          query,
        ),
      )
      assert.deepEqual(rows[0], { n: 50, moments: 1 })
      await council.database.as(worker, (query) => insert({ starts_on: '2021-01-01', child_id: kid }).execute(query))
      assert.equal(await head(), start + 3)
    })

    test('a statement that adds nothing makes no seal', async () => {
      const start = await head()
      await council.database.as(worker, (query) =>
        sql`insert into event (authority_id, child_id, kind, starts_on, data, source, stated_on, recorded_by)
          select ${worker.authorityId}, ${kid}, 'missing', '2021-01-01', '{}', '{}', ${TODAY}, ${worker.personId} where false`.execute(
          query,
        ),
      )
      assert.equal(await head(), start)
    })

    test('the order of seals is the order in time, several writers at once included', async () => {
      await Promise.all(
        Array.from({ length: 8 }, (_, n) => council.state(n % 2 ? kid : other, episode(`2022-01-0${n + 1}`))),
      )
      const { rows } = await council.database.asOwner((query) =>
        sql<{
          n: number
          out: number
        }>`select count(*)::int as n, count(*) filter (where recorded_at <= before)::int as out from (
          select recorded_at, lag(recorded_at) over (order by seal_number) as before from (select distinct seal_number, recorded_at from event) s) t`.execute(
          query,
        ),
      )
      assert.ok(rows[0]!.n > 8)
      assert.equal(rows[0]!.out, 0)
    })

    test('a clock put back does not put the order back', async () => {
      await council.database.asOwner((query) =>
        sql`update seal_head set stamped_at = clock_timestamp() + interval '1 hour'`.execute(query),
      )
      const first = await council.state(kid, episode('2022-03-01'))
      const second = await council.state(kid, episode('2022-03-02'))
      assert.ok((await column<string>('recorded_at', first)) < (await column<string>('recorded_at', second)))
      await council.database.asOwner((query) => sql`update seal_head set stamped_at = clock_timestamp()`.execute(query))
    })

    test('the moment of recording cannot be forged from inside the statement', async () => {
      const id = '00000000-0000-4000-8000-0000000000f1'
      await council.database.as(worker, (query) =>
        sql`insert into event (authority_id, id, child_id, kind, starts_on, data, source, stated_on, recorded_by)
          select ${worker.authorityId}, ${id}::uuid, ${kid}, 'missing', '2026-01-01', jsonb_build_object('type', 'M', 'a', set_config('kept.stamp', '2001-01-01', true),
            'b', set_config('kept.seal', '1', true)), '{}', ${TODAY}, ${worker.personId}`.execute(query),
      )
      assert.ok((await column<string>('recorded_at', id)) > '2025')
      assert.equal(Number(await column('seal_number', id)), await head())
    })

    test('the group that reads an event is its kind’s', async () => {
      assert.equal(await column('field_group', await council.state(kid, episode('2022-04-01'))), 'care')
    })

    test('a correction stands in for the event before it, which stays in the history with the reason', async () => {
      const id = await council.state(kid, episode('2023-01-01'))
      await correct(id, '2023-01-05', 'the carer’s diary says so')
      const { now, history } = await council.database.as(worker, async (query) => ({
        now: await readTimeline(query, kid),
        history: await readCorrections(query, kid),
      }))
      assert.equal(
        now.some((event) => event.id === id),
        false,
      )
      const standing = now.find((event) => event.supersedes === id)!
      assert.deepEqual(
        [standing.startsOn, standing.reason, standing.recordedBy],
        ['2023-01-05', 'the carer’s diary says so', 'Wren Example'],
      )
      assert.deepEqual(
        history.filter(({ was }) => was.id === id).map(({ was, startsOn }) => [was.startsOn, startsOn]),
        [['2023-01-01', '2023-01-05']],
      )
    })

    test('what never happened goes from the timeline and stays in the history', async () => {
      const id = await council.state(kid, episode('2023-02-01'))
      await correct(id, null, 'it was another child')
      const now = await council.database.as(worker, (query) => readTimeline(query, kid))
      assert.equal(
        now.some((event) => event.id === id || event.supersedes === id),
        false,
      )
      const history = await council.database.as(worker, (query) => readCorrections(query, kid))
      assert.equal(
        history.some((event) => event.supersedes === id && event.voids),
        true,
      )
    })

    test('one who reads the group without the right to history sees no corrections', async () => {
      const adviser = await council.addStaff('personal_adviser')
      await council.relate(adviser, kid, 'personal_adviser')
      assert.deepEqual(await council.database.as(adviser, (query) => readCorrections(query, kid)), [])
    })

    test('a correction keeps its child and its kind, corrects something that is there, and has a reason', async () => {
      const id = await council.state(kid, {
        kind: 'missing',
        startsOn: '2025-05-01',
        endsOn: null,
        data: { type: 'M' },
      })
      const right = { supersedes: id, reason: 'a slip' }
      const cases: [string, Record<string, unknown>, string][] = [
        ['as it should be', right, '1 rows'],
        ['a void', { ...right, voids: true }, '1 rows'],
        ['onto another child', { ...right, child_id: other }, '23503'],
        ['into another kind', { ...right, kind: 'review' }, '23503'],
        ['of what is not there', { ...right, supersedes: '00000000-0000-4000-8000-00000000dead' }, '23503'],
        ['without a reason', { ...right, reason: null }, '23514'],
        ['with an empty reason', { ...right, reason: '  ' }, '23514'],
        ['a reason without a correction', { reason: 'a slip' }, '23514'],
        ['a void of nothing', { voids: true }, '23514'],
        ['a void of nothing, with a reason', { voids: true, reason: 'a slip' }, '23514'],
      ]
      for (const [what, given, gives] of cases) assert.equal(await tryInsert(given), gives, what)
    })

    test('an event has one correction, never two: not even when two people correct it at once', async () => {
      const id = await council.state(kid, {
        kind: 'missing',
        startsOn: '2025-06-01',
        endsOn: null,
        data: { type: 'M' },
      })
      const settled = await Promise.allSettled(
        ['one', 'another'].map((reason) =>
          council.database.as(worker, (query) => insert({ supersedes: id, reason }).execute(query)),
        ),
      )
      assert.deepEqual(settled.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
      assert.equal(await tryInsert({ supersedes: id, reason: 'a third' }), '23505')
    })

    test('an event does not correct itself', async () => {
      const id = '00000000-0000-4000-8000-0000000000f2'
      const statement = sql`insert into event (authority_id, id, child_id, kind, starts_on, data, source, stated_on, recorded_by, supersedes, reason)
        values (${worker.authorityId}, ${id}, ${kid}, 'missing', '2026-01-01', '{}', '{}', ${TODAY}, ${worker.personId}, ${id}, 'round and round')`
      assert.equal(await attempt(council.database, worker, statement), '23514')
    })

    test('an event may end on the day it starts, and not the day before', async () => {
      assert.equal(await tryInsert({ ends_on: '2026-01-01' }), '1 rows')
      assert.equal(await tryInsert({ ends_on: '2025-12-31' }), '23514')
    })

    test('as known at a seal: what was stated or corrected later is not there', async () => {
      const child = await council.addChild({ code: 'K3' })
      await council.relate(worker, child, 'social_worker')
      const id = await council.state(child, episode('2024-01-01'))
      const then = await head()
      await council.database.as(worker, async (query) => {
        const event = (await findEvent(query, child, id))!
        await correctEvent(query, worker, { event, fact: episode('2024-01-09'), reason: 'restated', statedOn: TODAY })
      })
      await council.state(child, episode('2024-03-01'))
      const known = (seal: number) =>
        council.database.as(council.system, async (query) => {
          const { rows } = await sql<{
            starts_on: string
          }>`select starts_on from event e where child_id = ${child} and seal_number <= ${seal} and not voids
            and not exists (select from event c where c.authority_id = e.authority_id and c.supersedes = e.id and c.seal_number <= ${seal}) order by 1`.execute(
            query,
          )
          return rows.map((row) => row.starts_on)
        })
      assert.deepEqual(await known(then - 1), [])
      assert.deepEqual(await known(then), ['2024-01-01'])
      assert.deepEqual(await known(await head()), ['2024-01-09', '2024-03-01'])
    })
  })
}
