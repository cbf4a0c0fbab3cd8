import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../../test/kit/app.ts'
import { makeTestCouncil, type TestCouncil, TODAY } from '../../../../test/kit/council.ts'
import type { Actor } from '../../../database/database.ts'
import { addDays, sayDate } from '../../../domain/shared/calendar-date.ts'

let council: TestCouncil
let app: TestApp
let action: string
const people = {} as Record<'ann' | 'ben' | 'gone' | 'lead' | 'board', Actor>
const ask = (who: keyof typeof people, url: string) => app.ask('GET', url, people[who])
const send = (who: keyof typeof people, url: string, form: Record<string, string>) =>
  app.ask('POST', url, people[who], form)

const PAST = addDays(TODAY, -9)
const SOON = addDays(TODAY, 5)
const TEXT = [
  'Action\tHow\tWho\tBy when\tHow can we tell',
  `Answer every view\t\tHomes team; Voice team\t${PAST} then ${SOON}\tDays until an answer`,
  `Fewer moves\t"Meet early\nTrain all"\t"Homes team\nOld team"\t"${PAST}\n${PAST}"\tMoves`,
  'Say why\t\t\t\t',
  '',
].join('\n')

before(async () => {
  council = await makeTestCouncil()
  app = await makeTestApp(council)
  people.ann = await council.addStaff('director', 'Ann Example', 'ann@council.example')
  people.ben = await council.addStaff('director', 'Ben Example', 'ben@council.example')
  people.gone = await council.addStaff('director', 'Gus Example', 'gone@council.example')
  people.lead = await council.addStaff('strategy_lead', 'Lou Example')
  people.board = await council.addStaff('board_member', 'Bo Example')
  const form = { kind: 'action plan', title: 'A plan in parts', agreedOn: TODAY, text: TEXT, step: 'accept' }
  assert.equal((await send('lead', '/promises/plan/new', form)).statusCode, 303)
  const plan = (await ask('lead', '/promises/plan')).body
  action = /href="(\/promises\/actions\/[0-9a-f-]{36})"[^>]*>Answer every view/.exec(plan)![1]!
})
after(() => app.close())

describe('names of the plans are matched by a person, and kept', () => {
  test('each name is listed with how often it stands there', async () => {
    const { body } = await ask('lead', '/promises/plan/owners')
    assert.match(body, /Three of 3 names in the plans are matched to nobody here/)
    assert.match(body, /Homes team[\s\S]*in 2 actions/)
  })

  test('an address nobody has is refused, and what was typed is still there', async () => {
    const { body, statusCode } = await send('lead', '/promises/plan/owners', {
      written: 'Homes team',
      email: 'no@council.example',
    })
    assert.equal(statusCode, 422)
    assert.match(body, /Nobody here has this address/)
    assert.match(body, /value="no@council.example"/)
  })

  test('who is matched may speak; the board may not match', async () => {
    assert.equal((await send('ann', `${action}/update`, { words: 'Begun in May', progress: 'same' })).statusCode, 404)
    for (const [written, email] of [
      ['Homes team', 'ann@council.example'],
      ['Voice team', 'ben@council.example'],
      ['Old team', 'gone@council.example'],
    ] as const) {
      const matched = await send('lead', '/promises/plan/owners', { written, email })
      assert.equal(matched.headers.location, '/promises/plan/owners?done=matched')
    }
    assert.match((await ask('lead', '/promises/plan/owners')).body, /Every name of the plans is matched/)
    assert.equal((await send('board', '/promises/plan/owners', { written: 'Old team', email: 'x' })).statusCode, 404)
    assert.equal((await ask('board', '/promises/plan/owners')).statusCode, 404)
    assert.match((await ask('ann', action)).body, /How does it stand\?/)
    assert.doesNotMatch((await ask('gone', action)).body, /How does it stand\?/)
  })
})

describe('two owners and two dates: both are chased', () => {
  for (const who of ['ann', 'ben'] as const)
    test(`${who} is asked about both dates`, async () => {
      const { body } = await ask(who, '/promises/digest')
      assert.match(body, new RegExp(`Answer every view[\\s\\S]*by ${PAST}[\\s\\S]*late: say why`))
      assert.match(body, new RegExp(`Answer every view[\\s\\S]*by ${SOON}[\\s\\S]*due in 5 days`))
    })

  test('a step asks its own owner and nobody else', async () => {
    const [ann, ben] = [(await ask('ann', '/promises/digest')).body, (await ask('ben', '/promises/digest')).body]
    assert.match(ann, /Meet early/)
    assert.doesNotMatch(ann, /Train all/)
    assert.doesNotMatch(ben, /Meet early|Train all/)
  })

  test('the same goes out as plain words, and nobody else’s is to be had', async () => {
    const text = await ask('ann', '/promises/digest/text')
    assert.match(String(text.headers['content-type']), /text\/plain/)
    assert.match(text.body, /^Three things ask for a word from you today\.\n\n- /)
    assert.match((await ask('board', '/promises/digest')).body, /Nothing is asked of you today/)
  })

  test('what is done of one date is asked no more; the other still is; done wants something that shows it', async () => {
    const form = { words: 'All answered', progress: 'done', part: '1' }
    assert.match((await send('ben', `${action}/update`, form)).body, /Say what shows that it is done/)
    assert.equal((await send('ben', `${action}/update`, { ...form, proof: 'The list' })).statusCode, 303)
    const { body } = await ask('ann', '/promises/digest')
    assert.doesNotMatch(body, new RegExp(`by ${PAST}[\\s\\S]{0,200}late: say why[\\s\\S]*Answer`))
    assert.match(body, /Answer every view[\s\S]*due in 5 days/)
    assert.match((await ask('ann', action)).body, new RegExp(`${PAST}[\\s\\S]*done[\\s\\S]*${SOON}`))
    assert.match((await send('ben', `${action}/update`, { ...form, part: '9' })).body, /Choose which part of it/)
  })
})

describe('an update cannot be lost, and counts once', () => {
  test('sent twice with the same form, it stands there once', async () => {
    const page = (await ask('ann', action)).body
    const once = /name="once" value="([0-9a-f-]{36})"/.exec(page)![1]!
    const form = { words: 'Two more rooms were found', progress: 'same', once }
    for (let nth = 0; nth < 2; nth += 1)
      assert.match(String((await send('ann', `${action}/update`, form)).headers.location), /done=update/)
    assert.equal((await ask('ann', action)).body.split('Two more rooms were found').length - 1, 1)
  })

  test('refused, the words and the mark that makes it count once come back', async () => {
    const once = randomUUID()
    const { body } = await send('ann', `${action}/update`, { words: 'Nearly all', progress: 'done', once })
    assert.match(body, />Nearly all<\/textarea>/)
    assert.ok(body.includes(`name="once" value="${once}"`))
  })

  test('the browser keeps the draft until it is sent', async () => {
    assert.match((await ask('ann', action)).body, /data-answer-draft="update:[0-9a-f-]{36}"/)
    assert.match((await ask('ann', `${action}?done=update`)).body, /data-answer-sent="update:[0-9a-f-]{36}"/)
  })
})

describe('gaps are listed with how each is put right', () => {
  test('by gap, with counts; by plan and by owner', async () => {
    const { body } = await ask('board', '/promises/plan/gaps')
    assert.match(body, /Two of 3 actions and commitments leave something open/)
    assert.match(body, /No owner: 1, no date: 1, two dates: 1, no way to tell: 1/)
    assert.match(body, /No owner \(1\)[\s\S]*Open it and say who answers for it[\s\S]*Say why/)
    assert.match((await ask('board', '/promises/plan/gaps?by=plan')).body, /A plan in parts \(2\)/)
    assert.match((await ask('board', '/promises/plan/gaps?by=owner')).body, /nobody named \(1\)/)
  })

  test('an owner who has left is a gap', async () => {
    await council.database.asOwner(async (query) => {
      await sql`update role_held set ends_on = ${PAST}::date where person_id = ${people.ann.personId}`.execute(query)
      await sql`update role_held set ends_on = ${PAST}::date where person_id = ${people.ben.personId}`.execute(query)
    })
    assert.match((await ask('lead', '/promises/plan/gaps')).body, /Owner left \(1\)[\s\S]*Answer every view/)
  })

  test('a gap is filled beside the plan’s own words, by who keeps the plan', async () => {
    const plan = (await ask('lead', '/promises/plan')).body
    const open = /href="(\/promises\/actions\/[0-9a-f-]{36})"[^>]*>Say why/.exec(plan)![1]!
    assert.match((await send('lead', `${open}/fill`, {})).body, /Enter who answers for it, a day/)
    const wrong = await send('lead', `${open}/fill`, { owner: 'Voice team', due: 'soon' })
    assert.match(wrong.body, /Enter the day as year-month-day/)
    assert.match(wrong.body, /value="Voice team"/)
    assert.equal((await send('board', `${open}/fill`, { owner: 'Me' })).statusCode, 404)
    const fill = { owner: 'Voice team', due: SOON, wayToTell: 'Young people say so' }
    assert.equal((await send('lead', `${open}/fill`, fill)).statusCode, 303)
    const { body } = await ask('lead', open)
    assert.match(body, new RegExp(`${sayDate(SOON)}[\\s\\S]*Voice team`))
    assert.doesNotMatch((await ask('lead', '/promises/plan/gaps')).body, /No owner|No date|No way to tell/)
  })
})

describe('young people say of an action whether they see it', () => {
  let young: Actor
  let other: Actor
  const url = () => `${action}/young`
  before(async () => {
    other = await council.addStaff('director', 'Oda Example')
    young = await council.addStaff('young_representative', 'Yas Example')
    const { authorityId } = council.council
    await council.database.asOwner(async (query) => {
      await sql`insert into body (authority_id, id, name, regime) values (${authorityId}, ${'00000000-0000-4000-8000-0000000000f1'}, 'A board', 'advisory')`.execute(
        query,
      )
      await sql`insert into body_member (authority_id, body_id, person_id, part, group_name, starts_on)
        values (${authorityId}, ${'00000000-0000-4000-8000-0000000000f1'}, ${young.personId}, 'young people', 'the Wednesday group', '2020-01-01')`.execute(
        query,
      )
    })
  })

  test('one who speaks for a group says it for the group; nobody else may, and nobody is named', async () => {
    const page = (await app.ask('GET', action, young)).body
    assert.match(page, /What young people say of it[\s\S]*Say it for the Wednesday group/)
    const wrong = await app.ask('POST', url(), young, { 'young-words': 'Two of us moved twice.' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Choose whether you see it[\s\S]*Two of us moved twice\./)
    const said = { seen: 'a bit', 'young-words': 'Two of us moved twice.' }
    assert.equal((await app.ask('POST', url(), young, said)).statusCode, 303)
    assert.equal((await app.ask('POST', url(), other, said)).statusCode, 404)
    const read = (await app.ask('GET', action, other)).body
    assert.match(read, /We see a bit of it[\s\S]*Two of us moved twice\.[\s\S]*the Wednesday group/)
    assert.doesNotMatch(read, /Yas|Say it for/)
    assert.match((await app.ask('GET', '/promises/plan', other)).body, /the Wednesday group: “We see a bit of it”/)
  })

  test('a young person’s whole name goes back with what was typed', async () => {
    await council.addChild({ code: 'YV1', given: 'Wren', family: 'Alder' })
    const answer = await app.ask('POST', url(), young, { seen: 'we see it', 'young-words': 'Wren Alder sees it.' })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /Take it out: nobody is named here[\s\S]*Wren Alder sees it\./)
  })
})
