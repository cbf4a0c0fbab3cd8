import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type Saying, startSaying, textOf } from '../../../test/kit/saying.ts'
import type { Actor } from '../../database/database.ts'
import { readMyViews, replyToAnswer, sendView } from '../../shapes/voice/view.store.ts'

let s: Saying
let child: Actor
let manager: Actor
const LATER = '2099-01-01T09:00'
before(async () => {
  s = await startSaying()
  child = await s.addChild()
  manager = await s.council.addStaff('team_manager', 'Max Example')
  await s.council.addTeam(manager, [s.people.worker])
})
after(() => s.app.close())

const say = async (words: string, about: string | null = null) =>
  (await s.as(child, (query) =>
    sendView(
      query,
      { words, feeling: 'sad', pictures: ['dog'], beside: 'a friend', mayBeCounted: false },
      { to: about ? null : s.people.worker.personId, about, coverFrom: LATER },
    ),
  ))!
const page = async (url: string, who: Actor) => textOf((await s.app.ask('GET', url, who)).body)
const mine = async (id: string) => (await s.as(child, readMyViews)).find((view) => view.id === id)!
const answer = (id: string, who: Actor, form: Record<string, string>) =>
  s.app.ask('POST', `/inbox/${id}/answer`, who, form)

test('rule 8: the list shows no words and opens nothing; the page shows them as said, and only then it is read', async () => {
  const id = await say('I miss my dog so much')
  const list = await page('/inbox', s.people.worker)
  assert.match(list, /waits for your answer\. .*Kit Said something to you/)
  assert.doesNotMatch(list, /dog|sad/)
  assert.equal((await mine(id)).isOpened, false)
  const opened = await page(`/inbox/${id}`, s.people.worker)
  assert.match(opened, /Kit said this, and waits for an answer\..*beside them: a friend.*sad dog I miss my dog so much/)
  assert.match(opened, /Up to 11 years/)
  assert.equal((await mine(id)).isOpened, true)
})

test('rule 7: the cover finds it only once its time has come and nobody opened it, and reads in whose place', async () => {
  const id = await say('Where is my bike?')
  assert.equal((await s.app.ask('GET', `/inbox/${id}`, s.people.cover)).statusCode, 404)
  await s.council.database.asOwner((query) =>
    sql`update view_reader set from_at = clock_timestamp() - interval '1 minute' where part = 'cover' and view_id = ${id}`.execute(
      query,
    ),
  )
  assert.match(await page('/inbox', s.people.cover), /Kit Said something since .* cover for Wren/)
  assert.match(await page(`/inbox/${id}`, s.people.cover), /Where is my bike\?/)
})

test('rule 9: what is about an adult reaches the allegations lead; that adult and their manager find it nowhere', async () => {
  const id = await say('My worker shouts', s.people.worker.personId)
  const first = await page('/', s.people.lead)
  assert.match(first, /Somebody waits for your answer|wait for your answer/)
  assert.doesNotMatch(first, /shouts/)
  assert.match(await page(`/inbox/${id}`, s.people.lead), /My worker shouts/)
  await answer(id, s.people.lead, { words: 'We are looking into it.', changes: '', by: '', way: 'page' })
  for (const who of [s.people.worker, manager]) {
    const home = await page('/', who)
    const inbox = await page('/inbox', who)
    for (const url of [`/inbox/${id}`, `/inbox/${id}/answer`])
      assert.equal((await s.app.ask(url.endsWith('answer') ? 'POST' : 'GET', url, who)).statusCode, 404)
    assert.doesNotMatch(home + inbox, /shouts|allegations|about an adult/)
    assert.ok(!(await s.app.ask('GET', '/inbox', who)).body.includes(id))
  }
  assert.doesNotMatch(await page(`/children/${child.personId}/who-looked`, manager), /Lee/)
  const { rows } = await s.council.database.asOwner((query) =>
    sql<{ n: number }>`select count(*)::int as n from audit where detail::text like ${`%${id}%`}`.execute(query),
  )
  assert.equal(rows[0]!.n, 0, 'no common trace names it')
})

test('rule 12: hard news stands on the child’s page only when somebody says they told them, on a day that can be', async () => {
  const id = await say('Can I live with my brother?')
  const sent = await answer(id, s.people.worker, { words: 'No, not now.', changes: '', by: '', way: 'tell' })
  assert.equal(sent.headers.location, `/inbox/${id}?done=to-tell`)
  assert.equal((await mine(id)).answers.length, 0)
  assert.match(await page('/inbox', s.people.worker), /has to be told in person/i)
  const body = (await s.app.ask('GET', `/inbox/${id}`, s.people.worker)).body
  const told = /\/inbox\/[0-9a-f-]+\/answers\/[0-9a-f-]+\/told/.exec(body)![0]
  const early = await s.app.ask('POST', told, s.people.worker, { on: '2026-07-09' })
  assert.equal(early.statusCode, 422)
  assert.match(early.body, /they said it today[\s\S]*value="2026-07-09"/)
  assert.equal((await s.app.ask('POST', told, s.people.cover, { on: '2026-07-10' })).statusCode, 404)
  assert.equal((await s.app.ask('POST', told, s.people.worker, { on: '2026-07-10' })).statusCode, 303)
  assert.equal((await mine(id)).answers[0]!.toldOn, '2026-07-10')
})

test('rule 12: overdue telling reaches the manager as a name and a number, never whose news or what', async () => {
  const id = await say('Will I move again?')
  await answer(id, s.people.worker, { words: 'Yes, to the coast.', changes: '', by: '', way: 'tell' })
  assert.doesNotMatch(await page('/', manager), /has not told/)
  const { authorityId } = s.council.council
  await s.council.database.asOwner((query) =>
    sql`update view_answer set answered_on = '2026-07-01' where authority_id = ${authorityId} and view_id = ${id}`.execute(
      query,
    ),
  )
  const home = await page('/', manager)
  assert.match(home, /Wren Example has written hard news for a child and has not told them yet/)
  assert.doesNotMatch(home, /coast|move again|Kit/)
  for (const who of [s.people.worker, s.people.cover, s.people.lead])
    assert.doesNotMatch(await page('/', who), /has written hard news/)
})

test('rule 14: an answer noted as told in person closes nothing; “a bit” brings it back, the child’s yes closes it', async () => {
  const id = await say('When is my review?')
  await answer(id, s.people.worker, { words: 'In May.', changes: '', by: '', way: 'told' })
  assert.match(await page(`/inbox/${id}`, s.people.worker), /It is closed when they say so/)
  const reply = async (said: 'yes' | 'a bit') => {
    const newest = (await mine(id)).answers.at(-1)!
    assert.ok(await s.as(child, (query) => replyToAnswer(query, newest.id, said)))
  }
  await reply('a bit')
  assert.match(await page(`/inbox/${id}`, s.people.worker), /not answered enough.*Answer Kit again/)
  await answer(id, s.people.worker, {
    words: 'On 9 May, at four.',
    changes: 'You choose where',
    by: '2026-07-20',
    way: 'page',
  })
  await reply('yes')
  assert.match(await page(`/inbox/${id}`, s.people.worker), /Kit says this is answered/)
})

test('what was typed is still there when an answer is not whole, and nobody else can answer', async () => {
  const id = await say('Please help me')
  const back = await answer(id, s.people.worker, {
    words: 'I will come on Monday',
    changes: '',
    by: '2020-01-01',
    way: '',
  })
  assert.equal(back.statusCode, 422)
  assert.match(back.body, /I will come on Monday/)
  assert.match(textOf(back.body), /Choose a day from today on.*Choose how your answer reaches them/)
  const good = { words: 'Mine now', changes: '', by: '', way: 'page' }
  for (const who of [s.people.cover, s.people.adviser, manager])
    assert.equal((await answer(id, who, good)).statusCode, 404)
  assert.equal((await mine(id)).answers.length, 0)
})
