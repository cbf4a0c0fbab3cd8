import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../../test/kit/app.ts'
import { characteristics, episode, makeTestCouncil, type TestCouncil, TODAY } from '../../../../test/kit/council.ts'
import type { Actor } from '../../../database/database.ts'
import { readMyChildren } from '../read-my-children.ts'

const NOBODY = '00000000-0000-4000-8000-000000000000'

let council: TestCouncil
let app: TestApp
let worker: Reader
let manager: Reader
let stranger: Reader
let adviser: Reader
let board: Reader
let kid: Reader
let kit: string
let robin: string
let quiet: string
let home: string

before(async () => {
  council = await makeTestCouncil()
  app = await makeTestApp(council)
  kit = await council.addChild({ code: '100012', given: 'Kit', family: 'Sample', role: 'child' })
  robin = await council.addChild({ code: '100013', given: 'Robin', family: 'Sample' })
  quiet = await council.addChild({ code: '100014', given: 'Quinn', family: 'Quiet', isRestricted: true })
  await council.state(kit, characteristics('2012-05-06'))
  await council.state(kit, episode('2024-06-03', '2025-03-01', { reasonEnded: 'X1' }))
  home = await council.state(kit, episode('2025-03-01', null, { reasonForNewEpisode: 'L', legalStatus: 'E1' }))
  await council.state(kit, {
    kind: 'placement_address',
    startsOn: '2025-03-01',
    endsOn: null,
    data: { homePostcode: 'ZZ1 1AA', placementPostcode: 'ZZ9 9ZZ', urn: null },
  })
  for (const day of ['2024-06-28', '2024-09-20', '2026-05-01'])
    await council.state(kit, { kind: 'review', startsOn: day, endsOn: null, data: { participation: 'PN1' } })
  await council.state(robin, episode('2025-01-01'))
  await council.state(quiet, episode('2025-01-01'))
  const people = {
    worker: await council.addStaff('social_worker', 'Wren Example'),
    manager: await council.addStaff('team_manager', 'Mo Example'),
    adviser: await council.addStaff('personal_adviser', 'Ada Example'),
  }
  await council.addTeam(people.manager, [people.worker])
  await council.relate(people.worker, kit, 'social_worker')
  await council.relate(people.adviser, kit, 'personal_adviser')
  worker = signIn(people.worker)
  manager = signIn(people.manager)
  adviser = signIn(people.adviser)
  stranger = signIn(await council.addStaff('social_worker', 'Sten Example'))
  board = signIn(await council.addStaff('board_member', 'Bo Example'))
  kid = signIn(council.actor(kit))
})
after(() => app.close())

interface Seen {
  status: number
  /** What stands in the page between its header and its footer. */
  main: string
  goesTo: string | undefined
}

interface Reader {
  actor: Actor
  get: (url: string) => Promise<Seen>
  post: (url: string, fields: Record<string, string>) => Promise<Seen>
}

function signIn(actor: Actor): Reader {
  const ask = async (method: 'GET' | 'POST', url: string, form?: Record<string, string>): Promise<Seen> => {
    const { statusCode, body, headers } = await app.ask(method, url, actor, form)
    const main = body.slice(body.indexOf('<main'), body.indexOf('</main>'))
    return { status: statusCode, main, goesTo: headers.location as string | undefined }
  }
  return { actor, get: (url) => ask('GET', url), post: (url, form) => ask('POST', url, form) }
}

/** What one person's visits wrote down about one child, oldest first. */
async function tracesOf(reader: Reader, childId: string): Promise<string[]> {
  return council.database.asOwner(async (query) => {
    const { rows } = await sql<{ event: string }>`select event from audit where person_id = ${reader.actor.personId}
      and (child_id = ${childId} or ${childId}::uuid = any (child_ids)) order by at`.execute(query)
    return rows.map(({ event }) => event)
  })
}

test('a worker’s list holds the children they work with, and nobody else’s', async () => {
  const { main, status } = await worker.get('/children')
  assert.equal(status, 200)
  assert.match(main, /Kit Sample/)
  assert.doesNotMatch(main, /Robin|Quinn/)
  assert.deepEqual((await tracesOf(worker, kit)).slice(0, 1), ['children listed'])
  assert.doesNotMatch((await stranger.get('/children')).main, /Sample|Quinn/)
})

for (const [q, isFound] of [
  ['kit', true],
  ['SAMPLE', true],
  [' kit sam', true],
  ['100012', true],
  ['it', false],
  ['00012', false],
  ['%', false],
  ['robin', false],
  ['100013', false],
] as const) {
  test(`searching for “${q}” ${isFound ? 'finds' : 'does not find'} a child`, async () => {
    const { main } = await worker.get(`/children?q=${encodeURIComponent(q)}&show=everyone`)
    assert.equal(/<a[^>]*href="\/children\/[0-9a-f-]{36}"/.test(main), isFound)
    assert.doesNotMatch(main, /Robin Sample|Quinn/)
  })
}

test('a home begins with coming to live there, not with a change of the law’s order', async () => {
  const { main } = await worker.get('/children')
  assert.match(main, /3 June 2024/)
  assert.match(
    (await worker.get(`/children/${kit}`)).main,
    /Kit Sample is 14 and lives in foster care, since 3 June 2024/,
  )
})

test('whoever may not read reviews is told nothing about when one is due', async () => {
  assert.match((await worker.get('/children')).main, /1 November 2026/)
  const { main } = await adviser.get('/children')
  assert.match(main, /Kit Sample/)
  assert.doesNotMatch(main, /late|November/)
})

for (const [last, says] of [
  ['2026-01-09', '1 review is late.'],
  ['2026-01-10', '1 has a review due in the next 30 days.'],
  ['2026-02-09', '1 has a review due in the next 30 days.'],
  ['2026-02-10', ''],
] as const) {
  test(`of a last review on ${last} the list says “${says}”`, async () => {
    const reader = signIn(await council.addStaff('social_worker', 'Lee Example'))
    const child = await council.addChild({ code: `2${last.replaceAll('-', '')}`, given: 'Lou', family: 'Later' })
    await council.relate(reader.actor, child, 'social_worker')
    await council.state(child, episode('2024-01-01'))
    for (const day of ['2024-01-20', '2024-04-01', last])
      await council.state(child, { kind: 'review', startsOn: day, endsOn: null, data: { participation: 'PN1' } })
    const first = /<h1[^>]*>([^<]*)/.exec((await reader.get('/children')).main)![1]
    assert.equal(first, ['1 child in our care is open to you.', says].filter(Boolean).join(' '))
  })
}

test('rule 16: whoever may not read where a child lives is not told that they left our care', async () => {
  const auditor = signIn(await council.addStaff('records_auditor', 'Aud Example'))
  for (const path of ['/children', `/children/${kit}`]) {
    const { main } = await auditor.get(path)
    assert.match(main, /Kit Sample/)
    assert.doesNotMatch(main, /not in our care|foster care/)
  }
})

test('a young adult stays their adviser’s when they have left our care', async () => {
  const adult = await council.addChild({ code: '100015', given: 'Addie', family: 'Sample' })
  await council.state(adult, characteristics('2006-05-06'))
  await council.state(adult, episode('2020-01-01', '2024-05-06', { reasonEnded: 'E6' }))
  await council.relate(adviser.actor, adult, 'personal_adviser')
  const named = async (reader: Reader) => {
    const mine = await council.database.as(reader.actor, (query) => readMyChildren(query, TODAY))
    return mine.map(({ name, what }) => `${name}: ${what}`)
  }
  assert.deepEqual(await named(adviser), ['Addie Sample: Nothing due', 'Kit Sample: Nothing due'])
  assert.deepEqual(await named(stranger), [])
  assert.match((await adviser.get(`/children/${adult}`)).main, /Addie Sample is 20 and is not in our care today/)
})

test('a record opens for those who work with the child, and that is written down', async () => {
  const { main, status } = await worker.get(`/children/${kit}`)
  assert.equal(status, 200)
  assert.match(main, /was there and spoke/i)
  assert.equal((await tracesOf(worker, kit)).at(-1), 'record opened')
})

test('where the homes are stays behind a fold', async () => {
  const { main } = await worker.get(`/children/${kit}`)
  const fold = /<details(?:(?!<\/details>)[\s\S])*Where the homes are[\s\S]*?<\/details>/.exec(main)?.[0] ?? ''
  assert.match(fold, /ZZ9 9ZZ/)
  assert.doesNotMatch(main.replace(fold, ''), /ZZ\d/)
})

test('not there, not yours, restricted and not an address at all are one answer, and leave no trace', async () => {
  const paths = [kit, robin, quiet, NOBODY, 'abc'].map((id) => `/children/${id}`)
  const bodies = new Set<string>()
  for (const path of [...paths, `/children/${kit}/who-looked`, `/children/${kit}/events/${home}/correct`]) {
    const answer = await stranger.get(path)
    assert.equal(answer.status, 404, path)
    bodies.add(answer.main.replace(/name="_csrf" value="[^"]+"/g, ''))
  }
  assert.equal(bodies.size, 1)
  for (const child of [kit, robin, quiet]) assert.deepEqual(await tracesOf(stranger, child), [])
})

test('a board member, and a young person for the pages of those who work here, find nothing', async () => {
  for (const path of ['/children', `/children/${kit}`, `/children/${kit}/who-looked`]) {
    assert.equal((await board.get(path)).status, 404, path)
    assert.equal((await kid.get(path)).status, 404, path)
  }
})

test('who looked is for those who answer for the child’s team, not for the worker', async () => {
  assert.equal((await worker.get(`/children/${kit}/who-looked`)).status, 404)
  await manager.get(`/children/${kit}`)
  const { main, status } = await manager.get(`/children/${kit}/who-looked`)
  assert.equal(status, 200)
  assert.match(main, /Wren Example/)
  assert.equal((await tracesOf(manager, kit)).at(-1), 'who looked read')
})

test('rule 27: the fields of a correction hold the fact as it stands, and name its master', async () => {
  const { main, status } = await worker.get(`/children/${kit}/events/${home}/correct`)
  assert.equal(status, 200)
  assert.match(main, /value="E1" selected/)
  assert.match(main, /value="2025-03-01"/)
  assert.match(main, /case system is the master/)
})

const asItStands = {
  was: 'otherwise',
  startsOn: '2025-03-01',
  endsOn: '',
  reasonForNewEpisode: 'L',
  legalStatus: 'E1',
  need: 'N1',
  placement: 'U6',
  provider: 'PR1',
  reasonEnded: '',
  reasonPlaceChanged: '',
  why: 'The order was made a day later',
}

for (const [what, fields, says] of [
  ['no reason', { why: '   ', startsOn: '2025-03-02' }, /at least ten letters/],
  ['a reason of nine letters', { why: 'too short', startsOn: '2025-03-02' }, /at least ten letters/],
  ['a day that does not exist', { startsOn: '2025-02-30' }, /Enter a day that exists/],
  ['a day that has not come', { startsOn: '2026-07-11' }, /Choose a day up to today/],
  ['an end before the beginning', { endsOn: '2025-02-28' }, /Choose an end on or after the beginning/],
  ['a code that is not one', { legalStatus: 'XX' }, /Choose one of the list/],
  ['a needed field left empty', { placement: '' }, /cannot be left empty/],
  ['nothing changed', {}, /Nothing is changed yet/],
] as const) {
  test(`a correction with ${what} comes back with what was typed`, async () => {
    const path = `/children/${kit}/events/${home}/correct`
    const answer = await worker.post(path, { ...asItStands, ...fields })
    assert.equal(answer.status, 422)
    assert.match(answer.main, says)
    assert.match(answer.main, /error-summary/)
    const typed = { ...asItStands, ...fields }
    if (typed.why.trim() !== '') assert.ok(answer.main.includes(typed.why))
  })
}

test('those who may read and not write are refused, by link and by posting', async () => {
  const path = `/children/${kit}/events/${home}/correct`
  assert.equal((await adviser.get(path)).status, 404)
  assert.equal((await adviser.post(path, asItStands)).status, 404)
  assert.equal((await stranger.post(path, asItStands)).status, 404)
})

test('a fact put right keeps what it said before, with the reason, and a second correction of it is told', async () => {
  const path = `/children/${kit}/events/${home}/correct`
  const first = await worker.post(path, { ...asItStands, startsOn: '2025-03-02' })
  assert.equal(first.goesTo, `/children/${kit}?done=corrected`)
  assert.equal((await tracesOf(worker, kit)).at(-1), 'fact corrected')
  const record = await worker.get(`/children/${kit}?done=corrected`)
  assert.match(record.main, /What was put right/)
  assert.match(record.main, /The order was made a day later/)
  const second = await manager.post(path, { ...asItStands, startsOn: '2025-03-03', why: 'I read the order myself' })
  assert.equal(second.status, 409)
  assert.match(second.main, /I read the order myself/)
  for (const reader of [adviser, stranger]) assert.equal((await reader.post(path, asItStands)).status, 404)
})

test('what never happened leaves the record, and stays behind the fold of what was put right', async () => {
  const eventId = await council.state(kit, {
    kind: 'missing',
    startsOn: '2026-02-02',
    endsOn: '2026-02-03',
    data: { type: 'M' },
  })
  const before = await worker.get(`/children/${kit}`)
  assert.match(before.main, new RegExp(eventId))
  await worker.post(`/children/${kit}/events/${eventId}/correct`, { was: 'never', why: 'It was another child' })
  const { main } = await worker.get(`/children/${kit}`)
  assert.doesNotMatch(main, new RegExp(eventId))
  assert.match(main, /Said to have never happened/)
})
