import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { makeTestCouncil, type TestCouncil, TODAY } from '../../../test/kit/council.ts'
import { pastReport } from '../../../test/kit/past-report.ts'
import type { Actor } from '../../database/database.ts'
import { sayDate } from '../../domain/shared/calendar-date.ts'

let council: TestCouncil
let app: TestApp
const people = {} as Record<'lead' | 'board' | 'other', Actor>
const ask = (who: keyof typeof people, url: string) => app.ask('GET', url, people[who])
const send = (who: keyof typeof people, url: string, form: Record<string, string>) =>
  app.ask('POST', url, people[who], form)

const PLAN = '10000000-0000-4000-8000-000000003501'
const CLUB = '10000000-0000-4000-8000-000000003502'
const LIST = '/promises/commitments/progress'
const REPORT = { report: 'What became of our word', saidOn: '2026-03-03', text: pastReport() }

before(async () => {
  council = await makeTestCouncil()
  app = await makeTestApp(council)
  people.lead = await council.addStaff('strategy_lead', 'Lou Example')
  people.other = await council.addStaff('strategy_lead', 'Oli Example')
  people.board = await council.addStaff('board_member', 'Bo Example')
  const { authorityId } = council.council
  await council.database.asOwner(async (query) => {
    for (const [title, { personId }] of [
      ['Strategy lead', people.lead],
      ['Her deputy', people.other],
    ] as const)
      await sql`update person set title = ${title} where id = ${personId}`.execute(query)
    await sql`insert into plan (authority_id, id, kind, title, agreed_on) values (${authorityId}, ${PLAN}, 'commitments', 'Our word', '2026-01-26')`.execute(
      query,
    )
    await sql`insert into plan_item (authority_id, id, plan_id, position, title, directorate, owners) values
      (${authorityId}, ${CLUB}, ${PLAN}, 1, 'A club for each age', 'Streets and Leisure', array['Director of Leisure'])`.execute(
      query,
    )
  })
})
after(() => app.close())

describe('a past report of progress comes in as answering no commitment on file', () => {
  test('it is shown first, by directorate, with what is left out; nothing is kept yet', async () => {
    const { body, statusCode } = await send('lead', `${LIST}/new`, REPORT)
    assert.equal(statusCode, 200)
    assert.match(body, /35 things were said, and each answers no commitment on file/)
    assert.match(
      body,
      /Learning and Care: 9 · Streets and Leisure Directorate: 8 · Finance and Rules: 15 · Riverside Homes: 3/,
    )
    assert.match(body, /left out[\s\S]*What follows was told by directors/)
    assert.match((await ask('lead', LIST)).body, /Nothing was told here without its commitment/)
  })

  test('what cannot be taken in is said at its field, and what was typed is still there', async () => {
    const { body, statusCode } = await send('lead', `${LIST}/new`, {
      report: 'X',
      saidOn: 'soon',
      text: 'A fair was held',
    })
    assert.equal(statusCode, 422)
    assert.match(body, /Enter what it was told in[\s\S]*Enter the day it was told/)
    assert.match(body, />\s*A fair was held<\/textarea>/)
    const empty = await send('lead', `${LIST}/new`, { ...REPORT, text: ' ', step: 'accept' })
    assert.match(empty.body, /Paste what was said, or choose a file of it/)
  })

  test('taken in, all 35 are marked so, for the board to read as well', async () => {
    assert.equal((await send('board', `${LIST}/new`, { ...REPORT, step: 'accept' })).statusCode, 404)
    assert.equal((await send('lead', `${LIST}/new`, { ...REPORT, step: 'accept' })).statusCode, 303)
    const { body } = await ask('board', LIST)
    assert.match(body, /35 things that were told answer no commitment on file; none is joined yet/)
    for (const part of ['Learning and Care \\(9\\)', 'Directorate \\(8\\)', 'Rules \\(15\\)', 'Homes \\(3\\)'])
      assert.match(body, new RegExp(part))
    assert.equal(body.split('answers no commitment on file</').length - 1, 35)
    assert.match((await ask('board', '/promises/commitments')).body, /35 things[^<]*answer no commitment on file/)
  })
})

describe('a person joins it to a commitment with one form', () => {
  let one: string
  before(async () => {
    one = /Streets and Leisure[\s\S]*?href="([^"]+)">A club was held group 1\./.exec(
      (await ask('board', LIST)).body,
    )![1]!
  })

  test('commitments of its own directorate come first; the board may not join', async () => {
    assert.match((await ask('lead', one)).body, /Streets and Leisure: A club for each age/)
    assert.doesNotMatch((await ask('board', one)).body, /Join them/)
    assert.equal((await send('board', `${one}/join`, { item: CLUB })).statusCode, 404)
    assert.match((await send('lead', `${one}/join`, {})).body, /Choose the commitment that it answers/)
  })

  test('the join says who and when, and its words stand at the commitment and in One Year On', async () => {
    assert.equal((await send('lead', `${one}/join`, { item: CLUB })).statusCode, 303)
    assert.match(
      (await ask('board', one)).body,
      new RegExp(`A club for each age[\\s\\S]*Strategy lead says so, since ${sayDate(TODAY)}`),
    )
    assert.match(
      (await ask('board', `/promises/actions/${CLUB}`)).body,
      /A club was held group 1[\s\S]*What became of our word/,
    )
    assert.match(
      (await ask('board', '/promises/commitments/one-year-on')).body,
      /3 March 2026[\s\S]*A club was held group 1/,
    )
    assert.match((await ask('board', LIST)).body, /34 things[^<]*one is joined to one/)
  })

  test('joined by somebody else meanwhile: the second is told, and nothing is lost', async () => {
    const { body, statusCode } = await send('other', `${one}/join`, { item: CLUB })
    assert.equal(statusCode, 422)
    assert.match(body, /Somebody has joined it since you opened this page/)
  })

  test('ended, it answers none again, and the join that was stays to be read', async () => {
    assert.equal((await send('board', `${one}/end`, {})).statusCode, 404)
    assert.equal((await send('other', `${one}/end`, {})).statusCode, 303)
    const { body } = await ask('board', one)
    assert.match(body, /answers no commitment on file/)
    assert.match(
      body,
      new RegExp(
        `Joined before[\\s\\S]*A club for each age[\\s\\S]*Joined by Strategy lead on ${sayDate(TODAY)}; ended by Her deputy`,
      ),
    )
    assert.doesNotMatch((await ask('board', `/promises/actions/${CLUB}`)).body, /A club was held/)
  })

  test('one that is not there, and one of another council, are the same answer', async () => {
    assert.equal((await ask('lead', `${LIST}/10000000-0000-4000-8000-000000009999`)).statusCode, 404)
    assert.equal((await ask('lead', `${LIST}/nothing`)).statusCode, 404)
  })
})
