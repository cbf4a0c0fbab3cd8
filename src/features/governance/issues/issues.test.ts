import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../../test/kit/app.ts'
import { attempt } from '../../../../test/kit/attempt.ts'
import { type Board, makeBoard } from '../../../../test/kit/board.ts'
import { engines, makeTestCouncil, type TestCouncil } from '../../../../test/kit/council.ts'
import type { Actor } from '../../../database/database.ts'

const REFUSED_BY_CHECK = '23514'

for (const engine of engines) {
  describe(`issues that a service could not settle, on ${engine}`, () => {
    let council: TestCouncil
    let app: TestApp
    let board: Board
    let chair: Actor
    const group = randomUUID()
    const groupMeeting = randomUUID()
    before(async () => {
      council = await makeTestCouncil(engine)
      app = await makeTestApp(council)
      board = await makeBoard(council)
      chair = await council.addStaff('board_member', 'Cha Example')
      const authority = council.council.authorityId
      await council.database.asOwner(async (query) => {
        await sql`insert into body (authority_id, id, name, regime, kind, parent_id) values (${authority}, ${group}, 'Health group', 'partnership', 'working group', ${board.bodyId})`.execute(
          query,
        )
        await sql`insert into body_member (authority_id, body_id, person_id, part, starts_on) values (${authority}, ${group}, ${chair.personId}, 'chair', '2020-01-01')`.execute(
          query,
        )
        await sql`insert into meeting (authority_id, id, body_id, held_on, theme) values (${authority}, ${groupMeeting}, ${group}, '2026-07-20', '')`.execute(
          query,
        )
      })
    })
    after(() => app?.close())

    const form = (): Record<string, string> => ({
      body: group,
      title: 'No dentist in the north',
      words: 'Eleven children wait more than a year.',
      tried: 'We rang every practice; none takes them on.',
      asked: 'Ask the trust to pay for a visiting dentist.',
      weight: 'serious',
    })
    const post = (path: string, who: Actor, told: Record<string, string>) => app.ask('POST', path, who, told)
    const put = async (told: Record<string, string> = {}, who = board.worker) =>
      String((await post('/meetings/issues/new', who, { ...form(), ...told })).headers.location).split('?')[0]!
    const page = async (path: string, who: Actor) => (await app.ask('GET', path, who)).body
    const onAgenda = async (meetingId: string, title: string) => {
      const { rows } = await council.database.asOwner((query) =>
        sql<{
          by: string | null
        }>`select brought_by as by from agenda_item where meeting_id = ${meetingId} and title = ${title}`.execute(
          query,
        ),
      )
      return rows.map(({ by }) => by)
    }
    const taken = (more: Record<string, string> = {}) => ({
      outcome: 'taken',
      words: 'The director asks the trust.',
      owner: board.director.personId,
      due: '2026-09-01',
      ...more,
    })

    test('a worker puts an issue to a body: it stands on its next agenda, and what is missing is asked for with nothing lost', async () => {
      const wrong = await post('/meetings/issues/new', board.worker, { ...form(), tried: '', weight: '' })
      assert.equal(wrong.statusCode, 422)
      assert.match(wrong.body, /Say what was tried already[\s\S]*Choose how serious[\s\S]*Eleven children wait/)
      const issue = await put()
      assert.deepEqual(await onAgenda(groupMeeting, form().title!), [null])
      const read = await page(issue, board.worker)
      assert.match(read, /It stands with the Health group/)
      assert.match(read, /agenda of Monday 20 July/)
      assert.match(read, /We rang every practice/)
      assert.doesNotMatch(read, /Keep the decision/)
    })

    test('the raiser, the clerk and who sits where it stands read it; a member of the body above does not, until it is passed up', async () => {
      const issue = await put({ title: 'Checks that nobody books' })
      const asked = async (who: Actor) => (await app.ask('GET', issue, who)).statusCode
      for (const who of [board.worker, chair, board.clerk]) assert.equal(await asked(who), 200)
      for (const who of [board.member, board.director, board.outsider]) assert.equal(await asked(who), 404)
      assert.doesNotMatch(await page('/meetings/issues', board.member), /Checks that nobody books/)
      const up = { outcome: 'passed up', words: 'It costs more than we may spend.' }
      for (const who of [board.worker, board.member])
        assert.equal((await post(`${issue}/decide`, who, up)).statusCode, 404)
      assert.equal((await post(`${issue}/decide`, chair, up)).statusCode, 303)
      assert.equal(await asked(board.member), 200)
      assert.equal(await asked(board.outsider), 404)
      assert.deepEqual(await onAgenda(board.meetingId, 'Checks that nobody books'), ['the Health group'])
      const read = await page(issue, board.worker)
      assert.match(read, /the Health group passed it up to the Our board/)
      assert.match(read, /It stands with the Our board/)
      assert.equal((await post(`${issue}/decide`, chair, taken())).statusCode, 404, 'it is no longer the group’s')
    })

    test('the board above cannot pass it on to nobody; it is taken with a day, read by its owner, and settled with what came of it', async () => {
      const issue = await put({ title: 'Waits for someone to talk to', body: board.bodyId })
      const decide = (told: Record<string, string>) => post(`${issue}/decide`, board.clerk, told)
      assert.match((await decide({ outcome: 'passed up', words: 'Too big for us all.' })).body, /answers to no other/)
      const faults = (await decide(taken({ owner: '', due: '2026-07-09' }))).body
      assert.match(faults, /Choose who takes it[\s\S]*from today on/)
      assert.equal((await app.ask('GET', issue, board.director)).statusCode, 404)
      assert.equal((await decide(taken())).statusCode, 303)
      assert.match(await page(issue, board.director), /to be done by 1 September 2026/)
      assert.match(await page('/meetings/issues', board.worker), /is taken/)
      const first = /Waits for someone to talk to[\s\S]*taken by director[\s\S]*by 1 September 2026/
      assert.match(await page('/meetings', board.director), first, 'it stands among what is theirs to do')
      assert.doesNotMatch(await page('/meetings', board.worker), first)
      assert.equal((await decide({ outcome: 'settled', words: 'Two more workers began in June.' })).statusCode, 303)
      assert.match(await page(issue, board.worker), /What came of it[\s\S]*Two more workers began in June/)
      assert.equal((await decide(taken())).statusCode, 404, 'what is settled stays settled')
    })

    test('what a held meeting did not decide comes to the next, and what was taken comes back by its day, not before', async () => {
      const add = async (day: string): Promise<string> => {
        const id = randomUUID()
        await council.database.as(board.clerk, (query) =>
          sql`insert into meeting (authority_id, id, body_id, held_on) values (${council.council.authorityId}, ${id}, ${group}, ${day})`.execute(
            query,
          ),
        )
        return id
      }
      const [open, late] = ['Open and not decided', 'Taken, for the second of August']
      await put({ title: open })
      const second = await put({ title: late })
      await post(`${second}/decide`, chair, taken({ due: '2026-08-02' }))
      await council.database.asOwner(async (query) => {
        await sql`update agenda_item set otherwise_because = 'They were all at camp.' where meeting_id = ${groupMeeting} and is_young_peoples`.execute(
          query,
        )
        await sql`update meeting set status = 'held', held_on = '2026-07-09' where id = ${groupMeeting}`.execute(query)
      })
      const before = await add('2026-08-01')
      assert.deepEqual([await onAgenda(before, open), await onAgenda(before, late)], [[null], []])
      const on = await add('2026-07-31')
      await council.database.asOwner((query) =>
        sql`delete from agenda_item where meeting_id in (${before}, ${on})`.execute(query),
      )
      await council.database.asOwner((query) => sql`delete from meeting where id in (${before}, ${on})`.execute(query))
      const day = await add('2026-08-02')
      assert.deepEqual([await onAgenda(day, open), await onAgenda(day, late)], [[null], [null]])
    })

    test('rule 35: no young person’s name in an issue or in what was decided, by form or by SQL', async () => {
      await council.database.asOwner((query) =>
        sql`update person set given_name = 'Quill', family_name = 'Feathers' where id = ${board.young.personId}`.execute(
          query,
        ),
      )
      const name = 'Quill Feathers'
      const refused = await post('/meetings/issues/new', board.worker, {
        ...form(),
        tried: `We rang for ${name} twice.`,
      })
      assert.match(refused.body, /A young person’s name/)
      const issue = await put({ title: 'A thing without a name' })
      const words = { outcome: 'settled', words: `${name} has a dentist now.` }
      assert.match((await post(`${issue}/decide`, board.clerk, words)).body, /A young person’s name/)
      const byHand = attempt(
        council.database,
        board.clerk,
        sql`insert into issue_decision (authority_id, issue_id, outcome, words) values (${council.council.authorityId}, ${issue.split('/').at(-1)!}, 'settled', ${words.words})`,
      )
      assert.equal(await byHand, REFUSED_BY_CHECK)
    })
  })
}
