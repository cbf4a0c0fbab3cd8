import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { findPdfFaults } from '../../../test/kit/check-pdf.ts'
import { makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import { readPdf } from '../../../test/kit/read-pdf.ts'
import type { Actor } from '../../database/database.ts'
import { ANNUAL_PARTS } from '../../domain/report/report-parts.ts'

const PLAN = '00000000-0000-4000-8000-00000000a001'

describe('reports', () => {
  let council: TestCouncil
  let app: TestApp
  let lead: Actor
  let clerk: Actor
  let board: Actor
  before(async () => {
    council = await makeTestCouncil()
    app = await makeTestApp(council)
    lead = await council.addStaff('strategy_lead', 'Stella Lead')
    clerk = await council.addStaff('clerk', 'Clem Clerk')
    board = await council.addStaff('board_member')
    await council.database.asOwner(async (query) => {
      const { authorityId } = council.council
      await sql`insert into plan (authority_id, id, kind, title) values (${authorityId}, ${PLAN}, 'commitments', 'What directors said')`.execute(
        query,
      )
      for (const [at, title, directorate] of [
        [1, 'A work placement in each team', 'Housing'],
        [2, 'A leisure card for every child', 'Culture'],
        [3, 'A room for the young people’s council', 'Culture'],
      ] as const)
        await sql`insert into plan_item (authority_id, id, plan_id, position, title, directorate, given_on)
          values (${authorityId}, ${`00000000-0000-4000-8000-00000000a01${at}`}, ${PLAN}, ${at}, ${title}, ${directorate}, '2025-02-01')`.execute(
          query,
        )
      for (const [item, words, on, progress = null] of [
        [1, 'Four young people have been.', '2025-09-09', 'under way'],
        [2, 'Cards went out.', '2023-01-01'],
        [1, 'It ended: nobody asked again.', '2026-05-01', 'broken down'],
      ] as const)
        await sql`insert into item_update (authority_id, item_id, words, said_by, said_on, progress)
          values (${authorityId}, ${`00000000-0000-4000-8000-00000000a01${item}`}, ${words}, ${lead.personId}, ${on}, ${progress})`.execute(
          query,
        )
    })
  })
  after(() => app.close())
  const read = (path: string, who: Actor | null) => app.ask('GET', path, who)
  const post = (path: string, who: Actor, form: Record<string, string> = {}) => app.ask('POST', path, who, form)
  const begin = async (kind: string, title: string) =>
    String((await post('/reports/new', lead, { kind, title, from: '2025-04-01', to: '2026-03-31' })).headers.location)

  test('what is missing is said, nothing typed is lost, and only who keeps the plan begins one', async () => {
    const answer = await post('/reports/new', lead, { title: 'Kept title', from: '2025-04-01', to: '2024-04-01' })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /Choose what kind of report/)
    assert.match(answer.body, /Give the last day[\s\S]*value="Kept title"/)
    assert.equal((await post('/reports/new', board, { kind: 'annual report' })).statusCode, 404)
  })

  test('One Year On of any time: each commitment by directorate, what was said in that time, and in plain sight what nobody spoke of', async () => {
    const path = await begin('one year on', 'A year on')
    const { body } = await read(path, lead)
    assert.match(body, /Nobody has said a word about 2 of 3 commitments/)
    assert.match(body, /Housing: 1 of 1 can say what came of them/)
    assert.match(body, /9 September 2025: Four young people have been\./)
    assert.doesNotMatch(body, /Cards went out/)
    // How it stood then: what was said after the last day is of another report.
    assert.match(body, /under way/)
    assert.doesNotMatch(body, /It ended|broken down/)
    assert.equal((await read(path, board)).statusCode, 404)
    const pdf = (await read(`${path}/file/pdf`, lead)).rawPayload
    assert.equal((await readPdf(pdf)).title, 'A year on')
    assert.deepEqual(await findPdfFaults(pdf), [])
    assert.match((await read(`${path}/file/html`, lead)).body, /A leisure card for every child/)
  })

  test('two write the same part: nothing is overwritten, both texts are shown, and a choice is saved', async () => {
    const path = `${await begin('annual report', 'Two writers')}/parts/foreword`
    assert.equal((await post(path, lead, { version: '0', words: 'We begin.', forChildren: 'Hello.' })).statusCode, 303)
    assert.equal(
      (await post(path, clerk, { version: '1', words: 'We begin with children.', forChildren: 'Hello.' })).statusCode,
      303,
    )
    const clash = await post(path, lead, { version: '1', words: 'We begin today.', forChildren: 'Hello.' })
    assert.equal(clash.statusCode, 409)
    assert.match(clash.body, /Clem Clerk saved this/)
    for (const words of ['with children', 'today']) assert.ok(clash.body.includes(words), words)
    assert.equal(
      (await post(path, lead, { version: '2', words: 'We begin today with children.', forChildren: 'Hello.' }))
        .statusCode,
      303,
    )
    assert.match((await read(path, lead)).body, /We begin today with children\./)
    assert.equal((await post(path, board, { version: '3', words: 'No' })).statusCode, 404)
  })

  test('an annual report: every part needs words, and words for children; frozen by one, published by another, open to all', async () => {
    const path = await begin('annual report', 'Our year')
    const early = await post(`${path}/freeze`, lead)
    assert.equal(early.statusCode, 422)
    assert.match(early.body, /Write “Foreword”[\s\S]*Write “Foreword” for children too/)
    for (const { id, forChildren } of ANNUAL_PARTS)
      await post(`${path}/parts/${id}`, lead, {
        version: '0',
        words: `Words of ${id}.`,
        forChildren: forChildren === null ? '' : `Short words of ${id}.`,
      })
    assert.equal((await post(`${path}/freeze`, lead)).statusCode, 303)
    assert.equal((await post(`${path}/parts/foreword`, lead, { version: '1', words: 'Later' })).statusCode, 404)
    assert.equal((await post(`${path}/published`, lead)).statusCode, 404)
    assert.equal((await read(path, board)).statusCode, 404)
    assert.equal((await read('/open', null)).body.includes('Our year'), false)
    assert.equal((await post(`${path}/published`, clerk)).statusCode, 303)
    assert.match((await read(path, board)).body, /Words of promises\./)
    const open = (await read('/open', null)).body
    const href = /href="(\/open\/reports\/[^"]+\/for-children\/html)"/.exec(open)![1]!
    const child = (await read(href, null)).body
    assert.match(child, /Short words of voices\./)
    assert.doesNotMatch(child, /Words of voices/)
    for (const pdf of [`${path}/file/pdf`, `${path}/for-children/pdf`])
      assert.deepEqual(await findPdfFaults((await read(pdf, board)).rawPayload), [])
    assert.equal((await post(`${path}/withdrawn`, clerk)).statusCode, 422)
    assert.equal((await post(`${path}/withdrawn`, clerk, { reason: 'A wrong total' })).statusCode, 303)
    assert.equal((await read(href, null)).statusCode, 404)
    assert.equal((await read(path, board)).statusCode, 404)
  })
})
