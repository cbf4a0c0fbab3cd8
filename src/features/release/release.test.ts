import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { attempt, countRows } from '../../../test/kit/attempt.ts'
import { type Board, GROUP, makeBoard } from '../../../test/kit/board.ts'
import { findPdfFaults } from '../../../test/kit/check-pdf.ts'
import { engines, makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import { readPdf } from '../../../test/kit/read-pdf.ts'
import type { Actor } from '../../database/database.ts'
import { answerChallenge, raiseChallenge } from '../governance/challenge.store.ts'
import { gather } from './gather.store.ts'

const REFUSED_BY_CHECK = '23514'

for (const engine of engines) {
  describe(`release on request, on ${engine}`, () => {
    let council: TestCouncil
    let app: TestApp
    let board: Board
    let monitor: Actor
    let challenge: string
    let request: string
    before(async () => {
      council = await makeTestCouncil(engine)
      app = await makeTestApp(council)
      board = await makeBoard(council)
      monitor = await council.addStaff('monitoring_officer', 'Moa Example')
      const authority = council.council.authorityId
      challenge = await council.database.as(board.young, (query) =>
        raiseChallenge(query, authority, {
          bodyId: board.bodyId,
          title: 'Nurses who stay',
          words: 'Why does the nurse change every time?',
          groupName: GROUP,
          toPerson: board.director.personId,
          answerDueOn: '2026-07-20',
          measureId: null,
        }),
      )
      await council.database.as(board.director, (query) =>
        answerChallenge(query, authority, challenge, 'One nurse for each of you from May.'),
      )
      await council.database.asOwner(async (query) => {
        await sql`insert into measure_word (authority_id, measure_id, as_at, why, next_step, said_by, said_on)
          values (${authority}, 'M42', '2026-06-30', 'Two nurses left.', 'We find others.', ${board.director.personId}, '2026-07-02')`.execute(
          query,
        )
        await sql`insert into minute (authority_id, agenda_item_id, meeting_id, body_id, words)
          values (${authority}, ${board.itemId}, ${board.meetingId}, ${board.bodyId}, 'The nurse was thanked.')`.execute(
          query,
        )
        await sql`insert into decision (authority_id, agenda_item_id, meeting_id, body_id, title, words, outcome, decided_on)
          values (${authority}, ${board.itemId}, ${board.meetingId}, ${board.bodyId}, 'A second nurse', 'A second nurse is found.', 'yes', '2026-07-14')`.execute(
          query,
        )
        await sql`update paper set full_text = 'Acorn has a nurse, and costs more.' where id = ${board.privatePaperId}`.execute(
          query,
        )
      })
    })
    after(() => app?.close())

    const kinds = async (words: string, from = '2026-07-01', to = '2026-07-14') => {
      const found = await council.database.as(board.clerk, (query) => gather(query, { words, from, to }))
      return found.map(({ kind }) => kind).toSorted()
    }

    test('it gathers issues, impact checks, what members told and young people’s views of actions as well', async () => {
      const authority = council.council.authorityId
      await council.database.asOwner(async (query) => {
        await sql`insert into body_issue (authority_id, first_body_id, body_id, title, words, tried, asked, weight, raised_by, raised_on)
          values (${authority}, ${board.bodyId}, ${board.bodyId}, 'No dentist here', 'Nobody takes new patients.', 'We rang all of them.', 'A place in each town.', 'serious', ${board.worker.personId}, '2026-07-03')`.execute(
          query,
        )
        await sql`with paper as (insert into impact_paper (authority_id, title, who_decides, decides_on, organisation, made_by)
            values (${authority}, 'Dentist contract', 'Cabinet', '2026-08-01', 'Health', ${board.worker.personId}) returning id)
          insert into impact_answer (authority_id, paper_id, version, effect, why, principles, how_asked, plain_words, written_by, said_by, said_on)
          select ${authority}, id, 1, 'helps', 'A dentist for each child.', '{1}', 'The forum.', 'You get a dentist.', 'Head', ${board.worker.personId}, '2026-07-03' from paper`.execute(
          query,
        )
        for (const isTold of [true, false])
          await sql`insert into member_act (authority_id, person_id, kind, done_on, words, is_told, recorded_by)
            values (${authority}, ${board.member.personId}, 'question', '2026-07-03', ${isTold ? 'Asked about the dentist' : 'Dentist, for myself'}, ${isTold}, ${board.member.personId})`.execute(
            query,
          )
        await sql`with plan as (insert into plan (authority_id, kind, title) values (${authority}, 'action plan', 'A plan') returning id),
            item as (insert into plan_item (authority_id, plan_id, position, title) select ${authority}, id, 1, 'A dentist' from plan returning id)
          insert into young_view (authority_id, item_id, group_name, said, words, said_by, said_on)
          select ${authority}, id, 'Our group', 'a bit', 'Two of us went.', ${board.young.personId}, '2026-07-03' from item`.execute(
          query,
        )
      })
      assert.deepEqual(await kinds('dentist', '2026-07-03', '2026-07-03'), ['act', 'impact', 'issue', 'view'])
    })

    test('one search gathers challenges, answers, papers, minutes, decisions and what stands beside figures, private ones too', async () => {
      assert.deepEqual(await kinds('nurse'), ['answer', 'challenge', 'comment', 'decision', 'minutes', 'paper'])
      assert.deepEqual(await kinds('Acorn'), ['paper'])
      assert.deepEqual(await kinds('giraffe'), [])
    })

    for (const [what, from, to, count] of [
      ['the day before the comment', '2026-07-01', '2026-07-01', 0],
      ['its day', '2026-07-02', '2026-07-02', 1],
      ['the day after', '2026-07-03', '2026-07-03', 0],
    ] as const)
      test(`a period is days, both included: ${what}`, async () =>
        assert.equal((await kinds('left', from, to)).filter((kind) => kind === 'comment').length, count))

    const form = {
      reference: 'FOI 17',
      askedOn: '2026-07-06',
      subject: 'All about nurses',
      words: 'nurse',
      from: '2026-07-01',
      to: '2026-07-14',
    }

    test('a request is looked at first, and logged with all that is found; nobody else comes near', async () => {
      for (const actor of [board.member, board.young, board.director, board.worker])
        assert.equal((await app.ask('POST', '/releases/new', actor, { ...form, act: 'log' })).statusCode, 404)
      const wrong = await app.ask('POST', '/releases/new', board.clerk, {
        ...form,
        from: 'then',
        reference: '',
        act: 'log',
      })
      assert.equal(wrong.statusCode, 422)
      assert.match(wrong.body, /Enter from when[\s\S]*Give it the number/)
      const looked = await app.ask('POST', '/releases/new', board.clerk, { ...form, act: 'look' })
      assert.match(looked.body, /6 things are found/)
      assert.equal(await countRows(council.database, board.clerk, 'release_request'), 0)
      const logged = await app.ask('POST', '/releases/new', board.clerk, { ...form, act: 'log' })
      assert.equal(logged.statusCode, 303)
      request = String(logged.headers.location).split('?')[0]!
      const page = await app.ask('GET', request, monitor)
      assert.match(page.body, /FOI 17: 6 things are found, none withheld\. Answer by 3 August 2026\./)
      assert.match(
        (await app.ask('POST', '/releases/new', board.clerk, { ...form, act: 'log' })).body,
        /Another request has this number/,
      )
    })

    test('rule 37: after it is logged nothing in it is changed or removed, by SQL or by the owner of the database either', async () => {
      for (const table of ['release_request', 'release_item', 'release_withheld'])
        for (const statement of [
          sql.raw(`delete from ${table}`),
          sql.raw(`update ${table} set authority_id = authority_id`),
        ])
          assert.equal(await attempt(council.database, board.clerk, statement), 'refused')
      for (const statement of [
        sql`delete from release_item`,
        sql`update release_item set words = 'Nothing'`,
        sql`delete from challenge_answer where challenge_id = ${challenge}`,
        sql`delete from decision where agenda_item_id = ${board.itemId}`,
        sql`delete from minute where agenda_item_id = ${board.itemId}`,
        sql`delete from measure_word where measure_id = 'M42'`,
        sql`delete from paper where id = ${board.privatePaperId}`,
      ])
        await assert.rejects(
          council.database.asOwner((query) => statement.execute(query)),
          { code: REFUSED_BY_CHECK },
        )
    })

    test('what is written over afterwards stays in the request as it was found', async () => {
      await council.database.asOwner((query) =>
        sql`update paper set full_text = 'Nothing at all.' where id = ${board.privatePaperId}`.execute(query),
      )
      assert.match((await app.ask('GET', request, board.clerk)).body, /Acorn has a nurse, and costs more/)
    })

    test('the exemptions log keeps what was withheld, by which exemption, why and by whom; a change of mind is added to it', async () => {
      const page = await app.ask('GET', request, monitor)
      const acorn = page.body
        .slice(0, page.body.indexOf('Acorn has a nurse'))
        .match(/.*id="item-([0-9a-f-]{36})"/s)![1]!
      const action = `${request}/items/${acorn}`
      const vague = await app.ask('POST', action, monitor, { exemption: '', why: 'no' })
      assert.match(vague.body, /Choose the exemption[\s\S]*Say why in a sentence/)
      assert.equal(
        (await app.ask('POST', action, board.member, { exemption: 'section 43', why: 'It would harm us.' })).statusCode,
        404,
      )
      await app.ask('POST', action, monitor, { exemption: 'section 43', why: 'The price is still being talked about.' })
      assert.match((await app.ask('GET', request, board.clerk)).body, /6 things are found, 1 withheld/)
      const bytes = (await app.ask('GET', `${request}/pdf`, monitor)).rawPayload
      assert.deepEqual(await findPdfFaults(bytes), [])
      const pdf = await readPdf(bytes)
      const words = pdf.pages.join(' ')
      assert.match(words, /One nurse for each of you/)
      assert.match(words, /Section 43: commercial interests/)
      assert.match(words, /still being talked about/)
      assert.doesNotMatch(words, /Acorn/)
      await app.ask('POST', action, monitor, {
        exemption: 'section 43',
        why: 'Only the price is withheld.',
        instead: 'A provider has a nurse.',
      })
      const part = (await readPdf((await app.ask('GET', `${request}/pdf`, monitor)).rawPayload)).pages.join(' ')
      assert.match(part, /A provider has a nurse\./)
      assert.doesNotMatch(part, /Acorn/)
      await app.ask('POST', action, monitor, { exemption: 'release', why: 'The contract has been signed.' })
      const after = await app.ask('GET', request, board.clerk)
      for (const line of [
        /The price is still being talked about/,
        /Only the price is withheld/,
        /The contract has been signed/,
      ])
        assert.match(after.body, line)
      assert.match(
        (await readPdf((await app.ask('GET', `${request}/pdf`, monitor)).rawPayload)).pages.join(' '),
        /Acorn/,
      )
      const word = await app.ask('GET', `${request}/docx`, monitor)
      assert.equal(word.rawPayload.subarray(0, 2).toString(), 'PK')
      assert.match(String(word.headers['content-disposition']), /release-foi-17\.docx/)
    })

    test('another council’s request, and one that is not there, are the same answer', async () => {
      assert.equal((await app.ask('GET', '/releases/00000000-0000-4000-8000-000000000000', monitor)).statusCode, 404)
      assert.equal(
        (
          await app.ask('POST', `${request}/items/00000000-0000-4000-8000-000000000000`, monitor, {
            exemption: 'release',
            why: 'Nothing is there.',
          })
        ).statusCode,
        404,
      )
    })
  })
}
