import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import { attempt, countRows } from '../../../test/kit/attempt.ts'
import { type Board, GROUP, makeBoard } from '../../../test/kit/board.ts'
import { engines, makeTestCouncil, type TestCouncil, TODAY } from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'
import { answerChallenge, findChallenge, judgeAnswer, raiseChallenge } from './challenge.store.ts'
import { copyMeeting } from './copy-meeting.command.ts'
import { addDecision } from './decision.store.ts'
import { findNextMeeting, listItems, setStatus } from './meeting.store.ts'
import { findPaper, listPapers, publishPaper } from './paper.store.ts'

/** The database's own word for a check that failed. */
const REFUSED_BY_CHECK = '23514'

for (const engine of engines) {
  describe(`meetings as several people, on ${engine}`, () => {
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
    const tryAs = (actor: Actor, statement: RawBuilder<unknown>) => attempt(council.database, actor, statement)
    const publish = (id: string) => sql`update paper set published_on = ${TODAY} where id = ${id}`

    test('a paper without its plain version or its impact answer is not published, by SQL either', async () => {
      assert.equal(await tryAs(board.clerk, publish(board.paperId)), REFUSED_BY_CHECK)
      await as(board.clerk, (query) =>
        sql`update paper set plain_version = 'Short.' where id = ${board.paperId}`.execute(query),
      )
      await as(board.clerk, (query) => publishPaper(query, board.paperId, TODAY))
      assert.equal((await as(board.member, (query) => findPaper(query, board.paperId)))?.publishedOn, TODAY)
      const empty = sql`update paper set impact = ' ' where id = ${board.paperId}`
      assert.equal(await tryAs(board.clerk, empty), REFUSED_BY_CHECK)
    })

    test('a paper that is not published is the clerk’s alone', async () => {
      for (const actor of [board.member, board.partner, board.young, board.director, board.worker])
        assert.equal(await countRows(council.database, actor, 'paper', `id = '${board.paperId}'`), 0)
      assert.equal(await countRows(council.database, board.clerk, 'paper', `id = '${board.paperId}'`), 1)
    })

    test('a board member sees published papers of their own bodies only', async () => {
      assert.equal(await countRows(council.database, board.member, 'paper', `id = '${board.privatePaperId}'`), 1)
      assert.equal(await countRows(council.database, board.outsider, 'paper'), 0)
      assert.equal(await countRows(council.database, board.outsider, 'agenda_item'), 0)
    })

    test('a private item is not there for a partner or a colleague: no row, no count, no gap in the numbers', async () => {
      const titles = async (actor: Actor) =>
        (await as(actor, (query) => listItems(query, board.meetingId))).map((item) => item.title)
      assert.deepEqual(await titles(board.member), [null, 'First health checks', 'A provider’s contract'])
      assert.deepEqual(await titles(board.partner), [null, 'First health checks'])
      assert.deepEqual(await titles(board.worker), [])
      assert.deepEqual(await as(board.partner, (query) => listPapers(query, board.meetingId)), [])
    })

    test('of a formal body every colleague reads the agenda that is out, and still nothing private', async () => {
      const formal = await makeBoard(council, 'formal')
      assert.deepEqual(await as(formal.worker, (query) => listItems(query, formal.meetingId)), [])
      await as(formal.clerk, async (query) => {
        await sql`update agenda_item set title = 'Pets' where id = ${formal.youngItemId}`.execute(query)
        await setStatus(query, formal.meetingId, 'published')
      })
      const items = await as(formal.worker, (query) => listItems(query, formal.meetingId))
      assert.deepEqual(
        items.map((item) => item.title),
        ['Pets', 'First health checks'],
      )
      assert.equal(await countRows(council.database, formal.worker, 'paper', `id = '${formal.privatePaperId}'`), 0)
    })

    test('rule 36: a child and a former member reach nothing of a board', async () => {
      const child = council.actor(await council.addChild({ code: `C${board.meetingId.slice(0, 6)}`, role: 'child' }))
      for (const table of ['body', 'meeting', 'agenda_item', 'paper', 'decision', 'challenge', 'pack'])
        assert.equal(await countRows(council.database, child, table), 0, table)
      await council.database.asOwner((query) =>
        sql`update body_member set ends_on = '2026-07-09' where person_id = ${board.member.personId}`.execute(query),
      )
      assert.equal(await countRows(council.database, board.member, 'paper'), 0)
    })

    test('rule 35: young people’s item cannot be moved from the first place, made private or taken off, by SQL either', async () => {
      const change = (what: RawBuilder<unknown>) => sql`update agenda_item set ${what} where id = ${board.youngItemId}`
      assert.equal(await tryAs(board.clerk, change(sql`position = 9`)), REFUSED_BY_CHECK)
      assert.equal(await tryAs(board.clerk, change(sql`is_private = true`)), REFUSED_BY_CHECK)
      assert.equal(await tryAs(board.clerk, change(sql`taken_off_on = '2026-07-10'`)), REFUSED_BY_CHECK)
      assert.equal(await tryAs(board.clerk, change(sql`is_young_peoples = false`)), 'refused')
      const moved = sql`position = 9, otherwise_because = 'They come after school, at four.'`
      assert.equal(await tryAs(board.clerk, change(moved)), '1 rows')
    })

    test('an agenda does not go out with young people’s item empty, unless the reason is minuted', async () => {
      const out = sql`update meeting set status = 'published' where id = ${board.meetingId}`
      assert.equal(await tryAs(board.clerk, out), REFUSED_BY_CHECK)
      await as(board.clerk, (query) =>
        sql`update agenda_item set otherwise_because = 'They are all at camp this week.' where id = ${board.youngItemId}`.execute(
          query,
        ),
      )
      assert.equal(await tryAs(board.clerk, out), '1 rows')
      await as(board.clerk, (query) => out.execute(query))
      const empty = sql`update agenda_item set otherwise_because = null where id = ${board.youngItemId}`
      assert.equal(await tryAs(board.clerk, empty), REFUSED_BY_CHECK)
    })

    test('nobody but the clerk writes an agenda, a paper or a decision', async () => {
      const add = sql`insert into agenda_item (authority_id, meeting_id, body_id, position, title)
        values (${council.council.authorityId}, ${board.meetingId}, ${board.bodyId}, 7, 'Mine')`
      for (const actor of [board.member, board.young, board.director]) {
        assert.equal(await tryAs(actor, add), 'refused')
        assert.equal(await tryAs(actor, sql`update paper set title = 'Mine'`), '0 rows')
      }
      assert.equal(await tryAs(board.clerk, add), '1 rows')
    })

    const raise = (actor = board.young, groupName: string | null = GROUP, measureId: string | null = null) =>
      as(actor, (query) =>
        raiseChallenge(query, actor.authorityId, {
          bodyId: board.bodyId,
          title: 'Tell me before my worker leaves',
          words: 'Nobody told us that our worker was leaving.',
          groupName,
          toPerson: board.director.personId,
          answerDueOn: '2026-07-20',
          measureId,
        }),
      )
    const answer = (id: string) =>
      as(board.director, (query) => answerChallenge(query, board.director.authorityId, id, 'We will plan goodbyes.'))
    const read = (id: string) => as(board.member, (query) => findChallenge(query, id, TODAY))

    test('a challenge that is raised stands on the next agenda, joined to it; nobody puts one there by hand', async () => {
      const id = await raise(board.member, null)
      const items = await as(board.partner, (query) => listItems(query, board.meetingId))
      const [item] = items.filter(({ challengeId }) => challengeId === id)
      assert.equal(item?.title, 'Tell me before my worker leaves')
      assert.equal(item?.position, items.length + 1, 'after everything else, the private item too')
      assert.equal(
        await countRows(council.database, board.partner, 'knot_join', `from_ref = '${id}' and to_ref = '${item!.id}'`),
        1,
      )
      const byHand = sql`select put_on_next_agenda(${board.member.authorityId}, ${id})`
      assert.equal(await tryAs(board.member, byHand), 'refused')
    })

    test('"not answered yet" keeps a challenge open and puts it on the next agenda, once', async () => {
      const id = await raise()
      for (const times of [1, 2]) {
        await answer(id)
        const waiting = (await read(id))!.answers.at(-1)!
        assert.equal((await read(id))!.state, 'answered')
        assert.equal(
          await as(board.youngToo, (query) => judgeAnswer(query, waiting.id, 'not answered yet', 'When?')),
          true,
        )
        const found = (await read(id))!
        assert.equal(found.state, 'open', `after ${times}`)
        assert.equal(found.answerDueOn, '2026-07-14')
        const items = await as(board.member, (query) => listItems(query, board.meetingId))
        assert.equal(items.filter((item) => item.challengeId === id).length, 1)
      }
    })

    test('only those who raised a challenge close it: not the board, not the clerk, and never who was asked', async () => {
      const id = await raise()
      await answer(id)
      const waiting = (await read(id))!.answers[0]!
      for (const actor of [board.member, board.partner, board.clerk, board.director, board.outsider])
        assert.equal(await as(actor, (query) => judgeAnswer(query, waiting.id, 'accepted', '')), false)
      const direct = sql`update challenge_answer set verdict = 'accepted', verdict_by = ${board.young.personId}, verdict_on = ${TODAY}`
      assert.equal(await tryAs(board.young, direct), 'refused')
      assert.equal(await as(board.young, (query) => judgeAnswer(query, waiting.id, 'accepted', 'Thank you.')), true)
      assert.equal((await read(id))!.state, 'accepted')
      await assert.rejects(answer(id), /accepted as answered/)
    })

    test('only the one who was asked answers, one answer at a time; nobody raises for a group they do not speak for', async () => {
      const id = await raise()
      const by = (actor: Actor) =>
        sql`insert into challenge_answer (authority_id, challenge_id, words) values (${actor.authorityId}, ${id}, 'Yes.')`
      assert.equal(await tryAs(board.clerk, by(board.clerk)), 'refused')
      assert.equal(await tryAs(board.member, by(board.member)), 'refused')
      await answer(id)
      assert.equal(await tryAs(board.director, by(board.director)), '23505')
      await assert.rejects(raise(board.member))
      await assert.rejects(raise(board.outsider, null))
      await raise(board.member, null)
    })

    test('a challenge about a figure is joined to it, by somebody who may join nothing else', async () => {
      const id = await raise(board.member, null, 'M20')
      assert.equal(
        await countRows(council.database, board.partner, 'knot_join', `from_ref = 'M20' and to_ref = '${id}'`),
        1,
      )
      const join = sql`insert into knot_join (authority_id, from_kind, from_ref, to_kind, to_ref)
        values (${board.member.authorityId}, 'measure', 'M01', 'challenge', ${id})`
      assert.equal(await tryAs(board.member, join), 'refused')
    })

    test('a board member knows the names of who sits there and who answers for services, and no other colleague', async () => {
      const names = async (actor: Actor) =>
        (
          await as(actor, (query) => sql<{ id: string }>`select person_id as id from meeting_people()`.execute(query))
        ).rows.map(({ id }) => id)
      const seen = await names(board.member)
      assert.ok(seen.includes(board.director.personId) && seen.includes(board.young.personId))
      assert.ok(!seen.includes(board.worker.personId))
      const child = council.actor(await council.addChild({ code: `N${board.meetingId.slice(0, 6)}`, role: 'child' }))
      assert.deepEqual(await names(child), [])
    })

    test('a copied meeting has last time’s order and subjects, none of its words, and every challenge still open', async () => {
      const open = await raise()
      const closed = await raise()
      await answer(closed)
      const waiting = (await read(closed))!.answers[0]!
      await as(board.young, (query) => judgeAnswer(query, waiting.id, 'accepted', ''))
      const visit = { database: council.database, actor: board.clerk, today: TODAY }
      const next = { day: '2026-10-13', time: '2pm', place: 'The hall', theme: 'Learning' }
      const made = (await copyMeeting(visit, board.meetingId, next))!
      const items = await as(board.clerk, (query) => listItems(query, made))
      assert.deepEqual(
        items.map(({ title, isYoungPeoples, challengeId }) => [title, isYoungPeoples, challengeId]),
        [
          [null, true, null],
          ['First health checks', false, null],
          ['A provider’s contract', false, null],
          ['Tell me before my worker leaves', false, open],
        ],
      )
      assert.equal(items[2]!.isPrivate, true)
      const papers = await as(board.clerk, (query) => listPapers(query, made))
      assert.deepEqual(
        papers.map(({ fullText, plainVersion, impact, publishedOn }) => [fullText, plainVersion, impact, publishedOn]),
        [
          ['', '', '', null],
          ['', '', '', null],
        ],
      )
      assert.equal(await copyMeeting(visit, board.meetingId, next), 'taken')
      assert.equal(
        await copyMeeting({ ...visit, actor: board.clerk }, '00000000-0000-4000-8000-000000000000', next),
        null,
      )
    })

    test('a decision is joined to its item, and is read by whoever has the item', async () => {
      const id = await as(board.clerk, (query) =>
        addDecision(
          query,
          board.clerk.authorityId,
          {
            itemId: board.itemId,
            meetingId: board.meetingId,
            bodyId: board.bodyId,
            title: 'A second nurse',
            words: 'A second nurse is found.',
            outcome: 'yes',
          },
          '2026-07-14',
        ),
      )
      assert.equal(await countRows(council.database, board.partner, 'knot_join', `to_ref = '${id}'`), 1)
      assert.equal(await countRows(council.database, board.partner, 'decision', `id = '${id}'`), 1)
      assert.equal(await countRows(council.database, board.outsider, 'decision', `id = '${id}'`), 0)
    })

    test('the next meeting is that of my own board, and one of today is still to come', async () => {
      const next = await as(board.member, (query) => findNextMeeting(query, '2026-07-14'))
      assert.equal(next?.id, board.meetingId)
      assert.notEqual((await as(board.member, (query) => findNextMeeting(query, '2026-07-15')))?.id, board.meetingId)
    })
  })
}
