import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { makeTestCouncil, type TestCouncil, TODAY } from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'
import { addDays, sayDate } from '../../domain/shared/calendar-date.ts'

let council: TestCouncil
let app: TestApp
let young: string
const people = {} as Record<'lead' | 'board' | 'officer' | 'kin' | 'adviser' | 'other', Actor>
const ask = (who: keyof typeof people, url: string) => app.ask('GET', url, people[who])
const send = (who: keyof typeof people, url: string, form: Record<string, string>) =>
  app.ask('POST', url, people[who], form)

const PLEDGE = '/promises/commitments/chief-officers'
const LENGTH = `${PLEDGE}/arms-length`
let item: string
let ofKin: string

before(async () => {
  council = await makeTestCouncil()
  app = await makeTestApp(council)
  people.lead = await council.addStaff('strategy_lead', 'Lou Example')
  people.board = await council.addStaff('board_member', 'Bo Example')
  people.officer = await council.addStaff('director', 'Flo Example', 'flo@council.example')
  people.kin = await council.addStaff('director', 'Kin Example', 'kin@council.example')
  people.adviser = await council.addStaff('personal_adviser', 'Ada Example')
  people.other = await council.addStaff('personal_adviser', 'Una Example')
  young = await council.addChild({ code: 'Y1', given: 'Yara', role: 'young_adult' })
  await council.relate(people.adviser, young, 'personal_adviser')
  await council.relate(people.kin, young, 'barred')
})
after(() => app.close())

describe('the Chief Officer pledge is launched, and launched again after a review', () => {
  test('whoever keeps the plan launches it; what is wrong is said, and what was typed is still there', async () => {
    assert.match((await ask('board', PLEDGE)).body, /No Chief Officer pledge has been launched yet/)
    const wrong = await send('lead', `${PLEDGE}/launch`, { title: 'Our officers’ word', agreedOn: 'soon' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /value="Our officers’ word"[\s\S]*Enter the day of the launch/)
    const form = { title: 'Our officers’ word', agreedOn: addDays(TODAY, -400) }
    assert.equal((await send('board', `${PLEDGE}/launch`, form)).statusCode, 404)
    assert.equal((await send('lead', `${PLEDGE}/word`, { officer: 'X', commitment: 'Y' })).statusCode, 404)
    assert.equal((await send('lead', `${PLEDGE}/launch`, form)).statusCode, 303)
  })

  test('launched again it says why, later than the last, and what held before stays to be read', async () => {
    const form = { title: 'Our officers’ word, second', agreedOn: addDays(TODAY, -30) }
    assert.match((await send('lead', `${PLEDGE}/launch`, form)).body, /Say what the review found/)
    const why = 'Placements were offered and nobody was asked what was in their way.'
    const early = { ...form, agreedOn: addDays(TODAY, -400), why }
    assert.match((await send('lead', `${PLEDGE}/launch`, early)).body, /Enter a day after the last launch/)
    assert.equal((await send('lead', `${PLEDGE}/launch`, { ...form, why })).statusCode, 303)
    const { body } = await ask('board', PLEDGE)
    assert.match(body, /second, launched on[\s\S]*Launched again because: Placements were offered/)
    assert.match(body, /Launched before[\s\S]*Our officers’ word[\s\S]*no commitments/)
  })

  test('each officer’s word is written down, and the officer named for it says how it stands', async () => {
    assert.match(
      (await send('lead', `${PLEDGE}/word`, { officer: 'Chief of roads' })).body,
      /value="Chief of roads"[\s\S]*Enter what they give their word on/,
    )
    const give = async (officer: string, commitment: string, email: string) => {
      assert.equal((await send('lead', `${PLEDGE}/word`, { officer, commitment })).statusCode, 303)
      const { body } = await ask('lead', PLEDGE)
      const href = new RegExp(`href="(/promises/actions/[0-9a-f-]{36})">${commitment}`).exec(body)![1]!
      assert.equal((await send('lead', `${href}/owner`, { email })).statusCode, 303)
      return href.split('/').at(-1)!
    }
    item = await give('Chief of roads', 'Stand up for one young person', 'flo@council.example')
    ofKin = await give('Chief of parks', 'Stand up for another', 'kin@council.example')
    assert.equal(
      (await send('officer', `/promises/actions/${item}/update`, { words: 'Ready', progress: 'under way' })).statusCode,
      303,
    )
    assert.match(
      (await ask('board', PLEDGE)).body,
      /Two things are promised by chief officers; no obstacle has been raised[\s\S]*Ready/,
    )
    assert.doesNotMatch((await ask('board', '/promises/commitments')).body, /Stand up for one young person/)
  })
})

describe('a chief officer stands up for a young person at arm’s length', () => {
  test('it begins with their yes, by whoever advises them and nobody else', async () => {
    const form = { person: young, item, saidYesOn: TODAY }
    for (const who of ['lead', 'board', 'officer', 'other'] as const) {
      const { statusCode, body } = await send(who, `${LENGTH}/begin`, form)
      assert.ok(statusCode === 404 || statusCode === 422, who)
      assert.doesNotMatch(body, /Yara/)
    }
    const without = await send('adviser', `${LENGTH}/begin`, { ...form, saidYesOn: addDays(TODAY, 1) })
    assert.match(without.body, /Without their yes it does not begin/)
    assert.equal((await send('adviser', `${LENGTH}/begin`, form)).statusCode, 303)
    assert.match((await send('adviser', `${LENGTH}/begin`, form)).body, /stands up for them already/)
  })

  test('somebody barred from the young person cannot, and the database says so too', async () => {
    const { body } = await send('adviser', `${LENGTH}/begin`, { person: young, item: ofKin, saidYesOn: TODAY })
    assert.match(body, /cannot stand up for this young person/)
    const { authorityId } = council.council
    await assert.rejects(
      council.database.as(people.adviser, (query) =>
        sql`insert into arms_length (authority_id, item_id, child_id, said_yes_on) values (${authorityId}, ${ofKin}, ${young}, ${TODAY}::date)`.execute(
          query,
        ),
      ),
      /row-level security/,
    )
  })

  test('the adviser sees who it is; the officer sees somebody, and never who', async () => {
    assert.match((await ask('adviser', LENGTH)).body, /Yara/)
    const { body } = await ask('officer', LENGTH)
    assert.match(body, /A young person[\s\S]*Chief of roads/)
    assert.doesNotMatch(body, new RegExp(`Yara|${young}`))
    for (const who of ['lead', 'board', 'kin', 'other'] as const)
      assert.equal((await ask(who, LENGTH)).statusCode, 404, who)
    const seen = await council.database.as(people.officer, (query) => sql`select from arms_length`.execute(query))
    assert.equal(seen.rows.length, 0)
  })

  test('what is in the way is raised by one, cleared by the other, and the board reads how many', async () => {
    const page = (await ask('adviser', LENGTH)).body
    const one = new RegExp(`${LENGTH}/([0-9a-f-]{36})/obstacle`).exec(page)![1]!
    const short = await send('adviser', `${LENGTH}/${one}/obstacle`, { words: 'x' })
    assert.equal(short.statusCode, 422)
    assert.match(short.body, /Say what is in the way[\s\S]*value="x"/)
    for (const words of ['Yara has no bus', 'It is Yara’s rent', 'Rent (for Yara)', 'Nobody asked yara or Yara.']) {
      const named = await send('adviser', `${LENGTH}/${one}/obstacle`, { words })
      assert.equal(named.statusCode, 422, words)
      assert.match(named.body, /A young person’s name stands in it/)
    }
    for (const who of ['lead', 'board', 'kin', 'other'] as const)
      assert.equal((await send(who, `${LENGTH}/${one}/obstacle`, { words: 'Let me' })).statusCode, 404, who)
    await send('adviser', `${LENGTH}/${one}/obstacle`, { words: 'No bus before the shift begins' })
    await send('officer', `${LENGTH}/${one}/obstacle`, { words: 'The form asks for a landline' })
    assert.match((await ask('board', PLEDGE)).body, /none of two obstacles raised with them are out of the way/)
    assert.match((await ask('officer', '/')).body, /Two things are in the way of a young person you stand up for/)
    assert.doesNotMatch((await ask('kin', '/')).body, /you stand up for/)
    const seen = (await ask('officer', LENGTH)).body
    assert.match(seen, /Two things are in the way/)
    const obstacle = /name="obstacle" value="([0-9a-f-]{36})"/.exec(seen.slice(seen.indexOf('No bus before')))![1]!
    const cleared = { obstacle, words: 'The depot lends a bicycle' }
    assert.equal((await send('kin', `${LENGTH}/${one}/clear`, cleared)).statusCode, 404)
    const thanks = await send('officer', `${LENGTH}/${one}/clear`, { obstacle, words: 'Yara wrote to thank us' })
    assert.match(thanks.body, /A young person’s name stands in it[\s\S]*value="Yara wrote to thank us"/)
    assert.equal((await send('officer', `${LENGTH}/${one}/clear`, cleared)).statusCode, 303)
    assert.match((await ask('adviser', LENGTH)).body, /out of the way[\s\S]*The depot lends a bicycle/)
    assert.match((await ask('board', PLEDGE)).body, /one of two obstacles raised with them is out of the way/)
  })

  test('it ends when they say; the officer sees only that it has, and nothing more is raised', async () => {
    const one = new RegExp(`${LENGTH}/([0-9a-f-]{36})/end`).exec((await ask('adviser', LENGTH)).body)![1]!
    assert.doesNotMatch((await ask('officer', LENGTH)).body, /They want it to end/)
    assert.equal((await send('officer', `${LENGTH}/${one}/end`, { because: 'Done with it' })).statusCode, 404)
    assert.match((await send('adviser', `${LENGTH}/${one}/end`, {})).body, /Say in their words why it ends/)
    assert.equal((await send('adviser', `${LENGTH}/${one}/end`, { because: 'I have the job now' })).statusCode, 303)
    const { body } = await ask('officer', LENGTH)
    assert.match(body, new RegExp(`Ended[\\s\\S]*A young person[\\s\\S]*ended on ${sayDate(TODAY)}`))
    assert.doesNotMatch(body, /I have the job now/)
    assert.equal((await send('officer', `${LENGTH}/${one}/obstacle`, { words: 'One more' })).statusCode, 404)
  })

  test('who looked stands in the young person’s own list', async () => {
    const { rows } = await council.database.asOwner((query) =>
      sql<{
        event: string
      }>`select distinct event from audit where child_id = ${young} or ${young}::uuid = any (child_ids) order by 1`.execute(
        query,
      ),
    )
    assert.deepEqual(
      rows.map(({ event }) => event),
      ['arms length begun', 'arms length ended', 'arms length read'],
    )
  })
})
