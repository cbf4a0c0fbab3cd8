import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { type Board, makeBoard } from '../../../test/kit/board.ts'
import { engines, makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { addActs, countActs, listMyActs, listToldActs, readTraining } from './member.store.ts'

for (const engine of engines) {
  describe(`what members did and learned, on ${engine}`, () => {
    let council: TestCouncil
    let board: Board
    before(async () => {
      council = await makeTestCouncil(engine)
      board = await makeBoard(council)
    })
    after(() => council?.close())

    const write = (
      who: Actor,
      whose: Actor,
      kind: 'visit' | 'training' | 'induction',
      doneOn: IsoDate,
      isTold = false,
    ) =>
      council.database.as(who, (query) =>
        addActs(query, council.council.authorityId, [whose.personId], {
          kind,
          doneOn,
          words: `${kind} on ${doneOn}`,
          answered: null,
          isTold,
        }),
      )

    test('an act is its maker’s; told, it is read by whoever reads meetings; counts name nobody', async () => {
      await write(board.member, board.member, 'visit', '2026-05-01')
      await write(board.member, board.member, 'visit', '2026-05-01')
      await write(board.member, board.member, 'visit', '2026-06-01', true)
      const words = (acts: { words: string }[]) => acts.map((act) => act.words)
      assert.deepEqual(words(await council.database.as(board.member, listMyActs)), [
        'visit on 2026-06-01',
        'visit on 2026-05-01',
      ])
      for (const other of [board.clerk, board.partner, board.worker])
        assert.deepEqual(words(await council.database.as(other, (query) => listToldActs(query, '2026-01-01'))), [
          'visit on 2026-06-01',
        ])
      const counts = (who: Actor, from: IsoDate, to: IsoDate) =>
        council.database.as(who, (query) => countActs(query, from, to))
      assert.deepEqual(await counts(board.partner, '2026-05-01', '2026-06-01'), [{ kind: 'visit', acts: 2, people: 1 }])
      assert.deepEqual(await counts(board.partner, '2026-05-02', '2026-05-31'), [])
      const child = council.actor(await council.addChild({ code: 'MB1', role: 'child' }))
      assert.deepEqual(await counts(child, '2026-05-01', '2026-06-01'), [])
    })

    test('rule 35: a young person’s whole name is refused, by SQL too', async () => {
      await council.addChild({ code: 'MB2', given: 'Wren', family: 'Alder' })
      await assert.rejects(
        council.database.as(board.member, (query) =>
          sql`insert into member_act (authority_id, kind, done_on, words, answered)
            values ((select authority()), 'award', '2026-05-01', 'The awards night', 'Wren Alder sang')`.execute(query),
        ),
        /name stands in it/,
      )
    })

    for (const [day, inducted, trained, why] of [
      ['2026-02-28', 0, 0, 'the day before'],
      ['2026-03-01', 1, 1, 'on the day'],
      ['2027-02-28', 1, 1, 'the last day of twelve months'],
      ['2027-03-01', 1, 0, 'twelve months after'],
    ] as const)
      test(`of two members, an induction on 1 March 2026: ${why} ${inducted} inducted, ${trained} trained`, async () => {
        await write(board.clerk, board.member, 'induction', '2026-03-01')
        await council.database.asOwner((query) =>
          sql`update body_member set part = 'member' where person_id = ${board.partner.personId}`.execute(query),
        )
        assert.deepEqual(await council.database.as(board.partner, (query) => readTraining(query, day)), {
          members: 2,
          inducted,
          trained,
        })
      })
  })
}

describe('the pages of members', () => {
  let council: TestCouncil
  let app: TestApp
  let board: Board
  before(async () => {
    council = await makeTestCouncil()
    app = await makeTestApp(council)
    board = await makeBoard(council)
    await council.database.asOwner((query) =>
      sql`update paper set plain_version = 'Short.', published_on = '2026-07-01' where id = ${board.paperId}`.execute(
        query,
      ),
    )
  })
  after(() => app.close())

  const act = { kind: 'question', on: '2026-07-01', words: 'At planning, on forty homes', answered: 'Four are kept' }
  const read = async (path: string, who: Actor) => (await app.ask('GET', path, who)).body

  test('a member writes down what they did; what is wrong is said with what was typed still there', async () => {
    const wrong = await app.ask('POST', '/members/me/acts', board.member, { ...act, on: '2999-01-01', words: '' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Enter the day you did it, not after today/)
    assert.match(wrong.body, /Four are kept/)
    assert.equal((await app.ask('POST', '/members/me/acts', board.member, act)).statusCode, 303)
    assert.match(await read('/members/me', board.member), /One thing you did[\s\S]*forty homes[\s\S]*seen by you alone/)
    assert.doesNotMatch(await read('/members', board.partner), /forty homes/)
    assert.match(await read('/members', board.partner), /Asked: how does this support our children\?/)

    await app.ask('POST', '/members/me/acts', board.member, { ...act, words: 'At licensing', told: 'yes' })
    assert.match(await read('/members', board.partner), /At licensing[\s\S]*What came of it: Four are kept/)
    const [, withdraw] = /action="([^"]+\/withdraw)"(?:(?!<form)[\s\S])*At licensing/.exec(
      await read('/members/me', board.member),
    ) as unknown as [string, string]
    assert.equal((await app.ask('POST', withdraw, board.partner, {})).statusCode, 404)
    assert.equal((await app.ask('POST', withdraw, board.member, {})).statusCode, 303)
    assert.doesNotMatch(await read('/members', board.partner), /At licensing/)
  })

  test('rule 35: a young person’s name is refused on the page too, and what was typed is still there', async () => {
    await council.addChild({ code: 'MB4', given: 'Wren', family: 'Alder' })
    const named = await app.ask('POST', '/members/me/acts', board.member, { ...act, words: 'Wren Alder sang' })
    assert.equal(named.statusCode, 422)
    assert.match(named.body, /A young person’s name stands in it[\s\S]*Wren Alder sang/)
    const offer = { 'offer-kind': 'skill', offer: 'Singing with Wren Alder' }
    assert.equal((await app.ask('POST', '/members/me/offers', board.member, offer)).statusCode, 422)
  })

  test('what somebody offers is found by its words in the directory, until they end it', async () => {
    const offer = { 'offer-kind': 'place', offer: 'I run a garage' }
    assert.equal((await app.ask('POST', '/members/me/offers', board.member, { offer: '' })).statusCode, 422)
    assert.equal((await app.ask('POST', '/members/me/offers', board.member, offer)).statusCode, 303)
    assert.match(
      await read('/members?words=GARAGE+board', board.worker),
      /One person has[\s\S]*Mem Example[\s\S]*I run a garage/,
    )
    assert.match(await read('/members?words=boat', board.worker), /Nobody here has “boat”/)
    const end = (await read('/members/me', board.member)).match(/\/members\/me\/offers\/[^/]+\/end/)![0]
    assert.equal((await app.ask('POST', end, board.worker, {})).statusCode, 404)
    assert.equal((await app.ask('POST', end, board.member, {})).statusCode, 303)
    assert.doesNotMatch(await read('/members', board.worker), /I run a garage/)
  })

  test('what I have read is ticked and unticked, and nobody else is told, in the trace either', async () => {
    const box = `read-${board.paperId}`
    const isTicked = async (who: Actor) => new RegExp(`id="${box}"[^>]*checked`).test(await read('/members/me', who))
    await app.ask('POST', '/members/me/read', board.member, { [box]: 'yes' })
    assert.deepEqual([await isTicked(board.member), await isTicked(board.partner)], [true, false])
    await app.ask('POST', '/members/me/read', board.member, {})
    assert.equal(await isTicked(board.member), false)
    const { rows } = await council.database.asOwner((query) =>
      sql`select event from audit where person_id = ${board.member.personId} and event like '%read%'`.execute(query),
    )
    assert.deepEqual(rows, [])
  })

  test('the clerk writes down who came to an induction at once, and reads who still needs one; a member may not', async () => {
    assert.match(await read('/members', board.clerk), /Who is still to learn[\s\S]*Mem Example[\s\S]*Needs: induction/)
    assert.doesNotMatch(await read('/members', board.member), /Who is still to learn/)
    const session = { kind: 'induction', on: '2026-07-01', words: 'What it is to be a parent' }
    assert.match((await app.ask('POST', '/members/training', board.clerk, session)).body, /Tick at least one/)
    const came = { ...session, [`came-${board.member.personId}`]: 'yes' }
    assert.equal((await app.ask('POST', '/members/training', board.member, came)).statusCode, 404)
    assert.equal((await app.ask('POST', '/members/training', board.clerk, came)).statusCode, 303)
    assert.match(await read('/members', board.partner), /Of one member, 1 had their induction, and 1 learned/)
    assert.match(await read('/members', board.clerk), /Every member has had an induction/)
    assert.match(await read('/members/me', board.member), /What it is to be a parent[\s\S]*written down by the clerk/)
  })

  test('a child has no way here, and a young representative stands in no directory', async () => {
    const child = council.actor(await council.addChild({ code: 'MB3', role: 'child' }))
    for (const path of ['/members', '/members/me', '/members/training'])
      assert.equal((await app.ask('GET', path, child)).statusCode, 404)
    assert.doesNotMatch(await read('/members', board.clerk), /Yas Example/)
  })
})
