import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { characteristics, makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'
import { assetPaths } from '../../web/assets/asset.ts'
import { loadEasyFonts, loadFonts } from '../../web/theme/font.ts'
import { NIGHTS } from './tonight.form.ts'

let council: TestCouncil
let app: TestApp
let worker: Actor
let before_: Actor
let barred: Actor
let child: Actor
let young: Actor
before(async () => {
  council = await makeTestCouncil()
  app = await makeTestApp(council)
  worker = await council.addStaff('social_worker', 'Wren Example')
  before_ = await council.addStaff('social_worker', 'Past Example')
  barred = await council.addStaff('social_worker', 'Uncle Example')
  const kid = await council.addChild({ code: '900001', given: 'Kit', role: 'child' })
  await council.state(kid, characteristics('2017-01-31'))
  await council.relate(worker, kid, 'social_worker')
  await council.relate(before_, kid, 'social_worker', '2023-01-01', '2024-01-01')
  await council.relate(barred, kid, 'social_worker')
  await council.relate(barred, kid, 'barred')
  child = council.actor(kid)
  young = council.actor(await council.addChild({ code: '900002', given: 'Ola', role: 'young_adult' }))
})
after(() => app.close())

const text = (html: string) =>
  html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
const tab = (html: string) => /<title[^>]*>\s*([\s\S]*?)\s*<\/title>/.exec(html)![1]!

test('rule 13: the first screen and the tab tell neither content nor who looks after them', async () => {
  for (const path of ['/', '/me/people', '/me/look', '/me/say', '/me/answers']) {
    const { body } = await app.ask('GET', path, child)
    assert.match(tab(body), /^(Hello|People|Colours|Say|Answers) · My place$/)
  }
  const home = text((await app.ask('GET', '/', child)).body)
  assert.match(home, /Hello! .*Say something .*My people .*My promises .*I am not safe/)
  assert.doesNotMatch(home, /council|in care|social worker|Testshire/i)
})

test('rule 43: the product’s name is on none of these pages, a wrong address included', async () => {
  for (const path of [
    '/',
    '/me/people',
    '/me/say',
    '/me/answers',
    '/me/nowhere',
    '/children/00000000-0000-4000-8000-000000000000',
  ]) {
    const { body } = await app.ask('GET', path, child)
    assert.doesNotMatch(text(body), /\bkept\b/i, path)
    assert.match(body, /Leave quickly/, path)
  }
})

test('rule 32: a child sees who is with them now, as that person chose; nobody from before and nobody barred', async () => {
  const kept = await app.ask('POST', '/people/me/shown-to-children', worker, {
    picture: 'face-4',
    firstName: 'Wrennie',
    hours: 'Monday to Friday, 9 to 5',
    whatIDo: 'I come to see you and I listen.',
  })
  assert.equal(kept.statusCode, 303)
  const page = text((await app.ask('GET', '/me/people', child)).body)
  assert.match(page, /Wrennie I come to see you and I listen\. Monday to Friday, 9 to 5/)
  assert.doesNotMatch(page, /Past|Uncle|Example/)
  const rows = (who: Actor) =>
    council.database.as(who, async (query) => (await sql`select from shown_to_children`.execute(query)).rows.length)
  assert.deepEqual([await rows(child), await rows(young), await rows(before_)], [1, 0, 0])
})

test('a colleague’s own page says what is missing and keeps what was typed', async () => {
  const wrong = await app.ask('POST', '/people/me/shown-to-children', worker, { firstName: '', hours: 'Mondays' })
  assert.equal(wrong.statusCode, 422)
  assert.match(wrong.body, /Choose a picture/)
  assert.match(wrong.body, /Enter the name that children call you/)
  assert.match(wrong.body, /value="Mondays"/)
})

test('who is there tonight: the child, and those who may know where the child lives, and nobody else', async () => {
  assert.match((await app.ask('GET', '/me/people', child)).body, /We do not know yet who is there tonight/)
  await council.database.as(worker, async (query) => {
    await sql`insert into on_tonight (authority_id, child_id, first_name, part, picture, nights, from_time, to_time)
      values ((select authority()), ${child.personId}, 'Bea', 'night staff', 'face-3', '{1,2,3,4,5,6,7}', '21:00', '07:30')`.execute(
      query,
    )
    await sql`update on_tonight set ends_on = null`.execute(query)
  })
  assert.match(
    text((await app.ask('GET', '/me/people', child)).body),
    /Bea Is awake all night\. You can wake up and talk\. From 9 at night to 7\.30 in the morning\./,
  )
  const rows = (who: Actor) =>
    council.database.as(who, async (query) => (await sql`select from on_tonight`.execute(query)).rows.length)
  assert.deepEqual([await rows(worker), await rows(young), await rows(before_), await rows(barred)], [1, 0, 0, 0])
})

test('a worker says who is there at night; a carer who has gone is not shown from tonight on', async () => {
  const path = `/children/${child.personId}/tonight`
  const wrong = await app.ask('POST', path, worker, {
    firstName: 'Jean',
    part: 'carer',
    fromTime: 'nine',
    toTime: '7.30',
  })
  assert.equal(wrong.statusCode, 422)
  assert.match(wrong.body, /Tick the nights/)
  assert.match(wrong.body, /Say from when, as 21:00/)
  assert.match(wrong.body, /value="Jean"/)
  const week = Object.fromEntries(NIGHTS.map((name) => [`night-${name}`, 'yes']))
  const jean = { firstName: 'Jean', part: 'sleeps in', picture: 'face-7', fromTime: '9.30', toTime: '07:30', ...week }
  assert.equal((await app.ask('POST', path, worker, jean)).statusCode, 303)
  assert.match((await app.ask('GET', '/me/people', child)).body, /Jean/)
  for (const who of [before_, barred, await council.addStaff('social_worker')])
    for (const method of ['GET', 'POST'] as const)
      assert.equal((await app.ask(method, path, who, jean)).statusCode, 404)
  const { body } = await app.ask('GET', path, worker)
  const end = /action="([^"]+\/end)"[\s\S]{0,200}Jean/.exec(body)![1]!
  assert.equal((await app.ask('POST', end, before_)).statusCode, 404)
  assert.equal((await app.ask('POST', end, worker)).statusCode, 303)
  assert.doesNotMatch((await app.ask('GET', '/me/people', child)).body, /Jean/)
})

test('colours, letters and picture are the child’s own: kept, shown at once, and read by nobody else', async () => {
  const answer = await app.ask('POST', '/me/look', child, {
    picture: 'cat',
    palette: 'sea',
    letters: 'easy',
    words: 'short',
  })
  assert.equal(answer.statusCode, 303)
  const { body } = await app.ask('GET', '/', child)
  assert.match(body, /young--sea young--easy young--small/)
  assert.doesNotMatch(text(body), /You see who/)
  const rows = (who: Actor) =>
    council.database.as(who, async (query) => (await sql`select from own_look`.execute(query)).rows.length)
  assert.deepEqual([await rows(child), await rows(worker), await rows(young)], [1, 0, 0])
  await app.ask('POST', '/me/look', child, { picture: '../x', palette: 'neon' })
  assert.match((await app.ask('GET', '/', child)).body, /young--sea/)
})

test('a first load is under 100 KB: page, styles, script and the letters that were chosen', async () => {
  const { css, js, favicon } = assetPaths()
  const get = async (url: string) => gzipSync((await app.app.inject({ url })).rawPayload).length
  const files = (await Promise.all([css, js, favicon].map(get))).reduce((a, b) => a + b)
  for (const path of ['/', '/me/people', '/me/look', '/me/say', '/me/answers']) {
    const page = gzipSync((await app.ask('GET', path, child)).body).length
    for (const letters of [loadFonts(), loadEasyFonts()]) {
      const weight = letters
        .filter(({ set }) => set === 'latin')
        .reduce((sum, { bytes }) => sum + bytes.length, files + page)
      assert.ok(weight < 100_000, `${path}: ${weight} bytes`)
    }
  }
})

test('colleagues have no such pages', async () => {
  for (const path of ['/me/people', '/me/look']) assert.equal((await app.ask('GET', path, worker)).statusCode, 404)
  assert.equal((await app.ask('GET', '/people/me/shown-to-children', child)).statusCode, 404)
})
