import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { sql } from 'kysely'
import { countRows } from '../../../test/kit/attempt.ts'
import { type Board, makeBoard } from '../../../test/kit/board.ts'
import { engines, makeTestCouncil, type TestCouncil, TODAY } from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'
import { keepAttendance, listAttendance, listAttendanceCounts } from './attendance.store.ts'
import { listGuestRules } from './body-rule.store.ts'
import { addExpectedReport, listExpectedReports, readReportsIn } from './report.store.ts'
import { addSeat, endSeat, listSeats } from './seat.store.ts'

for (const engine of engines) {
  describe(`bodies as several people, on ${engine}`, () => {
    let council: TestCouncil
    let board: Board
    before(async () => {
      council = await makeTestCouncil(engine)
    })
    after(() => council?.close())
    beforeEach(async () => {
      board = await makeBoard(council)
    })
    const as = <T>(actor: Actor, work: Parameters<typeof council.database.as<T>>[1]) => council.database.as(actor, work)
    const authority = () => council.council.authorityId

    test('rule 36: a seat opens agendas and papers from its first day to its last, and not a day before or after', async () => {
      const seat = {
        personId: board.outsider.personId,
        seatName: null,
        part: 'member',
        party: 'Meadow Party',
        organisation: null,
        groupName: null,
      } as const
      await as(board.clerk, (query) =>
        addSeat(query, authority(), {
          ...seat,
          bodyId: board.bodyId,
          seesPrivate: true,
          startsOn: '2026-07-02',
          endsOn: '2026-07-10',
        }),
      )
      const reads = async (today: string) => {
        const on = { ...board.outsider, today }
        return [
          await countRows(council.database, on, 'agenda_item', `meeting_id = '${board.meetingId}'`),
          await countRows(council.database, on, 'paper', `meeting_id = '${board.meetingId}'`),
        ]
      }
      assert.deepEqual(await reads('2026-07-01'), [0, 0])
      assert.deepEqual(await reads('2026-07-02'), [3, 1])
      assert.deepEqual(await reads('2026-07-10'), [3, 1])
      assert.deepEqual(await reads('2026-07-11'), [0, 0])
    })

    test('a seat is ended today once, and one whose term ends later is ended sooner', async () => {
      const seats = await as(board.clerk, (query) => listSeats(query, board.bodyId))
      const { id } = seats.find(({ personId }) => personId === board.member.personId)!
      const end = (who: Actor) => as(who, (query) => endSeat(query, board.bodyId, id))
      assert.equal(await end(board.member), false)
      await council.database.asOwner((query) =>
        sql`update body_member set ends_on = '2027-05-06' where id = ${id}`.execute(query),
      )
      assert.equal(await end(board.clerk), true)
      assert.equal(await end(board.clerk), false)
      const left = await as({ ...board.clerk, today: '2026-07-11' }, (query) => listSeats(query, board.bodyId))
      assert.ok(!left.some((seat) => seat.id === id))
    })

    test('somebody who never signs in has a seat, by what they are', async () => {
      await as(board.clerk, (query) =>
        addSeat(query, authority(), {
          bodyId: board.bodyId,
          personId: null,
          seatName: 'Chief inspector',
          part: 'partner',
          party: null,
          organisation: 'Police',
          groupName: null,
          seesPrivate: false,
          startsOn: TODAY,
          endsOn: null,
        }),
      )
      const [seat] = (await as(board.member, (query) => listSeats(query, board.bodyId))).filter(
        ({ organisation }) => organisation === 'Police',
      )
      assert.deepEqual([seat!.name, seat!.personId, seat!.title], ['Chief inspector', null, null])
    })

    test('rule 35: a young representative’s name is the clerk’s and their own; everybody else reads what they are', async () => {
      const names = async (who: Actor) =>
        (await as(who, (query) => listSeats(query, board.bodyId)))
          .filter(({ personId }) => personId === board.young.personId)
          .map(({ name }) => name)
      for (const who of [board.clerk, board.young]) assert.deepEqual(await names(who), ['Yas Example'])
      for (const who of [board.member, board.youngToo, board.director, board.worker])
        assert.deepEqual(await names(who), ['young_representative'], 'their title, and no name')
      const [member] = (await as(board.worker, (query) => listSeats(query, board.bodyId))).filter(
        ({ part }) => part === 'member',
      )
      assert.equal(member!.name, 'Mem Example')
    })

    test('who came is the clerk’s line by line, and counts for everybody else; changed, it is not counted twice', async () => {
      const meeting = { id: board.meetingId, bodyId: board.bodyId }
      const seats = await as(board.clerk, (query) => listSeats(query, board.bodyId))
      const idOf = (person: Actor) => seats.find(({ personId }) => personId === person.personId)!.id
      await as(board.clerk, async (query) => {
        for (const [who, answer] of [
          [board.member, 'came'],
          [board.partner, 'sent apologies'],
          [board.young, 'invited'],
          [board.young, 'came'],
        ] as const)
          await keepAttendance(query, authority(), meeting, { kind: 'seat', ref: idOf(who), answer })
      })
      assert.equal((await as(board.clerk, (query) => listAttendance(query, board.meetingId))).length, 3)
      assert.deepEqual(await as(board.member, (query) => listAttendance(query, board.meetingId)), [])
      const counts = async (who: Actor) =>
        (await as(who, listAttendanceCounts))
          .filter(({ meetingId }) => meetingId === board.meetingId)
          .map(({ organisation, invited, came, apologies }) => [organisation, invited, came, apologies])
          .sort()
      assert.deepEqual(await counts(board.member), [], 'a meeting still to come is not counted')
      await council.database.asOwner(async (query) => {
        await sql`update agenda_item set title = 'Pets' where id = ${board.youngItemId}`.execute(query)
        await sql`update meeting set status = 'held' where id = ${board.meetingId}`.execute(query)
      })
      assert.deepEqual(await counts(board.member), [
        ['Councillors', 2, 1, 1],
        ['Young people', 1, 1, 0],
      ])
      const child = council.actor(await council.addChild({ code: `C${board.bodyId.slice(0, 6)}`, role: 'child' }))
      assert.deepEqual(await counts(child), [])
    })

    test('a guest who is to come once a year is met by a meeting that was held, and by nothing else', async () => {
      await as(board.clerk, (query) =>
        sql`insert into guest_rule (authority_id, body_id, who) values (${authority()}, ${board.bodyId}, 'Chief executive')`.execute(
          query,
        ),
      )
      const read = async () => (await as(board.member, (query) => listGuestRules(query, board.bodyId)))[0]!
      const meeting = { id: board.meetingId, bodyId: board.bodyId }
      const { id } = await read()
      await as(board.clerk, (query) =>
        keepAttendance(query, authority(), meeting, { kind: 'rule', ref: id, answer: 'sent somebody' }),
      )
      await council.database.asOwner(async (query) => {
        await sql`update agenda_item set title = 'Pets' where id = ${board.youngItemId}`.execute(query)
        await sql`update meeting set status = 'held' where id = ${board.meetingId}`.execute(query)
      })
      assert.deepEqual((await read()).came, [], 'somebody else in their place is not them')
      await as(board.clerk, (query) =>
        keepAttendance(query, authority(), meeting, { kind: 'rule', ref: id, answer: 'came' }),
      )
      assert.deepEqual((await read()).came, ['2026-07-14'])
    })

    test('that a report is in is known to its writer, and not a word of it', async () => {
      await as(board.clerk, (query) =>
        addExpectedReport(query, authority(), {
          bodyId: board.bodyId,
          title: 'Complaints',
          turn: { kind: 'every meeting' },
          personId: board.director.personId,
          writtenBy: 'Director',
          daysBefore: 14,
        }),
      )
      const report = (await as(board.director, listExpectedReports)).find(({ bodyId }) => bodyId === board.bodyId)!
      const key = `${board.meetingId} ${report.id}`
      const isIn = async () => (await as(board.director, readReportsIn)).has(key)
      await council.database.asOwner((query) =>
        sql`update paper set expected_report_id = ${report.id}, full_text = ' ' where id = ${board.paperId}`.execute(
          query,
        ),
      )
      assert.equal(await isIn(), false, 'a paper without words is not in')
      await council.database.asOwner((query) =>
        sql`update paper set full_text = 'All of it.' where id = ${board.paperId}`.execute(query),
      )
      assert.equal(await isIn(), true)
      assert.equal(await countRows(council.database, board.director, 'paper', `id = '${board.paperId}'`), 0)
    })
  })
}
