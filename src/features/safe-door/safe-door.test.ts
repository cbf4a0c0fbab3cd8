// Long because one message is followed the whole way, as each person who may and may not.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import sharp from 'sharp'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { attempt, countRows } from '../../../test/kit/attempt.ts'
import { makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'
import { ringOn } from './ring-on.command.ts'

let council: TestCouncil
let app: TestApp
let ash: Actor
let worker: Actor
let manager: Actor
let head: Actor
let duty: Actor
let lead: Actor
let allegations: Actor
before(async () => {
  council = await makeTestCouncil()
  app = await makeTestApp(council)
  ash = council.actor(await council.addChild({ code: '1', given: 'Ash', family: 'Sample', role: 'child' }))
  worker = await council.addStaff('social_worker', 'Wren Example')
  manager = await council.addStaff('team_manager', 'Mo Example')
  head = await council.addStaff('service_manager', 'Hal Example')
  duty = await council.addStaff('duty_worker', 'Dot Example')
  lead = await council.addStaff('safeguarding_lead', 'Saf Example')
  allegations = await council.addStaff('allegations_lead', 'Al Example')
  await council.relate(worker, ash.personId, 'social_worker')
  const above = await council.addTeam(head, [])
  await council.addTeam(manager, [worker], above)
  await app.ask('POST', '/door', lead, {
    nightNumber: '01632 960 123',
    dpia: 'DPIA 7',
    safeguardingLead: lead.personId,
    allegationsLead: allegations.personId,
    duty: 'Duty desk, 01632 960 001, 10\nDuty manager, 01632 960 002, 15',
    allegations: 'Mo Example, 01632 960 003, 5\nAl Example, 01632 960 004, 20',
  })
})
after(() => app.close())

const NUMBERS = [/href="tel:999"/, /href="tel:08001111"/, /href="tel:01632960123"/]
let count = 0

function newId(): string {
  count += 1
  return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`
}

async function send(
  actor: Actor | null,
  form: Record<string, string>,
): Promise<{ id: string; word: string; body: string }> {
  const id = form.message ?? newId()
  const { statusCode, body } = await app.ask('POST', '/not-safe', actor, { message: id, ...form })
  assert.equal(statusCode, 200)
  const word = /safe-word">([a-z]+-[a-z]+-[a-z]+-\d\d)</.exec(body)![1]!
  return { id, word, body }
}

/** The sender's own page, by their word. */
async function askByWord(word: string): Promise<string> {
  return (await app.ask('POST', '/not-safe/opened', null, { word })).body
}

test('rule 8: the page asks nobody to sign in, and the numbers come before anything is asked', async () => {
  const { statusCode, body } = await app.ask('GET', '/not-safe', null)
  assert.equal(statusCode, 200)
  for (const number of [...NUMBERS, /999bsl\.co\.uk/, /Text 999/]) {
    assert.match(body, number)
    assert.ok(body.search(number) < body.indexOf('<form'))
  }
})

test('rule 13: its title and its address say neither what it is about nor who is in care, and it weighs little', async () => {
  const { body } = await app.ask('GET', '/not-safe', null)
  assert.match(body, /<title[^>]*>\s*Help · My place\s*<\/title>/)
  assert.doesNotMatch(body, /\bkept\b(?!-)|\bin care\b/i)
  assert.ok(Buffer.byteLength(body) < 14_000, `${Buffer.byteLength(body)}`)
})

test('rule 8: a message without name or sign-in reaches duty at once, and "read" means that a person opened it', async () => {
  const { id, word } = await send(null, { words: 'I am behind the shop.', how: 'text me' })
  assert.match(await askByWord(word), /Nobody has opened it yet/)
  const list = await app.ask('GET', '/duty', duty)
  assert.match(list.body, new RegExp(`/duty/${id}/open`))
  assert.doesNotMatch(list.body, /behind the shop/)
  // Looking at its page opens nothing, and shows nothing.
  assert.doesNotMatch((await app.ask('GET', `/duty/${id}`, duty)).body, /behind the shop/)
  assert.match(await askByWord(word), /Nobody has opened it yet/)
  assert.equal((await app.ask('POST', `/duty/${id}/open`, duty)).headers.location, `/duty/${id}`)
  const opened = (await app.ask('GET', `/duty/${id}`, duty)).body
  assert.match(opened, /behind the shop/)
  assert.match(opened, /Dot Example opened it/)
  const seen = await askByWord(word.toUpperCase().replaceAll('-', ' '))
  assert.match(seen, /A person has opened your message/)
  assert.doesNotMatch(seen, /Dot|behind the shop/)
})

test('what was done is written down, and the sender learns that somebody tried to reach them', async () => {
  const { id, word } = await send(null, { words: 'Ring me.' })
  const step = (form: Record<string, string>) => app.ask('POST', `/duty/${id}/step`, duty, form)
  assert.equal((await step({ kind: 'called', words: 'Too early' })).statusCode, 404)
  await app.ask('POST', `/duty/${id}/open`, duty)
  const nothing = await step({ kind: 'called', words: 'x' })
  assert.equal(nothing.statusCode, 422)
  assert.match(nothing.body, /Write what happened/)
  assert.match((await step({ words: 'Rang, no answer' })).body, /Say what it was[\s\S]*Rang, no answer/)
  await step({ kind: 'called', words: 'Rang, no answer; the home told' })
  assert.match((await app.ask('GET', `/duty/${id}`, duty)).body, /made a call[\s\S]*the home told/)
  const seen = await askByWord(word)
  assert.match(seen, /They tried to reach somebody for you/)
  assert.doesNotMatch(seen, /the home/)
})

test('a child who is signed in is known by name, and sees that it was opened without a word', async () => {
  const { id } = await send(ash, { words: 'Please come.' })
  assert.match((await app.ask('GET', '/not-safe/opened', ash)).body, /Nobody has opened it yet/)
  await app.ask('POST', `/duty/${id}/open`, duty)
  assert.match((await app.ask('GET', `/duty/${id}`, duty)).body, /Ash Sample/)
  assert.match((await app.ask('GET', '/not-safe/opened', ash)).body, /A person has opened your message/)
})

test('another site cannot send in a signed-in child’s name: without the form’s own word it is kept as nobody’s', async () => {
  const id = newId()
  await app.ask('POST', '/not-safe', ash, { message: id, words: 'hm' }, false)
  await app.ask('POST', `/duty/${id}/open`, duty)
  assert.match((await app.ask('GET', `/duty/${id}`, duty)).body, /They gave no name/)
})

test('a button pressed twice sends one message and shows the same word; an empty message is a message', async () => {
  const first = await send(null, {})
  const again = await send(null, { message: first.id })
  assert.equal(again.word, first.word)
  assert.equal(await countRows(council.database, duty, 'not_safe_message', `id = '${first.id}'`), 1)
  await app.ask('POST', `/duty/${first.id}/open`, duty)
  assert.match((await app.ask('GET', `/duty/${first.id}`, duty)).body, /They wrote nothing/)
})

test('only duty reads it: by page, by list, by count and by SQL', async () => {
  const { id } = await send(null, { words: 'Nobody else may read this.' })
  for (const who of [ash, worker, manager, head, allegations, council.system]) {
    for (const url of ['/duty', `/duty/${id}`]) {
      const { statusCode, body } = await app.ask('GET', url, who)
      if (url !== '/duty' || who !== allegations) assert.equal(statusCode, 404, url)
      assert.doesNotMatch(body, /Nobody else may/)
    }
    assert.equal((await app.ask('POST', `/duty/${id}/open`, who)).statusCode, 404)
    assert.equal(await countRows(council.database, who, 'not_safe_message', `id = '${id}'`), 0)
    assert.equal(
      await attempt(
        council.database,
        who,
        sql`insert into not_safe_step (authority_id, message_id, kind) values (${who.authorityId}, ${id}, 'opened')`,
      ),
      'refused',
    )
  }
  for (const statement of [
    sql`select word_hash from not_safe_message`,
    sql`update not_safe_message set words = ''`,
    sql`delete from not_safe_message`,
  ])
    assert.equal(await attempt(council.database, duty, statement), 'refused')
})

test('rule 9: what is about an adult reaches the allegations lead past that adult and their line, whatever their roles', async () => {
  const give = (who: Actor, role: string) =>
    council.database.asOwner((query) =>
      sql`insert into role_held (authority_id, person_id, role, starts_on) values (${who.authorityId}, ${who.personId}, ${role}, '2020-01-01')`.execute(
        query,
      ),
    )
  // The worker's manager and head of service are leads as well, and the worker is on duty.
  await give(worker, 'duty_worker')
  await give(manager, 'safeguarding_lead')
  await give(head, 'allegations_lead')
  const page = await app.ask('GET', '/not-safe', ash)
  assert.match(page.body, new RegExp(`<option value="${worker.personId}">`))
  const about = await send(ash, { words: 'It is about Wren.', about: 'adult', adult: worker.personId })
  const messageOf = (who: Actor) => countRows(council.database, who, 'not_safe_message', `id = '${about.id}'`)
  for (const who of [worker, manager, head, duty, ash]) {
    assert.equal(await messageOf(who), 0)
    assert.equal((await app.ask('GET', `/duty/${about.id}`, who)).statusCode, 404)
    assert.doesNotMatch((await app.ask('GET', '/duty', who)).body, new RegExp(about.id))
  }
  for (const who of [allegations, lead]) assert.equal(await messageOf(who), 1)
  await app.ask('POST', `/duty/${about.id}/open`, allegations)
  assert.match((await app.ask('GET', `/duty/${about.id}`, allegations)).body, /It is about Wren[\s\S]*Wren Example/)
  // Nothing of it stands in the trace that others read.
  const { rows } = await council.database.asOwner((query) =>
    sql<{
      detail: string
    }>`select event || detail::text as detail from audit where detail::text like ${`%${about.id}%`} or event like '%opened%'`.execute(
      query,
    ),
  )
  assert.deepEqual(rows, [])
  for (const role of ['duty_worker', 'safeguarding_lead', 'allegations_lead'])
    await council.database.asOwner((query) =>
      sql`update role_held set ends_on = '2026-07-09' where role = ${role} and person_id in (${worker.personId}, ${manager.personId}, ${head.personId})`.execute(
        query,
      ),
    )
})

test('rule 9: an adult who is no one of the child’s own people cannot be pointed at by id; the words stay', async () => {
  const { id } = await send(ash, { about: 'adult', adult: duty.personId, who: 'Somebody at school' })
  await app.ask('POST', `/duty/${id}/open`, allegations)
  const { body } = await app.ask('GET', `/duty/${id}`, allegations)
  assert.match(body, /Somebody at school/)
  assert.doesNotMatch(body, /Dot Example/)
})

test('rule 15: who is barred from the child does not read what the child sent, even on duty', async () => {
  const barred = await council.addStaff('duty_worker', 'Bar Example')
  await council.relate(barred, ash.personId, 'barred')
  const { id } = await send(ash, { words: 'x' })
  assert.equal(await countRows(council.database, duty, 'not_safe_message', `id = '${id}'`), 1)
  assert.equal(await countRows(council.database, barred, 'not_safe_message', `id = '${id}'`), 0)
})

const later = (sentAt: string, minutes: number) => Temporal.Instant.from(sentAt).add({ minutes }).toString()

async function openAll(): Promise<void> {
  for (const who of [duty, allegations])
    await council.database.as(who, (query) =>
      sql`insert into not_safe_step (authority_id, message_id, kind) select m.authority_id, m.id, 'opened' from not_safe_message m
        where m.authority_id = (select authority()) and not exists (select from not_safe_step s where s.message_id = m.id and s.kind = 'opened')`.execute(
        query,
      ),
    )
}

async function rungFor(id: string): Promise<string[]> {
  return council.database.asOwner(async (query) => {
    const { rows } = await sql<{
      said: string
    }>`select round || ' ' || name as said from duty_notice where message_id = ${id} order by written_at`.execute(query)
    return rows.map(({ said }) => said)
  })
}

const sentAtOf = (id: string) =>
  council.database.asOwner(async (query) => {
    const { rows } = await sql<{ at: string }>`select sent_at as at from not_safe_message where id = ${id}`.execute(
      query,
    )
    return rows[0]!.at
  })

test('rule 8: unopened, it goes on along the chain, each turn once, until a person opens it', async () => {
  await openAll()
  const { id } = await send(null, { words: 'Chain' })
  const sent = await sentAtOf(id)
  const { authorityId } = council.council
  for (const minutes of [0, 9, 9, 10, 24, 25, 26]) await ringOn(council.database, authorityId, later(sent, minutes))
  assert.deepEqual(await rungFor(id), ['1 Duty desk', '1 Duty manager', '2 Duty desk'])
  const outbox = (await app.ask('GET', '/duty', duty)).body
  assert.match(outbox, /Duty manager[\s\S]*01632 960 002/)
  assert.doesNotMatch(outbox, /Chain</)
  await app.ask('POST', `/duty/${id}/open`, duty)
  assert.equal(await ringOn(council.database, authorityId, later(sent, 300)), 0)
})

test('rule 9: the chain for what is about an adult leaves out that adult and their line', async () => {
  await openAll()
  const { id } = await send(ash, { about: 'adult', adult: worker.personId })
  await ringOn(council.database, council.council.authorityId, await sentAtOf(id))
  assert.deepEqual(await rungFor(id), ['1 Al Example'])
  const other = await send(ash, { about: 'adult', who: 'a neighbour' })
  await ringOn(council.database, council.council.authorityId, await sentAtOf(other.id))
  assert.deepEqual(await rungFor(other.id), ['1 Mo Example'])
})

test('a picture goes with it, without its place, for duty alone; one that we cannot keep never costs the words', async () => {
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#888888' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 26/1' } })
    .jpeg()
    .toBuffer()
  for (const [bytes, says] of [
    [photo, /Your message is with/],
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /Your words arrived\. The picture did not/],
    [Buffer.alloc(26 * 1024 * 1024, 1), /Your words arrived\. The picture did not/],
  ] as const) {
    const id = newId()
    const form = new FormData()
    form.set('message', id)
    form.set('words', 'With a picture')
    form.set('picture', new Blob([bytes]), 'IMG_0042.jpg')
    const request = new Request('http://localhost/not-safe', { method: 'POST', body: form })
    const answer = await app.app.inject({
      method: 'POST',
      url: '/not-safe',
      headers: { 'content-type': request.headers.get('content-type')! },
      payload: Buffer.from(await request.arrayBuffer()),
    })
    assert.match(answer.body, says)
    await app.ask('POST', `/duty/${id}/open`, duty)
    const { body } = await app.ask('GET', `/duty/${id}`, duty)
    assert.match(body, /With a picture/)
    const file = /\/files\/[0-9a-f-]{36}/.exec(body)?.[0]
    assert.equal(file !== undefined, bytes === photo)
    if (!file) continue
    const sent = await app.ask('GET', file, duty)
    assert.equal((await sharp(sent.rawPayload).metadata()).exif, undefined)
    for (const who of [worker, ash, allegations]) assert.equal((await app.ask('GET', file, who)).statusCode, 404)
  }
})

test('many messages from one address are all kept and all read; the numbers are always there', async () => {
  for (let n = 0; n < 25; n += 1) assert.match((await send(null, { words: `many ${n}` })).body, NUMBERS[0]!)
  assert.equal(await countRows(council.database, duty, 'not_safe_message', `words like 'many %'`), 25)
  assert.ok(
    (await countRows(council.database, duty, 'not_safe_message', `words like 'many %' and is_one_of_many`)) >= 5,
  )
})

test('leave quickly: out at once, by a plain link, with nothing left in the browser', async () => {
  const answer = await app.ask('GET', '/leave', ash)
  assert.equal(answer.headers.location, 'https://www.bbc.co.uk/weather')
  assert.equal(answer.headers['clear-site-data'], '"cache", "storage"')
  assert.match(String(answer.headers['set-cookie']), /kept_session=;/)
  assert.equal(answer.headers['cache-control'], 'no-store')
  assert.equal((await app.ask('GET', '/leave', null)).statusCode, 303)
  for (const url of ['/not-safe', '/']) {
    const { body } = await app.ask('GET', url, ash)
    assert.match(body, /<a class="young-leave[^"]*" href="\/leave"/)
    assert.match(body, /data-module="govuk-exit-this-page"/)
  }
})

test('settings that cannot be used come back with what was typed', async () => {
  const bad = await app.ask('POST', '/door', lead, { nightNumber: 'ask Sam', duty: 'Duty desk 01632', allegations: '' })
  assert.equal(bad.statusCode, 422)
  for (const says of [/Write the night number in digits/, /Line 1: write a name/, /value="ask Sam"/])
    assert.match(bad.body, says)
})
