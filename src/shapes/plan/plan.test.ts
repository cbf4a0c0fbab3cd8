import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { engines, makeTestCouncil, type TestCouncil, TODAY } from '../../../test/kit/council.ts'
import type { Actor, Query } from '../../database/database.ts'
import type { RoleName } from '../../domain/access/roles.ts'
import { addProof, listProofs, type NewProof } from './item-proof.store.ts'
import { addUpdate, listUpdates, type NewUpdate } from './item-update.store.ts'
import { joinKnots, listJoined } from './knot-join.store.ts'
import { findItem, findPlan, listItemsOf, nameOwner } from './plan.store.ts'
import { addReason, listReasons, readPromiseRule, setPromiseRule } from './promise-rule.store.ts'

const PROMISE = '00000000-0000-4000-8000-000000000011'
const ACTION = '00000000-0000-4000-8000-000000000012'
const OTHER = '00000000-0000-4000-8000-000000000013'

for (const engine of engines) {
  describe(`a plan and its items, on ${engine}`, () => {
    let council: TestCouncil
    const people = {} as Record<'owner' | 'other' | 'lead' | 'leadWhoOwns' | 'board' | 'child', Actor>
    before(async () => {
      council = await makeTestCouncil(engine)
      const add = (role: RoleName) => council.addStaff(role)
      Object.assign(people, {
        owner: await add('director'),
        other: await add('director'),
        lead: await add('strategy_lead'),
        leadWhoOwns: await add('strategy_lead'),
        board: await add('board_member'),
        child: council.actor(await council.addChild({ code: 'C1', role: 'child' })),
      })
      await council.database.asOwner((query) => placePlans(query))
    })
    after(async () => council?.close())

    async function placePlans(query: Query) {
      const { authorityId } = council.council
      await sql`insert into plan (authority_id, id, kind, title) values (${authorityId}, ${PROMISE}, 'pledge', 'Our promises'), (${authorityId}, ${ACTION}, 'action plan', 'Our plan')`.execute(
        query,
      )
      await sql`insert into plan_item (authority_id, id, plan_id, position, title, owner_id, due_on) values
        (${authorityId}, ${PROMISE}, ${PROMISE}, 1, 'A home that lasts', ${people.owner.personId}, null),
        (${authorityId}, ${OTHER}, ${PROMISE}, 2, 'Who to call', ${people.leadWhoOwns.personId}, null),
        (${authorityId}, ${ACTION}, ${ACTION}, 1, 'Thirty more homes', ${people.owner.personId}, '2026-09-01')`.execute(
        query,
      )
    }

    const as = <T>(who: Actor, work: (query: Query) => Promise<T>) => council.database.as(who, work)
    const tries = async (who: Actor, work: (query: Query) => Promise<unknown>) =>
      as(who, work).then(
        () => 'done',
        (error: { code?: string }) =>
          error.code === '42501' || error.code === '23514' ? 'refused' : Promise.reject(error),
      )
    const update = (who: Actor, given: Partial<NewUpdate> = {}) =>
      tries(who, (query) =>
        addUpdate(query, who, {
          itemId: ACTION,
          words: 'Twelve families said yes.',
          progress: null,
          proofId: null,
          ...given,
        }),
      )
    const proof = (given: Partial<NewProof> = {}): NewProof => ({
      itemId: PROMISE,
      kind: 'text',
      title: 'Minutes of the June meeting',
      words: null,
      fileId: null,
      keptFor: null,
      madeTo: null,
      goodUntil: '2026-10-10',
      ...given,
    })
    const COUNT = { kind: 'count', keptFor: 50, madeTo: 60 } as const

    test('its owner and the plan’s keeper say how it stands; nobody else does', async () => {
      assert.equal(await update(people.owner), 'done')
      assert.equal(await update(people.lead), 'done')
      for (const who of ['other', 'board', 'child'] as const) assert.equal(await update(people[who]), 'refused', who)
      const said = await as(people.board, (query) => listUpdates(query, ACTION))
      assert.deepEqual([said.length, said[0]!.saidAs, said[0]!.saidOn], [2, 'strategy_lead', TODAY])
    })

    test('done needs something that shows it, of the same item', async () => {
      assert.equal(await update(people.owner, { progress: 'done' }), 'refused')
      const elsewhere = await as(people.owner, (query) => addProof(query, people.owner, proof()))
      assert.equal(await update(people.owner, { progress: 'done', proofId: elsewhere }), 'refused')
      const own = await as(people.owner, (query) => addProof(query, people.owner, proof({ itemId: ACTION })))
      assert.equal(await update(people.owner, { progress: 'done', proofId: own }), 'done')
      assert.equal((await as(people.owner, (query) => findItem(query, ACTION)))!.progress, 'done')
    })

    test('what broke down is offered again, and the newest word holds', async () => {
      assert.equal(await update(people.owner, { progress: 'broken down', words: 'The firm closed.' }), 'done')
      assert.equal(await update(people.owner, { progress: 'offered again', words: 'With another firm.' }), 'done')
      const item = (await as(people.owner, (query) => findItem(query, ACTION)))!
      assert.deepEqual([item.progress, item.lastUpdate!.words], ['offered again', 'With another firm.'])
    })

    test('rule 4: an owner cannot set their own promise’s state', async () => {
      assert.equal(await update(people.owner, { itemId: PROMISE, progress: 'under way' }), 'refused')
      assert.equal(await update(people.lead, { itemId: PROMISE, progress: 'under way' }), 'refused')
      assert.equal(await update(people.owner, { itemId: PROMISE }), 'done')
      const count = (who: Actor, itemId: string) =>
        tries(who, (query) => addProof(query, who, proof({ ...COUNT, itemId })))
      assert.equal(await count(people.owner, PROMISE), 'refused')
      assert.equal(await count(people.leadWhoOwns, OTHER), 'refused')
      assert.equal(await count(people.lead, PROMISE), 'done')
      const reason = (who: Actor, itemId: string) =>
        tries(who, (query) =>
          addReason(query, who, { itemId, because: 'No home here has room for four.', reviewOn: '2026-10-01' }),
        )
      assert.equal(await reason(people.owner, PROMISE), 'refused')
      assert.equal(await reason(people.leadWhoOwns, OTHER), 'refused')
      assert.equal(await reason(people.lead, ACTION), 'refused', 'an action is no promise')
      assert.equal(await reason(people.lead, PROMISE), 'done')
      assert.equal((await as(people.child, (query) => listReasons(query)))[0]!.reviewOn, '2026-10-01')
    })

    test('true counts are for those with the right; what else shows it is for everybody', async () => {
      const titles = async (who: Actor) =>
        (await as(who, (query) => listProofs(query, [PROMISE]))).map(({ kind }) => kind)
      assert.deepEqual(await titles(people.board), ['text'])
      assert.deepEqual(await titles(people.child), ['text'])
      assert.deepEqual((await titles(council.system)).sort(), ['count', 'text'])
    })

    test('a child reads the pledge and no plan of the council’s', async () => {
      assert.equal((await as(people.child, (query) => findPlan(query, 'pledge')))!.items.length, 2)
      assert.equal(await as(people.child, (query) => findPlan(query, 'action plan')), null)
      assert.equal(await as(people.child, (query) => findItem(query, ACTION)), null)
      assert.deepEqual(await as(people.child, (query) => listUpdates(query, ACTION)), [])
    })

    test('proof that counts for ever, or an empty word, is not taken', async () => {
      const adds = (given: Partial<NewProof>) =>
        tries(people.owner, (query) => addProof(query, people.owner, proof(given)))
      assert.equal(await adds({ goodUntil: '2029-01-01' }), 'refused')
      assert.equal(await adds({ goodUntil: '2026-07-09' }), 'refused')
      assert.equal(await adds({ goodUntil: TODAY }), 'done')
      assert.equal(await update(people.owner, { words: '  ' }), 'refused')
    })

    test('the keeper names who answers for it; what the plan says stays', async () => {
      await as(people.other, (query) => nameOwner(query, ACTION, people.other.personId))
      assert.equal((await as(people.other, (query) => listItemsOf(query, people.other.personId))).length, 0)
      await as(people.lead, (query) => nameOwner(query, ACTION, people.other.personId))
      assert.equal((await as(people.other, (query) => listItemsOf(query, people.other.personId)))[0]!.id, ACTION)
      assert.equal(await update(people.owner), 'refused')
      assert.equal(await tries(people.lead, (query) => sql`update plan_item set title = 'x'`.execute(query)), 'refused')
    })

    test('the lines of a promise are the council’s newest, and only the keeper draws them', async () => {
      assert.deepEqual(await as(people.child, readPromiseRule), { keptFrom: 95, partlyFrom: 50 })
      const rule = { keptFrom: 90, partlyFrom: 60 }
      const set = (who: Actor) => tries(who, (query) => setPromiseRule(query, who, rule, 'Agreed by the board in July'))
      assert.equal(await set(people.owner), 'refused')
      assert.equal(await set(people.lead), 'done')
      assert.deepEqual(await as(people.child, readPromiseRule), rule)
    })

    test('knots are joined once and read both ways', async () => {
      const action = { kind: 'action', ref: ACTION } as const
      const measure = { kind: 'measure', ref: 'M20' } as const
      assert.equal(await tries(people.board, (query) => joinKnots(query, people.board, action, measure)), 'refused')
      await as(people.lead, (query) => joinKnots(query, people.lead, action, measure))
      assert.deepEqual(await as(people.board, (query) => listJoined(query, action)), [measure])
      assert.deepEqual(await as(people.board, (query) => listJoined(query, measure)), [action])
    })
  })
}
