import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../../test/kit/app.ts'
import { makeTestCouncil, type TestCouncil } from '../../../../test/kit/council.ts'
import type { Actor } from '../../../database/database.ts'

const FIRST = '00000000-0000-4000-8000-000000000061'

let council: TestCouncil
let app: TestApp
const people = {} as Record<'lead' | 'worker' | 'admin' | 'board' | 'director' | 'duty' | 'rep' | 'child', Actor>
const ask = (who: keyof typeof people, url: string) => app.ask('GET', url, people[who])
const send = (who: keyof typeof people, url: string, form: Record<string, string> = {}) =>
  app.ask('POST', url, people[who], form)

before(async () => {
  council = await makeTestCouncil()
  app = await makeTestApp(council)
  people.lead = await council.addStaff('strategy_lead', 'Lee Example')
  people.worker = await council.addStaff('social_worker', 'Wren Example')
  people.admin = await council.addStaff('administrator', 'Addy Example')
  people.board = await council.addStaff('board_member', 'Bo Example')
  people.director = await council.addStaff('director', 'Dee Example')
  people.duty = await council.addStaff('duty_worker', 'Dot Example')
  people.rep = await council.addStaff('young_representative', 'Ray Example')
  people.child = council.actor(await council.addChild({ code: 'C1', role: 'child' }))
  const { authorityId } = council.council
  await council.database.asOwner(async (query) => {
    await sql`insert into plan (authority_id, id, kind, title, version, agreed_on) values (${authorityId}, ${FIRST}, 'pledge', 'Our promises', '1', '2024-01-01')`.execute(
      query,
    )
    await sql`insert into plan_item (authority_id, plan_id, position, title, words, party) values
      (${authorityId}, ${FIRST}, 1, 'A home that lasts', 'You stay.', 'we'), (${authorityId}, ${FIRST}, 2, 'Partnership', 'We work with partners.', 'we'),
      (${authorityId}, ${FIRST}, 3, 'Tell us', 'Say when it hurts.', 'you')`.execute(query)
  })
})
after(() => app.close())

const ASK = 'Read it, and say that you will keep it'

test('each colleague is asked on their first screen, whatever their work; a young representative and a child are not', async () => {
  for (const who of ['lead', 'worker', 'admin', 'board', 'director', 'duty'] as const)
    assert.ok((await ask(who, '/')).body.includes(ASK), who)
  for (const who of ['rep', 'child'] as const) assert.ok(!(await ask(who, '/')).body.includes(ASK), who)
})

test('“I have read this and will keep it” is one’s own act, dated, and then not asked again', async () => {
  assert.match(
    (await ask('worker', '/strategy/pledge')).body,
    /I have read this and will keep it[\s\S]*Nobody is shown who has said it/,
  )
  assert.equal((await send('worker', `/strategy/pledge/${FIRST}/word`)).headers.location, '/strategy/pledge?done=word')
  assert.match(
    (await ask('worker', '/strategy/pledge')).body,
    /On 10 July 2026 you said that you have read version 1 and will keep it/,
  )
  assert.ok(!(await ask('worker', '/')).body.includes(ASK))
  for (const who of ['rep', 'child'] as const)
    assert.equal((await send(who, `/strategy/pledge/${FIRST}/word`)).statusCode, 404)
})

/** The form as the page gives it, to be changed in parts. */
async function readForm(): Promise<Record<string, string>> {
  const { body } = await ask('lead', '/strategy/pledge/new')
  const form: Record<string, string> = {}
  for (const [tag] of body.matchAll(/<input[^>]*>/g))
    if (!/type="(hidden|checkbox)"/.test(tag))
      form[tag.match(/name="([^"]+)"/)![1]!] = tag.match(/value="([^"]*)"/)?.[1] ?? ''
  for (const [, name, value] of body.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)</g)) form[name!] = value!
  for (const [, name, options] of body.matchAll(/<select[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g))
    form[name!] = options!.match(/value="([^"]+)" selected/)![1]!
  return form
}
const keyOf = (form: Record<string, string>, title: string) =>
  Object.keys(form)
    .find((name) => name.startsWith('title-') && form[name] === title)!
    .slice('title-'.length)

test('a new version is written from the one that holds; what is wrong is said, and nothing typed is lost', async () => {
  assert.equal((await ask('worker', '/strategy/pledge/new')).statusCode, 404)
  const form = await readForm()
  const [home, partners] = [keyOf(form, 'A home that lasts'), keyOf(form, 'Partnership')]
  const changed = {
    ...form,
    [`words-${home}`]: 'You stay, and if you move we say why.',
    [`gone-${partners}`]: 'yes',
    'title-new-1': 'Kind words',
    'words-new-1': 'We choose them together.',
    'party-new-1': 'together',
  }
  const faulty = await send('lead', '/strategy/pledge/new', { ...changed, why: 'no', agreedOn: '2024-01-01' })
  assert.equal(faulty.statusCode, 422)
  assert.match(faulty.body, /a day after the one on which the version before was agreed[\s\S]*Say what changed and why/)
  assert.match(faulty.body, /if you move we say why[\s\S]*Kind words/)
  const done = await send('lead', '/strategy/pledge/new', { ...changed, why: 'Young people asked for it.' })
  assert.equal(done.headers.location, '/strategy/pledge?done=version')
})

test('both versions are read, with what changed and why; everybody is asked anew, and the earlier word stays with its version', async () => {
  const { body } = await ask('child', '/strategy/pledge')
  const text = body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  for (const words of [
    'What changed since version 1, and why',
    'Young people asked for it.',
    'We ask of you',
    'Reworded. A home that lasts',
    'New. [new words:] Kind words',
    'Taken away. [taken away:] Partnership',
  ])
    assert.ok(text.includes(words), words)
  assert.match(
    (await ask('child', `/strategy/pledge/${FIRST}`)).body,
    /This is what was promised then[\s\S]*We work with partners/,
  )
  assert.ok((await ask('worker', '/')).body.includes(ASK))
  assert.equal((await send('worker', `/strategy/pledge/${FIRST}/word`)).statusCode, 404)
})

test('the strategy lead sees shares of large groups, nobody else does, and an administrator names where somebody works', async () => {
  assert.match((await ask('lead', '/strategy/pledge')).body, /Too few people work here to say how many have read it/)
  assert.doesNotMatch((await ask('board', '/strategy/pledge')).body, /Who has read it/)
  const path = `/people/${people.worker.personId}`
  assert.equal((await send('admin', `${path}/directorate`, { directorate: 'Housing and Communities' })).statusCode, 303)
  assert.match((await ask('admin', path)).body, /value="Housing and Communities"/)
  assert.equal((await send('admin', `${path}/directorate`, { directorate: 'x'.repeat(101) })).statusCode, 422)
  assert.equal((await send('lead', `${path}/directorate`, { directorate: 'Mine' })).statusCode, 404)
})

test('promises about heritage stand with what will be done, by whom, by when and how anybody can tell; a gap is said', async () => {
  assert.match(
    (await ask('child', '/strategy/heritage')).body,
    /No promises about heritage and identity have been written yet/,
  )
  assert.equal((await ask('worker', '/strategy/heritage/new')).statusCode, 404)
  const first = {
    'title-new-1': 'Your language',
    'words-new-1': 'You can speak your language.',
    'party-new-1': 'we',
    'hows-new-1': 'A class, paid for by us\nBooks in every home',
    'owners-new-1': 'Director of Education',
    'due-new-1': 'each term',
    'tell-new-1': 'How many who want a class have one',
    'title-new-2': 'Your special days',
    'words-new-2': 'We keep them with you.',
    'party-new-2': 'we',
  }
  const faulty = await send('lead', '/strategy/heritage/new', { ...first, version: '1', agreedOn: 'soon' })
  assert.equal(faulty.statusCode, 422)
  assert.match(faulty.body, /Books in every home/)
  const done = await send('lead', '/strategy/heritage/new', { ...first, version: '1', agreedOn: '2026-06-01' })
  assert.equal(done.headers.location, '/strategy/heritage?done=version')
  const { body } = await ask('board', '/strategy/heritage')
  const text = body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  for (const words of [
    'A class, paid for by us Books in every home',
    'Who does it Director of Education By when each term How we can tell How many who want a class have one',
    'It is not written yet what will be done. Who does it Nobody is named yet. By when No day is set. How we can tell Nothing is written',
    'One of them does not say yet',
  ])
    assert.ok(text.includes(words), words)
})

test('each of them has a state that is worked out and a page of its own; a child reads the words, without a state or a number', async () => {
  const { body } = await ask('board', '/strategy/heritage')
  const href = body.match(/href="(\/promises\/[0-9a-f-]{36})"/)![1]!
  const promise = await ask('lead', href)
  assert.match(promise.body, /You can speak your language/)
  const form = { title: 'Asked in reviews', months: '6', madeTo: '40', keptFor: '39' }
  assert.equal((await send('lead', `${href}/proof`, form)).statusCode, 303)
  assert.match((await ask('board', '/strategy/heritage')).body, /kept/)
  const child = (await ask('child', '/strategy/heritage')).body
  assert.match(child, /A class, paid for by us/)
  assert.doesNotMatch(child, /kept-pill|39 of 40|Kept/)
  assert.match((await ask('child', '/me/promises')).body, /href="\/strategy\/heritage"/)
  assert.doesNotMatch((await ask('board', '/promises')).body, /Your language/, 'the wall is the pledge’s own')
})

test('a new version of them keeps its how, and says what changed', async () => {
  const { body } = await ask('lead', '/strategy/heritage/new')
  assert.match(body, /A class, paid for by us\nBooks in every home/)
  const key = body.match(/name="title-([0-9a-f-]{36})"[^>]*value="Your special days"/)![1]!
  const other = body.match(/name="title-([0-9a-f-]{36})"[^>]*value="Your language"/)![1]!
  const keep = (id: string, title: string, words: string, more: Record<string, string> = {}) => ({
    [`title-${id}`]: title,
    [`words-${id}`]: words,
    [`party-${id}`]: 'we',
    ...Object.fromEntries(Object.entries(more).map(([name, value]) => [`${name}-${id}`, value])),
  })
  await send('lead', '/strategy/heritage/new', {
    ...keep(other, 'Your language', 'You can speak your language.', {
      hows: 'A class',
      owners: 'Director of Education',
    }),
    ...keep(key, 'Your special days', 'We keep them with you.', {
      hows: 'A calendar',
      owners: 'Carers',
      tell: 'We ask',
    }),
    version: '2',
    agreedOn: '2026-07-01',
    why: 'Nobody knew who does it.',
  })
  const after = (await ask('board', '/strategy/heritage')).body
  assert.match(after, /A calendar[\s\S]*Carers[\s\S]*Nobody knew who does it/)
  assert.match(after, /Kept for 39 of 40|kept/)
})
