import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../../test/kit/app.ts'
import { characteristics, episode, makeTestCouncil, type TestCouncil } from '../../../../test/kit/council.ts'
import type { Actor } from '../../../database/database.ts'

const HOME = '00000000-0000-4000-8000-000000000901'
const STUDY = '00000000-0000-4000-8000-000000000902'

let council: TestCouncil
let app: TestApp
let young: Actor
let other: Actor
let adviser: Actor
let manager: Actor
let worker: Actor
let board: Actor
let claimId: string

before(async () => {
  council = await makeTestCouncil()
  app = await makeTestApp(council)
  young = council.actor(await council.addChild({ code: '1', given: 'Noor', role: 'young_adult' }))
  other = council.actor(await council.addChild({ code: '2', given: 'Finn', role: 'young_adult' }))
  adviser = await council.addStaff('personal_adviser', 'Pat Example', 'pat@council.example')
  manager = await council.addStaff('team_manager', 'Mo Example')
  worker = await council.addStaff('social_worker', 'Wren Example')
  board = await council.addStaff('board_member', 'Bo Example')
  await council.relate(adviser, young.personId, 'personal_adviser')
  await council.relate(worker, young.personId, 'social_worker')
  await council.addTeam(manager, [adviser])
  await council.state(young.personId, characteristics('2007-03-04'))
  await council.state(young.personId, episode('2015-01-01', '2025-03-04', { reasonEnded: 'E8' }))
  await council.database.asOwner(async (query) => {
    const { authorityId } = council.council
    const rule = (condition: string | null) =>
      JSON.stringify({ fromAge: 18, untilAge: 25, groups: ['former relevant'], condition })
    await sql`insert into offer (authority_id, id, position, title, words, rule, source, amount_pence, amount_words, how_to_claim, answer_within_days, valid_from) values
      (${authorityId}, ${HOME}, 1, 'Setting up home', 'For a bed and a cooker.', ${rule(null)}::jsonb, '{"kind":"national","words":"Guidance"}', 300000, '£3,000', 'Press the button.', 10, '2023-04-01'),
      (${authorityId}, ${STUDY}, 2, 'Going to university', 'A bursary.', ${rule('in higher education')}::jsonb, '{"kind":"law","words":"The Act"}', 200000, '£2,000', 'Press the button.', 10, '2010-04-01')`.execute(
      query,
    )
  })
})
after(() => app.close())

const get = (url: string, actor: Actor | null) => app.ask('GET', url, actor)
const post = (url: string, actor: Actor, form: Record<string, string> = {}) => app.ask('POST', url, actor, form)

test('a young adult’s first screen says what is theirs, who helps and the next step, and nothing in the tab tells why', async () => {
  const page = (await get('/', young)).body
  assert.match(page, /One thing is yours\. You can claim it today\./)
  assert.match(page, /Setting up home: £3,000/)
  assert.match(page, /Pat Example/)
  assert.match(page, /No next step is written down yet/)
  const title = /<title>\s*([^<]*)/.exec(page)![1]!
  assert.doesNotMatch(title, /care|Kept|Testshire|offer|claim/i)
})

test('an offer says whether it is theirs, why, by what rule and from where', async () => {
  const home = (await get(`/offers/${HOME}`, young)).body
  assert.match(home, /You can have it now/)
  assert.match(home, /Claim it/)
  assert.match(home, /Pat Example will read this, and so can the manager of their team\. Nobody else can\./)
  assert.match(home, /The government asks every council for it: Guidance/)
  const study = (await get(`/offers/${STUDY}`, young)).body
  assert.match(study, /we do not know yet whether you are/)
  assert.match(study, /A person decides, not a rule/)
  assert.doesNotMatch(study, /Claim it/)
  assert.equal((await get('/offers/00000000-0000-4000-8000-0000000000aa', young)).statusCode, 404)
})

test('somebody of whom no dates are known is told so, and can claim nothing by mistake', async () => {
  assert.match((await get('/', other)).body, /Nothing is yours to claim today/)
  await post(`/offers/${HOME}`, other, { words: 'For me' })
  assert.match((await get(`/offers/${HOME}`, other)).body, /We do not have your date of birth/)
})

test('a claim reaches the adviser with its clock, and nobody who is not to read it', async () => {
  const made = await post(`/offers/${HOME}`, young, { words: 'For a bed and a cooker.' })
  assert.equal(made.headers.location, `/offers/${HOME}`)
  const mine = (await get(`/offers/${HOME}`, young)).body
  assert.match(mine, /You asked on Friday 10 July\. You should have an answer by Friday 24 July, in 14 days\./)
  assert.doesNotMatch(mine, /Claim it/)
  await post(`/offers/${HOME}`, young, { words: 'Twice' })
  const list = (await get('/claims', adviser)).body
  assert.match(list, /One claim waits for an answer, none of them late/)
  claimId = /\/claims\/([0-9a-f-]{36})/.exec(list)![1]!
  assert.match((await get(`/claims/${claimId}`, adviser)).body, /By our dates they can have it/)
  for (const actor of [worker, board, young, other])
    assert.equal((await get(`/claims/${claimId}`, actor)).statusCode, 404)
  for (const actor of [worker, board]) assert.equal((await get('/claims', actor)).statusCode, 404)
})

test('a claim that is late is on the manager’s first screen and list before anybody chases it', async () => {
  await council.database.asOwner((query) =>
    sql`update claim set asked_on = '2026-06-24' where id = ${claimId}`.execute(query),
  )
  assert.match((await get('/', manager)).body, /1 claim is late\.[\s\S]*A young person should have had an answer/)
  const list = (await get('/claims', manager)).body
  assert.match(list, /one of them late/)
  assert.match(list, /2 working days late/)
  assert.match(list, /adviser Pat Example/)
  assert.match(
    (await get(`/offers/${HOME}`, young)).body,
    /We are late, and we are sorry\. Your adviser’s manager sees this too\./,
  )
})

test('an answer needs a decision, an amount and a reason, a no is told first, and what was typed is still there', async () => {
  const empty = await post(`/claims/${claimId}`, adviser)
  assert.equal(empty.statusCode, 422)
  assert.match(empty.body, /Say yes or no\./)
  const no = await post(`/claims/${claimId}`, adviser, { decision: 'no', reason: 'You had this money last year.' })
  assert.equal(no.statusCode, 422)
  assert.match(no.body, /Tell them yourself first/)
  assert.match(no.body, /You had this money last year\./)
  const wrong = await post(`/claims/${claimId}`, adviser, {
    decision: 'yes',
    amount: 'lots',
    reason: 'It is yours now.',
  })
  assert.match(wrong.body, /in pounds, like 3000/)
})

test('a yes is read by the young person with its reason, and then that it was paid', async () => {
  const yes = { decision: 'yes', amount: '£2,850.50', reason: 'It is yours. I will order the bed with you.' }
  assert.equal((await post(`/claims/${claimId}`, adviser, yes)).headers.location, `/claims/${claimId}`)
  const told = (await get(`/offers/${HOME}`, young)).body
  assert.match(told, /The answer is yes: £2,850\.50\. It has not been paid yet\./)
  assert.match(told, /Pat Example wrote: It is yours\. I will order the bed with you\./)
  assert.equal((await post(`/claims/${claimId}/paid`, worker)).statusCode, 404)
  await post(`/claims/${claimId}/paid`, manager)
  assert.match((await get(`/offers/${HOME}`, young)).body, /Paid on Friday 10 July: £2,850\.50/)
  assert.match((await get('/claims', adviser)).body, /paid £2,850\.50/)
})

test('what was answered leaves a trace in the young person’s record', async () => {
  const events = await council.database.asOwner(
    async (query) =>
      (
        await sql<{ event: string }>`select event from audit where child_id = ${young.personId} order by at`.execute(
          query,
        )
      ).rows,
  )
  const names = events.map(({ event }) => event)
  for (const event of ['claim opened', 'claim answered', 'claim paid']) assert.ok(names.includes(event), event)
})

test('next steps are written by the young person and their adviser, and ticked by the young person', async () => {
  assert.match((await post('/steps', young, { byOn: 'soon' })).body, /Enter a day, like 14\/09\/2026/)
  await post('/steps', young, { words: 'I will view the flat.', byOn: '14/07/2026', whoHelps: 'Pat' })
  await post(`/steps/${young.personId}`, adviser, { words: 'I will have my passport.', byOn: '2026-08-01' })
  assert.match((await get('/', young)).body, /I will view the flat\.[\s\S]*By Tuesday 14 July, in 4 days\. Pat helps\./)
  const page = (await get('/steps', young)).body
  assert.match(page, /Two next steps, in your words/)
  await post('/steps/done', young, { step: /name="step" value="([^"]+)"/.exec(page)![1]! })
  assert.match((await get('/steps', young)).body, /Done on Friday 10 July/)
  assert.equal((await post(`/steps/${young.personId}`, worker, { words: 'I will move.' })).statusCode, 404)
  assert.equal((await get('/steps/not-an-id', adviser)).statusCode, 404)
  assert.match((await get(`/steps/${young.personId}`, manager)).body, /Noor Example has one next step/)
})

test('colleagues read the offers and their rules, and of nobody whether they have them', async () => {
  const page = (await get('/offers', board)).body
  assert.match(page, /Two things young people can have from us/)
  assert.match(page, /From your 18th birthday until the day before your 25th/)
  assert.doesNotMatch(page, /Noor/)
})
