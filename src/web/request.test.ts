import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../test/kit/app.ts'
import { makeTestCouncil, type TestCouncil } from '../../test/kit/council.ts'
import type { Actor } from '../database/database.ts'

/** What every form of the product owes whoever types into it. */
let council: TestCouncil
let app: TestApp
let lead: Actor
before(async () => {
  council = await makeTestCouncil()
  app = await makeTestApp(council)
  lead = await council.addStaff('strategy_lead', 'Lou Example')
  await council.addChild({ code: 'NM1', given: 'Wren', family: 'Alder' })
})
after(() => app.close())

test('the one character that the database cannot hold is taken out, and all else is kept', async () => {
  const offer = { 'offer-kind': 'skill', offer: 'Mend\0ing bicycles' }
  assert.equal((await app.ask('POST', '/members/me/offers', lead, offer)).statusCode, 303)
  const { rows } = await council.database.asOwner((query) => sql`select words from member_offer`.execute(query))
  assert.deepEqual(rows, [{ words: 'Mending bicycles' }])
  assert.equal((await app.ask('GET', '/members?words=%00bicycles', lead)).statusCode, 200)
  assert.equal((await app.ask('GET', '/promises/actions/%00', lead)).statusCode, 404)
})

test('rule 35: a young person’s whole name is refused wherever words can leave, and what was typed comes back', async () => {
  const theme = { title: 'Pets', about: 'Wren Alder asked for a dog.' }
  const officer = await council.addStaff('participation_officer', 'Pat Example')
  const answer = await app.ask('POST', '/themes/new', officer, theme)
  assert.equal(answer.statusCode, 422)
  assert.match(answer.body, /A young person’s name stands in what you wrote[\s\S]*Wren Alder asked for a dog\./)
  for (const [table, statement] of [
    [
      'plan_item',
      sql`insert into plan_item (authority_id, plan_id, position, title) select authority_id, id, 1, 'Help Wren Alder' from plan`,
    ],
    [
      'commitment_event',
      sql`insert into commitment_event (authority_id, kind, title, held_on, made_by)
      values (${council.council.authorityId}, 'launch', 'For Wren Alder', '2026-01-01', ${lead.personId})`,
    ],
    [
      'measure_word',
      sql`insert into measure_word (authority_id, measure_id, as_at, why, next_step, said_by)
      values (${council.council.authorityId}, 'M20', '2026-03-31', 'Wren Alder moved.', 'We look.', ${lead.personId})`,
    ],
  ] as const)
    await assert.rejects(
      council.database.asOwner(async (query) => {
        await sql`insert into plan (authority_id, kind, title) values (${council.council.authorityId}, 'action plan', 'A plan')`.execute(
          query,
        )
        await statement.execute(query)
      }),
      /young person's name/,
      table,
    )
})
