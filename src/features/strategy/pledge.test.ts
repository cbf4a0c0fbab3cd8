import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { engines, makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import type { Actor, Query } from '../../database/database.ts'
import { comparePledges } from '../../domain/strategy/compare-pledges.ts'
import { listProofs } from '../../shapes/plan/item-proof.store.ts'
import { joinKnots, listJoined } from '../../shapes/plan/knot-join.store.ts'
import { findPlan } from '../../shapes/plan/plan.store.ts'
import { addReason, listReasons } from '../../shapes/plan/promise-rule.store.ts'
import {
  giveOwnWord,
  listPledges,
  listPromisesOf,
  listReadShares,
  type NewPledge,
  readOwnWord,
  takePledge,
} from './pledge.store.ts'

const id = (n: number) => `00000000-0000-4000-8000-0000000005${String(n).padStart(2, '0')}`
const [FIRST, HOME, WORKER, LOST, ACTION] = [id(1), id(2), id(3), id(4), id(5)]

for (const engine of engines) {
  describe(`versions of the pledge and each one’s word on it, on ${engine}`, () => {
    let council: TestCouncil
    let second: string
    const people = {} as Record<'lead' | 'worker' | 'admin' | 'rep' | 'board' | 'child', Actor>
    before(async () => {
      council = await makeTestCouncil(engine)
      people.lead = await council.addStaff('strategy_lead')
      people.worker = await council.addStaff('social_worker')
      people.admin = await council.addStaff('administrator')
      people.rep = await council.addStaff('young_representative')
      people.board = await council.addStaff('board_member')
      people.child = council.actor(await council.addChild({ code: 'C1', role: 'child' }))
      const { authorityId } = council.council
      await council.database.asOwner(async (query) => {
        await sql`insert into plan (authority_id, id, kind, title, version, agreed_on) values
          (${authorityId}, ${FIRST}, 'pledge', 'Our promises', '1', '2024-01-01'), (${authorityId}, ${ACTION}, 'action plan', 'Our plan', null, null)`.execute(
          query,
        )
        await sql`insert into plan_item (authority_id, id, plan_id, position, title, words, party, measure_id, owners) values
          (${authorityId}, ${HOME}, ${FIRST}, 1, 'Home', 'A home that lasts.', 'we', 'M20', '{"Director"}'),
          (${authorityId}, ${WORKER}, ${FIRST}, 2, 'Worker', 'A worker who stays.', 'we', null, '{}'),
          (${authorityId}, ${LOST}, ${FIRST}, 3, 'Lost', 'Nobody knows.', 'we', null, '{}'),
          (${authorityId}, ${ACTION}, ${ACTION}, 1, 'Thirty homes', null, null, null, '{}')`.execute(query)
        for (const item of [HOME, WORKER])
          await sql`insert into item_proof (authority_id, item_id, kind, title, added_by, added_on, good_until) values
            (${authorityId}, ${item}, 'text', 'Still counts', ${people.lead.personId}, '2026-06-01', '2026-12-01'),
            (${authorityId}, ${item}, 'text', 'Too old', ${people.lead.personId}, '2025-01-01', '2025-06-01')`.execute(
            query,
          )
      })
      await as(people.lead, async (query) => {
        await joinKnots(query, people.lead, { kind: 'promise', ref: HOME }, { kind: 'action', ref: ACTION })
        await joinKnots(query, people.lead, { kind: 'action', ref: ACTION }, { kind: 'promise', ref: LOST })
        for (const itemId of [HOME, WORKER])
          await addReason(query, people.lead, {
            itemId,
            because: 'There are too few homes here.',
            reviewOn: '2026-09-01',
          })
      })
    })
    after(async () => council?.close())

    const as = <T>(who: Actor, work: (query: Query) => Promise<T>) => council.database.as(who, work)
    const tries = (who: Actor, work: (query: Query) => Promise<unknown>) =>
      as(who, work).then(
        () => 'done',
        (error: { code?: string }) =>
          ['42501', '23514'].includes(error.code ?? '') ? 'refused' : Promise.reject(error),
      )
    const next: NewPledge = {
      title: 'Our promises',
      version: '2',
      agreedOn: '2026-07-01',
      why: 'Young people asked for clearer words.',
      replacesId: FIRST,
      promises: [
        { followsId: HOME, party: 'we', title: 'Home', words: 'A home that lasts.' },
        { followsId: WORKER, party: 'we', title: 'Worker', words: 'A worker who says goodbye.' },
        { followsId: null, party: 'together', title: 'Kind words', words: 'We choose them together.' },
      ],
    }

    test('a new version says why, and only the plan’s keeper makes it', async () => {
      assert.equal(await tries(people.worker, (query) => takePledge(query, people.worker, next)), 'refused')
      assert.equal(
        await tries(people.lead, (query) => takePledge(query, people.lead, { ...next, why: 'x' })),
        'refused',
      )
      second = await as(people.lead, (query) => takePledge(query, people.lead, next))
      assert.equal((await as(people.lead, (query) => findPlan(query, 'pledge')))!.id, second)
    })

    test('both are read by everybody, with what changed: the same, reworded, new, gone', async () => {
      const pledges = await as(people.child, (query) => listPledges(query))
      assert.deepEqual(
        pledges.map(({ id, version, why }) => [id, version, why]),
        [
          [second, '2', 'Young people asked for clearer words.'],
          [FIRST, '1', null],
        ],
      )
      const [older, newer] = await as(people.child, async (query) => [
        await listPromisesOf(query, FIRST),
        await listPromisesOf(query, second),
      ])
      assert.deepEqual(
        comparePledges(older!, newer!).map(({ change, item }) => `${item.title}: ${change}`),
        ['Home: same', 'Worker: reworded', 'Kind words: new', 'Lost: gone'],
      )
    })

    test('joins, owner and figure go on; proof and a reason only where the words stay; what is old does not', async () => {
      const pledge = (await as(people.lead, (query) => findPlan(query, 'pledge')))!
      const [home, worker] = pledge.items
      assert.deepEqual([home!.measureId, home!.owners], ['M20', ['Director']])
      const proofs = await as(people.lead, (query) => listProofs(query, [home!.id, worker!.id]))
      assert.deepEqual(
        proofs.map(({ itemId, title, addedOn }) => [itemId, title, addedOn]),
        [[home!.id, 'Still counts', '2026-06-01']],
      )
      const reasons = await as(people.lead, listReasons)
      assert.deepEqual(reasons.map(({ itemId }) => itemId).sort(), [HOME, WORKER, home!.id].sort())
      const joined = await as(people.lead, (query) => listJoined(query, { kind: 'action', ref: ACTION }))
      assert.deepEqual(joined, [{ kind: 'promise', ref: home!.id }])
      const { rows } = await as(people.lead, (query) =>
        sql<{ ref: string }>`select a_ref as ref from thread_joins() where b_kind = 'measure'`.execute(query),
      )
      assert.deepEqual(rows, [{ ref: home!.id }])
      await as(people.lead, (query) => sql`select carry_promises(${second})`.execute(query))
      assert.equal((await as(people.lead, (query) => listProofs(query, [home!.id]))).length, 1, 'carried once')
      assert.equal(
        await tries(people.worker, (query) => sql`select carry_promises(${second})`.execute(query)),
        'refused',
      )
    })

    test('each adult gives their own word, once, for one version; a child and a young representative are not asked', async () => {
      await as(people.worker, (query) => giveOwnWord(query, people.worker, FIRST))
      assert.equal(await as(people.worker, (query) => readOwnWord(query, FIRST)), '2026-07-10')
      assert.equal(await as(people.worker, (query) => readOwnWord(query, second)), null)
      await as(people.worker, (query) => giveOwnWord(query, people.worker, FIRST))
      assert.equal(await as(people.lead, (query) => readOwnWord(query, FIRST)), null)
      for (const who of [people.child, people.rep])
        assert.equal(await tries(who, (query) => giveOwnWord(query, who, second)), 'refused')
      assert.equal(await tries(people.worker, (query) => sql`delete from pledge_read`.execute(query)), 'refused')
    })

    test('rule 38: the share is words for groups of ten and more; nobody by name, no small group, nobody but its keeper', async () => {
      const shares = () => as(people.lead, (query) => listReadShares(query, second))
      assert.deepEqual(await shares(), [
        { directorate: '', staff: null, hasRead: null, ofHundred: null },
        { directorate: null, staff: null, hasRead: null, ofHundred: null },
      ])
      const place = async (directorate: string, count: number) => {
        const made: Actor[] = []
        for (let number = 0; number < count; number++) made.push(await council.addStaff('social_worker'))
        for (const { personId } of made)
          await as(people.admin, (query) =>
            sql`update person set directorate = ${directorate} where id = ${personId}`.execute(query),
          )
        return made
      }
      const children = await place('Children’s Services', 10)
      await place('Housing', 9)
      for (const one of children.slice(0, 9)) await as(one, (query) => giveOwnWord(query, one, second))
      // Nine of Housing and the four others asked (not the young representative) are one group.
      assert.deepEqual(await shares(), [
        { directorate: '', staff: 23, hasRead: 'a quarter or more', ofHundred: 39 },
        { directorate: 'Children’s Services', staff: 10, hasRead: 'three quarters or more', ofHundred: null },
        { directorate: null, staff: 13, hasRead: 'less than a quarter', ofHundred: null },
      ])
      await as(children[9]!, (query) => giveOwnWord(query, children[9]!, second))
      assert.equal((await shares())[1]!.hasRead, 'everybody')
      assert.deepEqual(await as(people.worker, (query) => listReadShares(query, second)), [])
      assert.deepEqual(await as(people.board, (query) => listReadShares(query, second)), [])
      const { rows } = await as(people.lead, (query) => sql`select from pledge_read`.execute(query))
      assert.equal(rows.length, 0, 'not even its keeper reads whose word it is')
    })
  })
}
