import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { engines, makeTestCouncil, type TestCouncil, TODAY } from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'
import type { Knot } from '../../domain/thread/chain.ts'
import type { Visit } from '../../web/route.ts'
import { readThread } from './index.ts'

const id = (n: number) => `00000000-0000-4000-8000-0000000001${n}`
const PROMISE: Knot = { kind: 'promise', ref: id(10) }
const ACTION: Knot = { kind: 'action', ref: id(11) }
const DECISION: Knot = { kind: 'decision', ref: id(14) }

for (const engine of engines) {
  describe(`the thread, on ${engine}`, () => {
    let council: TestCouncil
    let board: Actor
    let outsider: Actor
    let child: Actor
    before(async () => {
      council = await makeTestCouncil(engine)
      board = await council.addStaff('board_member', 'Bo Example')
      outsider = await council.addStaff('administrator', 'Addy Example')
      child = council.actor(await council.addChild({ code: 'K1', role: 'child' }))
      const { authorityId } = council.council
      await council.database.asOwner(async (query) => {
        const plan = (
          kind: string,
          n: number,
          title: string,
          rest: { measure?: string; owner?: string; due?: string } = {},
        ) =>
          sql`with made as (insert into plan (authority_id, id, kind, title) values (${authorityId}, ${id(n)}, ${kind}, ${kind}))
            insert into plan_item (authority_id, id, plan_id, position, title, measure_id, owners, due_on)
              values (${authorityId}, ${id(n)}, ${id(n)}, 1, ${title}, ${rest.measure ?? null}, ${rest.owner ? [rest.owner] : []}, ${rest.due ?? null})`.execute(
            query,
          )
        await plan('pledge', 10, 'Your meeting, your way', { measure: 'M42' })
        await plan('action plan', 11, 'Ask every child first', { owner: 'Leaving care lead', due: '2026-08-31' })
        const [body, meeting, item] = [id(12), id(12), id(13)]
        await sql`insert into body (authority_id, id, name, regime) values (${authorityId}, ${body}, 'A board', 'advisory')`.execute(
          query,
        )
        await sql`insert into body_member (authority_id, body_id, person_id, part, starts_on) values (${authorityId}, ${body}, ${board.personId}, 'member', '2020-01-01')`.execute(
          query,
        )
        await sql`insert into meeting (authority_id, id, body_id, held_on, status) values (${authorityId}, ${meeting}, ${body}, '2026-04-14', 'held')`.execute(
          query,
        )
        await sql`insert into agenda_item (authority_id, id, meeting_id, body_id, position, title) values (${authorityId}, ${item}, ${meeting}, ${body}, 2, 'How reviews feel')`.execute(
          query,
        )
        await sql`insert into decision (authority_id, id, agenda_item_id, meeting_id, body_id, title, words, outcome, decided_on)
          values (${authorityId}, ${DECISION.ref}, ${item}, ${meeting}, ${body}, 'A day before', 'Papers go out a day before.', 'yes', '2026-04-14')`.execute(
          query,
        )
        const join = (from: Knot, to: Knot) =>
          sql`insert into knot_join (authority_id, from_kind, from_ref, to_kind, to_ref, joined_by)
            values (${authorityId}, ${from.kind}, ${from.ref}, ${to.kind}, ${to.ref}, ${council.system.personId})`.execute(
            query,
          )
        await join(ACTION, PROMISE)
        await join({ kind: 'agenda item', ref: item }, PROMISE)
      })
    })
    after(async () => council?.close())

    const read = (actor: Actor, knot: Knot) =>
      readThread({ database: council.database, actor, today: TODAY } as Visit, knot, async () => ({
        'done for children': { title: '38 of 46' },
      }))

    test('from a promise: its action with owner and day, its measure, the board’s newest word, and gaps as gaps', async () => {
      const knots = await read(board, PROMISE)
      assert.deepEqual(
        knots.map(({ kind, title, isGap }) => [kind, title, isGap ?? false]),
        [
          ['promise', 'Your meeting, your way', false],
          ['plan', 'Ask every child first', false],
          ['done for children', '38 of 46', false],
          ['measure', 'Reviews in which the child took part', false],
          ['board', 'A day before', false],
          ['answer', 'No answer yet', true],
          ['children say', 'Nobody has answered yet', true],
        ],
      )
      assert.equal(knots[0]!.isCurrent, true)
      assert.equal(knots[1]!.note, 'Leaving care lead, by 31 August 2026')
      assert.equal(knots[4]!.note, '14 April 2026')
      assert.equal(knots[4]!.others!.length, 1)
    })

    test('from its other end the same thread, both ways', async () => {
      const knots = await read(board, DECISION)
      assert.equal(knots.find(({ kind }) => kind === 'promise')!.href, `/promises/${PROMISE.ref}`)
      assert.equal(knots.find(({ kind }) => kind === 'board')!.isCurrent, true)
    })

    test('what is written for others leaves out what they may not see, though its writer may', async () => {
      const reader = { database: council.database, council: council.council, actor: board, today: TODAY }
      const seen: [string, boolean][] = []
      const knots = await readThread(
        reader,
        PROMISE,
        async () => ({}),
        (knot) => {
          if (knot.bodyId !== null) seen.push([knot.title, knot.isHeldBack])
          return knot.kind !== 'decision'
        },
      )
      assert.equal(knots.find(({ kind }) => kind === 'board')!.title, 'How reviews feel')
      assert.deepEqual(seen.toSorted(), [
        ['A day before', false],
        ['How reviews feel', false],
      ])
    })

    test('what a reader may not see is not on their thread', async () => {
      const titles = async (actor: Actor) => (await read(actor, PROMISE)).map(({ title }) => title)
      for (const actor of [outsider, child]) {
        const seen = await titles(actor)
        assert.ok(!seen.includes('A day before') && !seen.includes('How reviews feel'))
        assert.ok(!seen.includes('Ask every child first'))
        assert.ok(seen.includes('Your meeting, your way'))
      }
    })
  })
}
