import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { type Board, makeBoard } from '../../../../test/kit/board.ts'
import { engines, makeTestCouncil, type TestCouncil, TODAY } from '../../../../test/kit/council.ts'
import type { Actor } from '../../../database/database.ts'
import { readPackFor } from './write-pack-file.ts'

const PLEDGE = '00000000-0000-4000-8000-000000000071'
const OLD = '00000000-0000-4000-8000-000000000072'
const MEETING = '00000000-0000-4000-8000-000000000073'
const WORD = '00000000-0000-4000-8000-000000000074'
const TOLD = '00000000-0000-4000-8000-000000000075'
const TITLE = 'What changed in how we count and decide'

for (const engine of engines) {
  describe(`rule 4: changed definitions, lines and joins are listed in the next pack, on ${engine}`, () => {
    let council: TestCouncil
    let board: Board
    let lead: Actor
    before(async () => {
      council = await makeTestCouncil(engine)
      board = await makeBoard(council)
      lead = await council.addStaff('strategy_lead')
      const { authorityId } = council.council
      await own(sql`insert into plan (authority_id, id, kind, title, version, agreed_on, replaces_id, why) values
        (${authorityId}, ${OLD}, 'pledge', 'Our promises', '1', '2024-01-01', null, null),
        (${authorityId}, ${PLEDGE}, 'pledge', 'Our promises', '2', '2026-01-01', ${OLD}, 'Young people asked.')`)
      await own(
        sql`insert into plan_item (authority_id, id, plan_id, position, title) values (${authorityId}, ${PLEDGE}, ${PLEDGE}, 1, 'A home that lasts')`,
      )
      await join('M20', '2026-02-01', null)
      await join('M21', '2026-02-01', null)
    })
    after(async () => council?.close())

    const own = (statement: ReturnType<typeof sql>) => council.database.asOwner((query) => statement.execute(query))
    const join = (measure: string, from: string, to: string | null) =>
      own(sql`insert into knot_join (authority_id, from_kind, from_ref, to_kind, to_ref, joined_by, joined_on, ended_on)
        values (${council.council.authorityId}, 'promise', ${PLEDGE}, 'measure', ${measure}, ${lead.personId}, ${from}, ${to})`)
    const readSection = async () => {
      const reader = { database: council.database, council: council.council, actor: council.system, today: TODAY }
      const { pack } = (await readPackFor(reader, '2026-07-14'))!
      return { pack, section: pack.sections.find(({ title }) => title === TITLE) }
    }
    const sendEarlier = (content: string) =>
      own(sql`insert into pack (authority_id, meeting_id, body_id, seal_number, as_at, content, published_at, published_by)
        values (${council.council.authorityId}, ${MEETING}, ${board.bodyId}, 1, '2026-04-14', ${content}::jsonb, '2026-04-14 12:00+01', ${lead.personId})`)

    test('the first pack has nothing to compare with, and writes down by which wordings it counts', async () => {
      const { pack, section } = await readSection()
      assert.equal(section, undefined)
      assert.ok(pack.wordings)
    })

    test('where nothing changed since the last pack, it says that nothing did', async () => {
      await own(sql`insert into meeting (authority_id, id, body_id, held_on, status) values
        (${council.council.authorityId}, ${MEETING}, ${board.bodyId}, '2026-04-20', 'held')`)
      await sendEarlier(JSON.stringify({ wordings: (await readSection()).pack.wordings }))
      const { section } = await readSection()
      assert.deepEqual(section!.figures, [])
      assert.match(section!.plain.join(' '), /Nothing changed since the last pack, of 14 April 2026/)
    })

    test('every change since is a row with its day and its reason, and none from before', async () => {
      const { authorityId } = council.council
      await own(sql`insert into promise_rule (authority_id, kept_from, partly_from, why, set_by, set_at) values
        (${authorityId}, 80, 40, 'Before the last pack', ${lead.personId}, '2026-04-14 11:59+01'),
        (${authorityId}, 90, 50, 'Young people asked for it.', ${lead.personId}, '2026-04-14 12:01+01')`)
      await own(sql`insert into measure_direction (authority_id, measure_id, direction, why, set_by, set_on, set_at) values
        (${authorityId}, 'M01', 'lower', 'The board decided.', ${lead.personId}, '2026-05-02', '2026-05-02')`)
      await own(sql`update plan set agreed_on = '2026-06-01' where authority_id = ${authorityId} and id = ${PLEDGE}`)
      await own(sql`update knot_join set ended_on = '2026-05-03' where to_ref = 'M21'`)
      await join('M23', '2026-05-03', null)
      await join('M25', '2026-05-03', '2026-05-03')
      await own(
        sql`insert into plan (authority_id, id, kind, title) values (${authorityId}, ${WORD}, 'commitments', 'Our word')`,
      )
      await own(
        sql`insert into plan_item (authority_id, id, plan_id, position, title) values (${authorityId}, ${WORD}, ${WORD}, 1, 'Two flats a year')`,
      )
      await own(sql`insert into loose_progress (authority_id, id, report, said_on, position, words, taken_by) values
        (${authorityId}, ${TOLD}, 'One Year On', '2026-01-01', 1, 'One is let', ${lead.personId})`)
      await own(sql`insert into progress_join (authority_id, progress_id, item_id, joined_by, joined_on) values
        (${authorityId}, ${TOLD}, ${WORD}, ${lead.personId}, '2026-05-04')`)
      const { section } = await readSection()
      assert.deepEqual(section!.figures[0]!.table.rows, [
        ['The promises have a new version, 2', '1 June 2026', 'Young people asked.'],
        [
          'A promise is now kept from 90 of every 100 children, and partly kept from 50',
          '14 April 2026',
          'Young people asked for it.',
        ],
        ['M01: lower is better', '2 May 2026', 'The board decided.'],
        ['Promise 1, A home that lasts is no longer joined to M21', '3 May 2026', ''],
        ['Promise 1, A home that lasts is joined to M23', '3 May 2026', ''],
        ['What “One Year On” told is joined to Two flats a year', '4 May 2026', ''],
      ])
      assert.match(section!.plain[0]!, /6 things changed/)
    })

    test('a figure that is counted by another wording than in the last pack is named; an older pack that kept none says so', async () => {
      await own(sql`delete from pack`)
      await sendEarlier('{"wordings":{"M42":9}}')
      assert.match(
        (await readSection()).section!.figures[0]!.table.rows[0]![0]!,
        /^M42 is counted by wording 1 .* it was wording 9$/,
      )
      await own(sql`delete from pack`)
      await sendEarlier('{}')
      assert.match((await readSection()).section!.plain.join(' '), /did not write down by which wording/)
    })
  })
}
