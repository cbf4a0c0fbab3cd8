import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { makeTestCouncil, type TestCouncil, TODAY } from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'
import { addDays } from '../../domain/shared/calendar-date.ts'

let council: TestCouncil
let app: TestApp
const people = {} as Record<'lead' | 'board' | 'director' | 'owner', Actor>
const ask = (who: keyof typeof people, url: string) => app.ask('GET', url, people[who])
const send = (who: keyof typeof people, url: string, form: Record<string, string>) =>
  app.ask('POST', url, people[who], form)

const PLAN = '10000000-0000-4000-8000-000000003511'
const PASSES = '10000000-0000-4000-8000-000000003512'
const MINE = '10000000-0000-4000-8000-000000003513'
const URL = `/promises/commitments/take-up/${PASSES}`
const DIRECTORATE = '/promises/commitments/directorate?name=Leisure'
const GOOD = { madeTo: '46', keptFor: '38', title: 'The centres’ list', months: '6' }

before(async () => {
  council = await makeTestCouncil()
  app = await makeTestApp(council)
  people.lead = await council.addStaff('strategy_lead', 'Lou Example')
  people.owner = await council.addStaff('strategy_lead', 'Oli Example')
  people.director = await council.addStaff('director', 'Dee Example')
  people.board = await council.addStaff('board_member', 'Bo Example')
  const { authorityId } = council.council
  await council.database.asOwner(async (query) => {
    await sql`insert into plan (authority_id, id, kind, title, agreed_on) values (${authorityId}, ${PLAN}, 'commitments', 'Our word', '2026-01-26')`.execute(
      query,
    )
    await sql`insert into plan_item (authority_id, id, plan_id, position, title, directorate, owners, owner_id) values
      (${authorityId}, ${PASSES}, ${PLAN}, 1, 'Passes for all', 'Leisure', array['Director of Leisure'], ${people.director.personId}),
      (${authorityId}, ${MINE}, ${PLAN}, 2, 'A fair', 'Leisure', array['Strategy lead'], ${people.owner.personId})`.execute(
      query,
    )
  })
})
after(() => app.close())

describe('how many took up what was offered', () => {
  test('nobody has counted: it says so, and the board has no form', async () => {
    const { body } = await ask('board', URL)
    assert.match(body, /Nobody has counted who took this up/)
    assert.doesNotMatch(body, /Count it/)
  })

  test('it is counted by whoever keeps the plan, and never by the one who answers for it', async () => {
    for (const who of ['board', 'director'] as const) assert.equal((await send(who, URL, GOOD)).statusCode, 404)
    assert.equal((await send('owner', `/promises/commitments/take-up/${MINE}`, GOOD)).statusCode, 404)
    const { authorityId } = council.council
    await assert.rejects(
      council.database.as(people.owner, (query) =>
        sql`insert into item_proof (authority_id, item_id, kind, title, kept_for, made_to, good_until)
          values (${authorityId}, ${MINE}, 'count', 'I counted', 40, 40, ${addDays(TODAY, 30)}::date)`.execute(query),
      ),
      /row-level security/,
    )
  })

  test('what is wrong is said at its field, and what was typed is still there', async () => {
    const none = await send('lead', URL, { title: 'The centres’ list', months: '6' })
    assert.equal(none.statusCode, 422)
    assert.match(none.body, /Enter how many took it up[\s\S]*Enter to how many it was offered/)
    assert.match(none.body, /value="The centres’ list"/)
    assert.match((await send('lead', URL, { ...GOOD, keptFor: '47' })).body, /not more than how many were counted/)
  })

  test('counted, everybody reads it beside the commitment, with where it comes from', async () => {
    assert.equal((await send('lead', URL, GOOD)).statusCode, 303)
    assert.match((await ask('board', URL)).body, /Taken up by 38 of 46[\s\S]*From: The centres’ list/)
    assert.match((await ask('board', DIRECTORATE)).body, /Passes for all[\s\S]*Taken up by 38 of 46/)
  })

  test('a small number is hidden with every number beside it, from whoever wrote it down too', async () => {
    await council.database.asOwner((query) => sql`update item_proof set added_on = added_on - 1`.execute(query))
    assert.equal((await send('lead', URL, { ...GOOD, keptFor: '3' })).statusCode, 303)
    for (const who of ['board', 'lead'] as const) {
      const { body } = await ask(who, URL)
      assert.match(body, /Counted: too few to show/)
      assert.doesNotMatch(body, />3<|3 of 46|43 did not/)
    }
    assert.match((await ask('board', DIRECTORATE)).body, /Counted: too few to show/)
  })

  test('a count that is too old counts no longer', async () => {
    await council.database.asOwner((query) =>
      sql`update item_proof set added_on = added_on - 200, good_until = ${addDays(TODAY, -1)}::date`.execute(query),
    )
    assert.match((await ask('board', URL)).body, /Nobody has counted who took this up, or the count is too old/)
  })

  test('an action of a plan is no commitment, and what is not there is not there', async () => {
    assert.equal((await ask('lead', `/promises/commitments/take-up/${PLAN}`)).statusCode, 404)
    assert.equal((await ask('lead', '/promises/commitments/take-up/nothing')).statusCode, 404)
  })
})
