// Long because its tests follow one strategy from its draft to its next version.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../../test/kit/app.ts'
import { makeTestCouncil, type TestCouncil, TODAY } from '../../../../test/kit/council.ts'
import type { Actor } from '../../../database/database.ts'

const PLEDGE = '00000000-0000-4000-8000-000000000041'
const ACTION = '00000000-0000-4000-8000-000000000042'
const BODY = '00000000-0000-4000-8000-000000000043'

let council: TestCouncil
let app: TestApp
const people = {} as Record<'lead' | 'clerk' | 'board' | 'child', Actor>
const ask = (who: keyof typeof people | null, url: string) => app.ask('GET', url, who && people[who])
const send = (who: keyof typeof people, url: string, form: Record<string, string>) =>
  app.ask('POST', url, people[who], form)
const TEXTS = {
  title: 'Together',
  period: '2026 to 2029',
  vision: 'Every child has a home.',
  plainWords: 'We want you to have a home.\n\nYou will get an answer.',
  plainWordsBy: 'the young people’s group',
  foreword: 'We are proud.',
  forewordBy: 'Lead member',
  forewordOn: '2026-02-01',
}

before(async () => {
  council = await makeTestCouncil()
  app = await makeTestApp(council)
  people.lead = await council.addStaff('strategy_lead', 'Lee Example')
  people.clerk = await council.addStaff('clerk', 'Cam Example')
  people.board = await council.addStaff('board_member', 'Bo Example')
  people.child = council.actor(await council.addChild({ code: 'C1', role: 'child' }))
  const { authorityId } = council.council
  await council.database.asOwner(async (query) => {
    await sql`insert into body (authority_id, id, name, regime) values (${authorityId}, ${BODY}, 'Corporate parenting board', 'formal')`.execute(
      query,
    )
    await sql`insert into plan (authority_id, id, kind, title) values (${authorityId}, ${PLEDGE}, 'pledge', 'Our promises'), (${authorityId}, ${ACTION}, 'action plan', 'Our plan')`.execute(
      query,
    )
    await sql`insert into plan_item (authority_id, id, plan_id, position, reference, title, party, due_on, owners) values
      (${authorityId}, ${PLEDGE}, ${PLEDGE}, 1, null, 'A home that lasts', 'we', null, '{}'),
      (${authorityId}, ${ACTION}, ${ACTION}, 1, 'A1', 'Ask Pat Ownername for thirty homes', null, '2026-01-01', '{"Pat Ownername"}')`.execute(
      query,
    )
  })
})
after(() => app.close())

/** The draft's texts as somebody sends them who has just opened the page. */
const sendTexts = async (texts: Record<string, string>) =>
  send('lead', '/strategy/edit', { ...texts, seen: (await edit()).match(/name="seen" value="([^"]+)"/)?.[1] ?? '' })
const edit = async () => (await ask('lead', '/strategy/edit')).body
const partHref = (body: string, title: string) =>
  body.match(new RegExp(`href="(/strategy/parts/[0-9a-f-]{36})"[^>]*>${title}`))![1]!
const add = (kind: string, title: string, more: Record<string, string> = {}) =>
  send('lead', '/strategy/parts/new', { kind, title, ...more })
const optionOf = (body: string, text: string) =>
  body.match(new RegExp(`<option value="([^"]+)"[^>]*>${text}`))![1]!.replaceAll('&amp;', '&')

test('before there is one, the page says so, and only its keeper may begin', async () => {
  assert.match((await ask('board', '/strategy')).body, /No strategy has been entered yet/)
  assert.match((await ask('lead', '/strategy')).body, /Begin the first version/)
  assert.equal((await ask(null, '/open/strategy')).statusCode, 404)
  const faulty = await send('lead', '/strategy/begin', { title: 'X', period: '2026' })
  assert.equal(faulty.statusCode, 422)
  assert.match(faulty.body, /Enter the title of the strategy\.[\s\S]*value="2026"/)
  assert.equal((await send('lead', '/strategy/begin', { title: 'Together' })).statusCode, 303)
})

test('a draft says what it lacks; its parts are added one by one, and what is wrong is said with what was typed still there', async () => {
  assert.match(await edit(), /Version 1 is a draft, and 3 things are missing[\s\S]*Write the vision/)
  assert.equal(
    (await add('area', 'Homes that last', { principle6: 'yes' })).headers.location,
    '/strategy/edit?done=part',
  )
  const faulty = await add('statement', 'Find thirty homes', { areaId: 'nowhere' })
  assert.equal(faulty.statusCode, 422)
  assert.match(
    faulty.body,
    /Choose what kind of statement it is\.[\s\S]*Choose the priority it stands under\.[\s\S]*Find thirty homes/,
  )
  const areaId = optionOf((await ask('lead', '/strategy/parts/new?kind=statement')).body, 'Homes that last')
  for (const [statementKind, title] of [
    ['doing well', 'Carers are rung back'],
    ['opportunity', 'Two towns have large houses'],
    ['challenge', 'Too few homes here'],
    ['will improve', 'Find thirty homes'],
    ['will improve', 'Write a guide'],
  ] as const)
    assert.equal((await add('statement', title, { areaId, statementKind })).statusCode, 303)
  await add('objective', 'Fewer children move')
  await add('benefit', 'Children keep their friends')
  await add('wish', 'to be loved by somebody who stays')
  await add('principle', 'Nothing without them')
  await add('contributor', 'The young people’s group', { isChildren: 'yes' })
  assert.equal((await add('step', 'Read by partners', { onDay: '2026-02-30' })).statusCode, 422)
  await add('step', 'Read by partners', { onDay: '2026-02-28' })
  assert.equal((await sendTexts(TEXTS)).statusCode, 303)
  assert.match(await edit(), /Version 1 is whole: a body can approve it/)
})

test('a step was a decision of a group that read the draft: its readers follow it, and it can be taken back', async () => {
  const [meeting, decision] = ['00000000-0000-4000-8000-000000000044', '00000000-0000-4000-8000-000000000045']
  const { authorityId } = council.council
  await council.database.asOwner(async (query) => {
    await sql`insert into meeting (authority_id, id, body_id, held_on) values (${authorityId}, ${meeting}, ${BODY}, '2026-03-01')`.execute(
      query,
    )
    await sql`update agenda_item set title = 'The draft' where meeting_id = ${meeting}`.execute(query)
    await sql`insert into decision (authority_id, id, agenda_item_id, meeting_id, body_id, title, words, outcome, decided_on)
      select ${authorityId}, ${decision}, id, meeting_id, body_id, 'Ready, with three changes', 'The group asked for three changes.', 'yes', '2026-03-01' from agenda_item where meeting_id = ${meeting}`.execute(
      query,
    )
    await sql`update meeting set status = 'held' where id = ${meeting}`.execute(query)
  })
  const href = partHref(await edit(), 'Read by partners')
  const chosen = optionOf((await ask('lead', href)).body, 'Corporate parenting board, 1 March 2026: Ready')
  const step = { kind: 'step', title: 'Read by partners', onDay: '2026-02-28' }
  assert.equal((await send('lead', href, { ...step, decision: chosen })).statusCode, 303)
  const link = new RegExp(
    `href="/meetings/decisions/${decision}">Corporate parenting board: “Ready, with three changes”`,
  )
  assert.match((await ask('board', '/strategy/versions/1')).body, link)
  await send('lead', href, { ...step, decision: '' })
  assert.doesNotMatch((await ask('board', '/strategy/versions/1')).body, link)
  await send('lead', href, { ...step, decision: chosen })
})

test('two people write the same draft: no words are lost, and the second sees what the first kept', async () => {
  const seen = (await edit()).match(/name="seen" value="([^"]+)"/)![1]!
  await sendTexts({ ...TEXTS, vision: 'Every child has a home and a friend.' })
  const second = await send('lead', '/strategy/edit', { ...TEXTS, vision: 'Every child is heard.', seen })
  assert.equal(second.statusCode, 422)
  assert.match(second.body, /What somebody else kept meanwhile[\s\S]*Every child has a home and a friend\./)
  assert.match(second.body, />Every child is heard\.</)
  assert.doesNotMatch(second.body, /<strong>Foreword:<\/strong>/, 'only what differs')
  assert.match(await edit(), />Every child has a home and a friend\.</)
  assert.equal((await sendTexts(TEXTS)).statusCode, 303)
})

test('a statement is joined to a promise, an action and a figure, and the join can be ended', async () => {
  const href = partHref(await edit(), 'Find thirty homes')
  for (const text of ['Promise 1: A home that lasts', 'Action A1', 'Figure M27'])
    assert.equal(
      (await send('lead', `${href}/join`, { knot: optionOf((await ask('lead', href)).body, text) })).headers.location,
      `${href}?done=joined`,
    )
  const { body } = await ask('lead', href)
  assert.match(body, /Promise 1: A home that lasts <button/)
  const end = body.match(/action="([^"]+\/end)"[\s\S]{0,200}Figure M27/)![1]!
  await send('lead', end, {})
  assert.doesNotMatch((await ask('lead', href)).body, /Figure M27[^<]*<button/)
  assert.equal((await send('lead', `${href}/join`, { knot: 'promise nothing' })).statusCode, 422)
})

test('a draft is no child’s and nobody’s outside; the clerk who minuted it writes the approval down', async () => {
  assert.match(
    (await ask('board', '/strategy')).body,
    /A draft with one priority for 2026 to 2029: nobody has approved it yet/,
  )
  assert.match((await ask('child', '/strategy')).body, /No strategy has been entered yet/)
  assert.equal((await ask(null, '/open/strategy')).statusCode, 404)
  assert.equal((await ask('board', '/strategy/approve')).statusCode, 404)
  const early = await send('clerk', '/strategy/approve', {
    bodyId: BODY,
    approvedOn: '2026-07-11',
    inForceFrom: '2026-07-01',
  })
  assert.equal(early.statusCode, 422)
  assert.match(early.body, /today or before[\s\S]*the day of the approval or later/)
  const done = await send('clerk', '/strategy/approve', {
    bodyId: BODY,
    approvedOn: '2026-04-20',
    inForceFrom: '2026-05-01',
    note: 'Minute 7',
  })
  assert.equal(done.headers.location, '/strategy/versions/1?done=approved')
})

test('the version in force says who approved it, who took part, and how each thing it leans on stands today', async () => {
  const { body } = await ask('board', '/strategy')
  for (const words of [
    'One priority for 2026 to 2029, approved by the corporate parenting board on 20 April 2026',
    'Every child has a home.',
    'What goes well',
    'What could help',
    'What is hard',
    'What we will make better',
    'Fewer children move',
    'Children keep their friends',
    'to be loved by somebody who stays',
    'Nothing without them',
    'Served by: Homes that last',
    'children and young people',
    'Read by partners, 28 February 2026',
    'Minute 7',
    'Lead member, 1 February 2026',
    'We want you to have a home.',
    'One of the 2 things we said we would make better is joined to no promise, action or figure',
  ])
    assert.ok(body.includes(words), words)
  assert.match(body, /Leans on A home that lasts: not known · A1: late/)
})

test('everybody outside reads it too, with no action word for word, no owner and no link that asks for a sign-in', async () => {
  const document = { title: 'The law', whatItIs: 'An Act', link: 'https://www.legislation.gov.uk/ukpga/2017/16' }
  assert.equal((await send('lead', '/documents', document)).statusCode, 303)
  const term = { word: 'Corporate parent', meaning: 'The whole council.' }
  assert.equal((await send('lead', '/documents/words', term)).statusCode, 303)
  const answer = await ask(null, '/open/strategy')
  assert.match(answer.body, /Documents that belong to it[\s\S]*The law[\s\S]*What words mean[\s\S]*The whole council\./)
  assert.equal(answer.statusCode, 200)
  assert.equal(answer.headers['cache-control'], 'public, max-age=300')
  assert.match(answer.body, /Leans on A home that lasts: not known · one action: 1 late/)
  assert.doesNotMatch(answer.body, /Ownername|thirty homes<\/a>/)
  const links = [...answer.body.matchAll(/<a [^>]*href="([^"#][^"]*)"/g)].map((match) => match[1]!)
  for (const link of links) assert.match(link, /^\/open|^\/$|^\/sign-in|^https:\/\/www\.legislation\.gov\.uk/)
  assert.match((await ask(null, '/open')).body, /href="\/open\/strategy"/)
})

test('a child reads the short version, typed by a person, in their own frame', async () => {
  const { body, statusCode } = await ask('child', '/strategy/short')
  assert.equal(statusCode, 200)
  assert.match(body, /You will get an answer\.[\s\S]*Written by the young people’s group/)
  assert.match(body, /young-card/)
  assert.doesNotMatch(body, /Kept/)
})

test('what was approved cannot be written on; the next version begins as it stands', async () => {
  assert.equal((await sendTexts({ ...TEXTS, vision: 'Less.' })).statusCode, 404)
  assert.equal((await add('area', 'Another')).statusCode, 404)
  assert.equal((await send('lead', '/strategy/begin', { title: 'Together', why: '' })).statusCode, 422)
  await send('lead', '/strategy/begin', {
    title: 'Together',
    period: '2029 to 2032',
    why: 'Young people asked for it.',
  })
  const body = await edit()
  const old = partHref(body, 'Find thirty homes')
  const areaId = optionOf((await ask('lead', old)).body, 'Homes that last')
  await send('lead', old, { title: 'Find forty homes', areaId, statementKind: 'will improve' })
  await send('lead', `${partHref(body, 'Write a guide')}/out`, {})
  await add('statement', 'Keep brothers and sisters together', { areaId, statementKind: 'will improve' })
  const area = await send('lead', `${partHref(body, 'Change this priority')}/out`, {})
  assert.equal(area.statusCode, 422)
  assert.match(area.body, /Statements stand under this priority\. Move them or take them out first/)
})

test('two versions are compared in words: added, taken away, reworded, told without colour', async () => {
  const { body } = await ask('board', '/strategy/compare')
  assert.match(body, /From version 1 to version 2: one added, one taken away, one reworded, none moved\./)
  assert.match(body, /Young people asked for it\./)
  const text = body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  assert.match(
    text,
    /Reworded\. Find \[taken away:\] thirty \[end of what was taken away\] \[new words:\] forty \[end of new words\] homes/,
  )
  assert.match(
    text,
    /Taken away\. \[taken away:\] Write a guide \[end[^\]]+\] Homes that last: what we will make better/,
  )
  assert.match(text, /Added\. \[new words:\] Keep brothers and sisters together/)
  assert.match((await ask('board', '/strategy/compare?from=2&to=2')).body, /Choose two different versions/)
  assert.match((await ask('child', '/strategy/compare')).body, /There are no two versions to compare yet/)
})

test('approved, it takes the first one’s place, and what was promised first can still be read, by everybody', async () => {
  const same = await send('lead', '/strategy/approve', {
    bodyId: BODY,
    approvedOn: '2026-07-01',
    inForceFrom: '2026-05-01',
  })
  assert.equal(same.statusCode, 422)
  await send('lead', '/strategy/approve', { bodyId: BODY, approvedOn: '2026-07-01', inForceFrom: TODAY })
  assert.match((await ask('child', '/strategy')).body, /Find forty homes/)
  for (const [who, url] of [
    ['child', '/strategy/versions/1'],
    [null, '/open/strategy/1'],
  ] as const) {
    const { body } = await ask(who, url)
    assert.match(body, /This is what we promised then[\s\S]*Find thirty homes[\s\S]*Write a guide/)
    assert.doesNotMatch(body, /Leans on/)
  }
  assert.equal((await ask('board', '/strategy/versions/9')).statusCode, 404)
})

test('promises, actions, figures and decisions are labelled with the principles in law they serve, and say so on their own pages', async () => {
  const page = '/strategy/principles'
  assert.match((await ask('board', page)).body, /Seven of the seven principles in law have nothing that serves them/)
  assert.equal((await ask('child', page)).statusCode, 404)
  assert.match((await send('lead', `${page}/f`, {})).body, /Choose what serves this principle/)
  for (const thing of [`action ${ACTION}`, `action ${ACTION}`, 'measure M20'])
    assert.equal((await send('lead', `${page}/f`, { thing })).statusCode, 303)
  const shown = (await ask('board', page)).body
  assert.match(shown, /Six of the seven[\s\S]*Action A1 Ask Pat Ownername[\s\S]*Figure M20/)
  assert.equal(shown.match(/Action A1 Ask Pat Ownername/g)?.length, 1)
  assert.match(
    (await ask('board', `/promises/actions/${ACTION}`)).body,
    /Serves in law[\s\S]*\(f\) See that they are safe/,
  )
  assert.match((await ask('board', '/figures/M20')).body, /Serves in law: \(f\)/)

  const other = await council.addStaff('director', 'Oda Example')
  assert.equal((await app.ask('POST', `${page}/a`, other, { thing: 'measure M20' })).statusCode, 422)
  const end = /action="([^"]+\/end)"/.exec((await ask('lead', page)).body)![1]!
  assert.equal((await app.ask('POST', end, other, {})).statusCode, 404)
  assert.equal((await send('lead', end, {})).statusCode, 303)
  assert.doesNotMatch((await ask('board', `/promises/actions/${ACTION}`)).body, /Serves in law/)
})
