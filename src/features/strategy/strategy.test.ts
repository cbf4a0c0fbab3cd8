import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { engines, makeTestCouncil, type TestCouncil, TODAY } from '../../../test/kit/council.ts'
import type { Actor, Query } from '../../database/database.ts'
import { compareVersions, countChanges } from '../../domain/strategy/compare-versions.ts'
import { standVersions } from '../../domain/strategy/strategy.ts'
import {
  addPart,
  approveVersion,
  beginVersion,
  endStrategyJoin,
  joinPart,
  listParts,
  listStrategyJoins,
  listVersions,
  type NewPart,
  rewritePart,
  takeOutPart,
  type VersionTexts,
  writeVersion,
} from './strategy.store.ts'

const PLAN = '00000000-0000-4000-8000-000000000021'
const BODY = '00000000-0000-4000-8000-000000000022'
const NOBODYS = '00000000-0000-4000-8000-000000000023'
const TEXTS: VersionTexts = {
  title: 'Our strategy',
  period: '2026 to 2029',
  vision: 'Every child has a home that lasts.',
  foreword: 'We are proud of you.',
  forewordBy: 'Lead member for children',
  forewordOn: '2026-03-01',
  plainWords: 'We want you to have a home that lasts.',
  plainWordsBy: 'the children in care council',
  why: '',
}
const part = (given: Partial<NewPart>): NewPart => ({
  kind: 'area',
  areaId: null,
  statementKind: null,
  title: 'Homes',
  words: '',
  isChildren: false,
  onDay: null,
  principles: [],
  ...given,
})

for (const engine of engines) {
  describe(`the strategy and its versions, on ${engine}`, () => {
    let council: TestCouncil
    const people = {} as Record<'lead' | 'clerk' | 'board' | 'child' | 'duty', Actor>
    let first: string
    let area: string
    before(async () => {
      council = await makeTestCouncil(engine)
      Object.assign(people, {
        lead: await council.addStaff('strategy_lead'),
        clerk: await council.addStaff('clerk'),
        board: await council.addStaff('board_member'),
        duty: await council.addStaff('duty_worker'),
        child: council.actor(await council.addChild({ code: 'C1', role: 'child' })),
      })
      const { authorityId } = council.council
      await council.database.asOwner(async (query) => {
        await sql`insert into body (authority_id, id, name, regime) values (${authorityId}, ${BODY}, 'Cabinet', 'formal')`.execute(
          query,
        )
        await sql`insert into plan (authority_id, id, kind, title) values (${authorityId}, ${PLAN}, 'pledge', 'Our promises')`.execute(
          query,
        )
        await sql`insert into plan_item (authority_id, id, plan_id, position, title) values (${authorityId}, ${PLAN}, ${PLAN}, 1, 'A home that lasts')`.execute(
          query,
        )
      })
      first = await as(people.lead, (query) => beginVersion(query, people.lead, TEXTS, null))
    })
    after(async () => council?.close())

    const as = <T>(who: Actor, work: (query: Query) => Promise<T>) => council.database.as(who, work)
    const tries = (who: Actor, work: (query: Query) => Promise<unknown>) =>
      as(who, work).then(
        () => 'done',
        (error: { code?: string }) =>
          ['42501', '23514', '23505', '23503'].includes(error.code ?? '') ? 'refused' : Promise.reject(error),
      )
    const approve = (who: Actor, versionId = first, given: Partial<Parameters<typeof approveVersion>[2]> = {}) =>
      tries(who, (query) =>
        approveVersion(query, who, {
          versionId,
          bodyId: BODY,
          approvedOn: '2026-04-20',
          inForceFrom: '2026-05-01',
          note: 'Minute 7',
          ...given,
        }),
      )

    test('a draft is for those with the plan: no child and nobody else finds it, and only its keeper writes it', async () => {
      assert.equal((await as(people.board, listVersions)).length, 1)
      assert.equal((await as(people.child, listVersions)).length, 0)
      assert.equal((await as(people.duty, listVersions)).length, 0)
      assert.equal(await as(people.board, (query) => writeVersion(query, first, TEXTS)), false)
      assert.equal(await tries(people.board, (query) => addPart(query, people.board, first, part({}))), 'refused')
      assert.equal(await tries(people.board, (query) => beginVersion(query, people.board, TEXTS, null)), 'refused')
    })

    test('it is not approved without an area and a short version for children, nor by a body that is not here', async () => {
      assert.equal(await approve(people.lead), 'refused')
      area = await as(people.lead, (query) => addPart(query, people.lead, first, part({ principles: [6] })))
      await as(people.lead, (query) => writeVersion(query, first, { ...TEXTS, plainWords: '' }))
      assert.equal(await approve(people.lead), 'refused')
      await as(people.lead, (query) => writeVersion(query, first, TEXTS))
      await approve(people.lead, first, { bodyId: NOBODYS })
      assert.equal((await as(people.lead, listVersions))[0]!.approval, null)
      assert.equal(
        await approve(people.lead, first, { approvedOn: '2026-07-11', inForceFrom: '2026-07-11' }),
        'refused',
      )
      assert.equal(await approve(people.lead, first, { inForceFrom: '2026-04-19' }), 'refused')
      assert.equal(await approve(people.board), 'refused')
    })

    test('statements stand under an area, and each is joined to what exists', async () => {
      const statement = { kind: 'statement', statementKind: 'challenge', areaId: area } as const
      const id = await as(people.lead, (query) =>
        addPart(query, people.lead, first, part({ ...statement, title: 'Too few homes for brothers and sisters' })),
      )
      assert.equal(
        await tries(people.lead, (query) => addPart(query, people.lead, first, part({ ...statement, areaId: null }))),
        'refused',
      )
      assert.equal(await as(people.lead, (query) => takeOutPart(query, area)), false)
      const join = (toKind: 'promise' | 'action' | 'measure', toRef: string, who = people.lead) =>
        tries(who, (query) => joinPart(query, who, { partId: id, toKind, toRef }))
      assert.equal(await join('promise', PLAN), 'done')
      assert.equal(await join('promise', PLAN), 'done')
      assert.equal(await join('measure', 'M20'), 'done')
      assert.equal(await join('action', PLAN), 'refused')
      assert.equal(await join('promise', NOBODYS), 'refused')
      assert.equal(await join('measure', 'M21', people.board), 'refused')
      const joins = await as(people.board, (query) => listStrategyJoins(query, first))
      assert.deepEqual(joins.map(({ toKind, toRef }) => `${toKind} ${toRef}`).sort(), [
        'measure M20',
        `promise ${PLAN}`,
      ])
    })

    test('the clerk who minuted it writes the approval down; from then on the database refuses every change of it', async () => {
      assert.equal(await approve(people.clerk), 'done')
      assert.equal(await approve(people.lead), 'refused')
      assert.equal(await as(people.lead, (query) => writeVersion(query, first, { ...TEXTS, vision: 'Less.' })), false)
      assert.equal(await tries(people.lead, (query) => addPart(query, people.lead, first, part({}))), 'refused')
      const parts = await as(people.lead, (query) => listParts(query, first))
      for (const one of parts) {
        assert.equal(await as(people.lead, (query) => rewritePart(query, one.id, { ...one, title: 'Less' })), false)
        assert.equal(await as(people.lead, (query) => takeOutPart(query, one.id)), false)
      }
      const { rowCount } = await as(people.lead, async (query) => ({
        rowCount: (await sql`select from strategy_approval`.execute(query)).rows.length,
      }))
      assert.equal(rowCount, 1)
      assert.equal(
        await tries(people.lead, (query) =>
          sql`update strategy_approval set in_force_from = '2027-01-01'`.execute(query),
        ),
        'refused',
      )
      assert.equal(await tries(people.lead, (query) => sql`delete from strategy_approval`.execute(query)), 'refused')
    })

    test('once approved everybody the council knows reads it, children too', async () => {
      for (const who of [people.child, people.duty, people.board]) {
        const [version] = await as(who, listVersions)
        assert.deepEqual(version!.approval, {
          bodyName: 'Cabinet',
          approvedOn: '2026-04-20',
          inForceFrom: '2026-05-01',
          note: 'Minute 7',
        })
        assert.equal((await as(who, (query) => listParts(query, first))).length, 2)
      }
    })

    test('joins go on changing while it is in force, each with its day', async () => {
      const [one] = await as(people.lead, (query) => listStrategyJoins(query, first))
      assert.equal(await as(people.board, (query) => endStrategyJoin(query, one!.id)), false)
      assert.equal(await as(people.lead, (query) => endStrategyJoin(query, one!.id)), true)
      assert.equal(await as(people.lead, (query) => endStrategyJoin(query, one!.id)), false)
      await as(people.lead, (query) => joinPart(query, people.lead, one!))
      assert.equal((await as(people.lead, (query) => listStrategyJoins(query, first))).length, 2)
    })

    test('the next version begins as the one before, is changed, approved, and both are read: what was promised stays', async () => {
      const [before] = await as(people.lead, listVersions)
      const second = await as(people.lead, (query) =>
        beginVersion(query, people.lead, { ...TEXTS, why: 'Two years have gone.' }, before!),
      )
      const read = (id: string) => as(people.lead, (query) => listParts(query, id))
      const [older, copied] = [await read(first), await read(second)]
      assert.deepEqual(
        copied.map(({ lineId, title }) => [lineId, title]).sort(),
        older.map(({ lineId, title }) => [lineId, title]).sort(),
      )
      assert.equal((await as(people.lead, (query) => listStrategyJoins(query, second))).length, 2)
      const statement = copied.find(({ kind }) => kind === 'statement')!
      await as(people.lead, (query) => rewritePart(query, statement.id, { ...statement, title: 'Too few homes' }))
      await as(people.lead, (query) => addPart(query, people.lead, second, part({ title: 'Health' })))
      const versions = await as(people.lead, listVersions)
      const { changes } = compareVersions(
        { version: versions[1]!, parts: await read(first) },
        { version: versions[0]!, parts: await read(second) },
      )
      assert.deepEqual(countChanges(changes), { added: 1, takenAway: 0, reworded: 1, moved: 0 })
      assert.equal(await approve(people.lead, second), 'refused', 'two are not in force from one day')
      assert.equal(await approve(people.lead, second, { approvedOn: '2026-07-01', inForceFrom: TODAY }), 'done')
      const both = await as(people.child, listVersions)
      assert.deepEqual([...standVersions(both, TODAY).values()], ['in force', 'replaced'])
      assert.ok(
        (await as(people.child, (query) => listParts(query, first))).some(
          ({ title }) => title === 'Too few homes for brothers and sisters',
        ),
      )
    })
  })
}
