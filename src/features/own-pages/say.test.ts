import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import sharp from 'sharp'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { characteristics, makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'
import { findDraft, readDraft } from '../../shapes/voice/draft.store.ts'
import { answerView, openView, readInbox, readMyViews, tellAnswer } from '../../shapes/voice/view.store.ts'
import { formWord, openSession } from '../../web/session.store.ts'

let council: TestCouncil
let app: TestApp
let worker: Actor
let cover: Actor
let adviser: Actor
let lead: Actor
let children = 0

before(async () => {
  council = await makeTestCouncil()
  app = await makeTestApp(council)
  worker = await council.addStaff('social_worker', 'Wren Example')
  cover = await council.addStaff('social_worker', 'Cov Example')
  adviser = await council.addStaff('personal_adviser', 'Pat Example')
  lead = await council.addStaff('allegations_lead', 'Lee Example')
  await council.addTeam(await council.addStaff('team_manager', 'Mo Example'), [worker])
  await council.database.asOwner((query) =>
    sql`insert into cover (authority_id, for_person, covered_by, starts_on)
      values (${council.council.authorityId}, ${worker.personId}, ${cover.personId}, '2020-01-01')`.execute(query),
  )
})
after(() => app.close())

/** A child of nine with a worker who has a cover, and an adviser who has none. */
async function addChild(): Promise<Actor> {
  const id = await council.addChild({ code: String(940_000 + ++children), given: 'Kit', role: 'child' })
  await council.state(id, characteristics('2017-01-31'))
  await council.relate(worker, id, 'social_worker')
  await council.relate(adviser, id, 'personal_adviser')
  return council.actor(id)
}

const as = <T>(actor: Actor, work: Parameters<typeof council.database.as<T>>[1]) => council.database.as(actor, work)
const draftOf = (child: Actor) => as(child, readDraft)

async function choose(child: Actor, to: Actor = worker): Promise<void> {
  const { headers } = await app.ask('POST', '/me/say', child, { to: to.personId })
  assert.equal(headers.location, '/me/say/before')
  assert.equal((await app.ask('POST', '/me/say/before', child)).headers.location, '/me/say/write')
}

async function send(child: Actor, written: Record<string, string>, last: Record<string, string> = {}): Promise<string> {
  assert.equal((await app.ask('POST', '/me/say/write', child, { ...written, do: 'next' })).statusCode, 303)
  const sent = await app.ask('POST', '/me/say/check', child, { beside: 'nobody', ...last })
  return /^\/me\/say\/sent\/(.+)$/.exec(String(sent.headers.location))![1]!
}

const text = (html: string) =>
  html
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

describe('saying something', () => {
  test('rule 7: only somebody with a cover can be chosen; where nobody has one, the other ways are said kindly', async () => {
    const child = await addChild()
    const { body } = await app.ask('GET', '/me/say', child)
    assert.match(body, /Wren/)
    assert.doesNotMatch(body, /Pat/)
    assert.equal((await app.ask('POST', '/me/say', child, { to: adviser.personId })).statusCode, 422)
    const alone = council.actor(await council.addChild({ code: '940900', role: 'child' }))
    await council.relate(adviser, alone.personId, 'personal_adviser')
    const page = text((await app.ask('GET', '/me/say', alone)).body)
    assert.match(page, /not your fault/)
    assert.match(page, /Help at Hand/)
    assert.match(page, /on paper/)
    assert.match(page, /I am not safe/)
  })

  test('rule 6: who reads, who covers, from when and what cannot stay private is said before there is a place to write', async () => {
    const child = await addChild()
    for (const path of ['/me/say/write', '/me/say/file', '/me/say/check'])
      assert.equal((await app.ask('GET', path, child)).headers.location, '/me/say')
    await app.ask('POST', '/me/say', child, { to: worker.personId })
    assert.match(String((await app.ask('GET', '/me/say/write', child)).headers.location), /^\/me\/say\/before/)
    const early = await app.ask('POST', '/me/say/write', child, { words: 'Too early', do: 'next' })
    assert.match(String(early.headers.location), /^\/me\/say\/before/)
    const page = text((await app.ask('GET', '/me/say/before', child)).body)
    assert.match(page, /Wren will read it/)
    // Said on Friday 10 July: one working day later is Monday.
    assert.match(page, /Cov can read it from Monday 13 July/)
    assert.match(page, /Wren is asked to answer by Wednesday 15 July/)
    assert.match(page, /being hurt, or in danger\? Then Wren must tell/)
    assert.doesNotMatch(page, /textarea/)
  })

  test('where the cover has changed since, the child reads it once more, and nothing is lost', async () => {
    const child = await addChild()
    await choose(child)
    await app.ask('POST', '/me/say/write', child, { words: 'I miss my dog', do: 'later' })
    const other = await council.addStaff('social_worker', 'Nia Example')
    const change = (statement: ReturnType<typeof sql>) => council.database.asOwner((query) => statement.execute(query))
    await change(sql`update cover set covered_by = ${other.personId} where for_person = ${worker.personId}`)
    const { headers } = await app.ask('GET', '/me/say/check', child)
    const page = text((await app.ask('GET', String(headers.location), child)).body)
    assert.match(page, /read this once more/)
    assert.match(page, /Nia can read it from/)
    assert.equal((await draftOf(child)).words, 'I miss my dog')
    await change(sql`update cover set covered_by = ${cover.personId} where for_person = ${worker.personId}`)
  })

  test('rule 6: what was begun is read by nobody else, and a bad form, going back and coming back lose nothing', async () => {
    const child = await addChild()
    await choose(child)
    const long = `I miss my dog ${'very '.repeat(1000)}`
    const bad = await app.ask('POST', '/me/say/write', child, {
      words: long,
      feeling: 'sad',
      'picture-dog': '1',
      'picture-dragon': '1',
      do: 'next',
    })
    assert.equal(bad.statusCode, 422)
    assert.match(bad.body, /Make it a bit shorter/)
    assert.ok(bad.body.includes(long))
    const again = (await app.ask('GET', '/me/say/write', child)).body
    assert.ok(again.includes(long))
    assert.match(again, /value="sad" checked/)
    assert.match(again, /name="picture-dog" value="1" checked/)
    assert.deepEqual((await draftOf(child)).pictures, 'dog')
    for (const who of [worker, cover, lead, council.system, await addChild()]) {
      const { rows } = await as(who, (query) => sql`select draft from view_draft`.execute(query))
      assert.equal(rows.length, 0)
    }
    const nothing = await app.ask('POST', '/me/say/write', child, { words: ' ', do: 'next' })
    assert.match(nothing.body, /Write some words, or pick a face/)
    assert.match(text((await app.ask('GET', '/me/say', child)).body), /You began something/)
  })

  test('as it is typed it goes into the draft it belongs to, and what comes after sending begins nothing anew', async () => {
    const child = await addChild()
    await choose(child)
    const { id } = (await as(child, findDraft))!
    const type = (words: string, draft = id) => app.ask('POST', '/me/say/draft', child, { words, draft })
    assert.equal((await type('I miss')).body, 'here')
    assert.equal((await draftOf(child)).words, 'I miss')
    assert.equal((await type('Not mine', '00000000-0000-4000-8000-00000000dead')).body, 'gone')
    await send(child, { words: 'I miss my dog' })
    assert.equal((await type('I miss my d')).body, 'gone')
    assert.deepEqual(await draftOf(child), {})
  })

  test('who is beside them is asked before it goes, and what they ticked is still there', async () => {
    const child = await addChild()
    await choose(child)
    await app.ask('POST', '/me/say/write', child, { feeling: 'sad', 'picture-dog': '1', words: '', do: 'next' })
    const bad = await app.ask('POST', '/me/say/check', child, { counted: 'yes' })
    assert.equal(bad.statusCode, 422)
    assert.match(bad.body, /Pick who is with you/)
    assert.match(bad.body, /name="counted" value="yes" checked/)
    assert.equal((await as(child, readMyViews)).length, 0)
  })

  test('what is sent is with the one chosen and stands in my answers; another child sees nothing of it', async () => {
    const child = await addChild()
    await choose(child)
    const id = await send(child, { words: 'I miss my dog', feeling: 'sad', 'picture-dog': '1' }, { counted: 'yes' })
    const view = (await as(worker, readInbox)).find((one) => one.id === id)!
    assert.deepEqual(
      [view.words, view.feeling, view.pictures, view.beside, view.mayBeCounted],
      ['I miss my dog', 'sad', ['dog'], 'nobody', true],
    )
    const sent = text((await app.ask('GET', `/me/say/sent/${id}`, child)).body)
    assert.match(sent, /Wren has it now/)
    assert.match(sent, /answer by Wednesday 15 July/)
    assert.match(sent, /Cov can read it from Monday 13 July/)
    assert.match(sent, /If someone has opened it, they still know it/)
    const mine = text((await app.ask('GET', '/me/answers', child)).body)
    assert.match(mine, /To Wren, today sad dog I miss my dog/)
    const other = await addChild()
    assert.doesNotMatch((await app.ask('GET', '/me/answers', other)).body, /miss my dog/)
    assert.equal((await app.ask('GET', `/me/say/sent/${id}`, other)).statusCode, 404)
    assert.equal((await app.ask('POST', `/me/answers/${id}/back`, other)).statusCode, 404)
  })

  test('a draft thrown away is gone with what was added to it', async () => {
    const child = await addChild()
    await choose(child)
    await addDrawing(child)
    assert.equal((await app.ask('POST', '/me/say/throw-away', child)).headers.location, '/me/say?thrown=1')
    const left = await council.database.asOwner((query) =>
      sql`select from stored_file where added_by = ${child.personId}`.execute(query),
    )
    assert.deepEqual([await draftOf(child), left.rows.length], [{}, 0])
  })

  test('a drawing goes with it: shown on the last step, and once it is sent to the one chosen', async () => {
    const child = await addChild()
    await choose(child)
    await addDrawing(child)
    const check = (await app.ask('GET', '/me/say/check', child)).body
    const file = /src="(\/files\/[^"]+)"/.exec(check)![1]!
    assert.equal((await app.ask('GET', file, worker)).statusCode, 404, 'not sent yet')
    const sent = await app.ask('POST', '/me/say/check', child, { beside: 'a friend' })
    assert.equal(sent.statusCode, 303, 'a drawing alone is enough (rule 28)')
    assert.equal((await app.ask('GET', file, worker)).statusCode, 200)
    assert.equal((await app.ask('GET', file, child)).statusCode, 200)
    for (const who of [lead, adviser, await addChild()]) assert.equal((await app.ask('GET', file, who)).statusCode, 404)
    assert.ok((await app.ask('GET', '/me/answers', child)).body.includes(file))
  })

  test('what is no picture, sound or video is refused with what to do, and three are the most', async () => {
    const child = await addChild()
    await choose(child)
    const wrong = await upload(child, Buffer.from('hello'), 'a.exe')
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Choose a picture/)
    assert.match((await upload(child, null, '')).body, /pick something first/)
    for (let nth = 0; nth < 3; nth += 1) await addDrawing(child)
    assert.match((await upload(child, await draw(), 'a.png')).body, /Three is the most/)
    const away = /action="(\/me\/say\/file\/[^"]+\/away)"/.exec((await app.ask('GET', '/me/say/file', child)).body)![1]!
    await app.ask('POST', away, child)
    assert.equal((await app.ask('GET', '/me/say/file', child)).body.match(/<img/g)!.length, 2)
  })
})

describe('rule 9: about an adult who looks after me or works with me', () => {
  let child: Actor
  let id: string
  before(async () => {
    child = await addChild()
    assert.match((await app.ask('GET', '/me/say/adult', child)).body, /Wren[\s\S]*someone else/)
    await app.ask('POST', '/me/say/adult', child, { about: worker.personId })
    const told = text((await app.ask('GET', '/me/say/before', child)).body)
    assert.match(told, /does not go to Wren\. It does not go to the people in charge of Wren/)
    assert.match(told, /Their job is to check what grown-ups do/)
    assert.doesNotMatch(told, /Cov|Lee/)
    await app.ask('POST', '/me/say/before', child)
    id = await send(child, { words: 'Wren shouts at me' }, { counted: 'yes' })
  })

  test('it reaches the allegations lead, and the adult finds it nowhere', async () => {
    assert.ok((await as(lead, readInbox)).some((view) => view.id === id))
    for (const who of [worker, cover, adviser]) assert.ok(!(await as(who, readInbox)).some((view) => view.id === id))
    const [mine] = await as(child, readMyViews)
    assert.equal(mine!.mayBeCounted, false)
    const page = text((await app.ask('GET', `/me/say/sent/${id}`, child)).body)
    assert.match(page, /It is sent/)
    assert.doesNotMatch(page, /Lee/)
  })

  test('no trace, log or history holds the child, the adult or the view', async () => {
    await app.ask('POST', '/me/look', await addChild(), { palette: 'sea' })
    const held = await council.database.asOwner(async (query) => {
      const audit = await sql<{ row: string }>`select a::text as row from audit a`.execute(query)
      const history = await sql<{ row: string }>`select h::text as row from row_history h`.execute(query)
      return [...audit.rows, ...history.rows].map(({ row }) => row)
    })
    assert.ok(held.length > 0)
    for (const row of held) for (const what of [id, 'shouts', child.personId]) assert.ok(!row.includes(what), row)
  })

  test('where nobody can read it who is not close to them, it is said, with what to do, and nothing is lost', async () => {
    const other = await addChild()
    await council.relate(lead, other.personId, 'iro')
    await app.ask('POST', '/me/say/adult', other, { about: lead.personId })
    await app.ask('POST', '/me/say/before', other)
    await app.ask('POST', '/me/say/write', other, { words: 'Lee was unkind', do: 'next' })
    const answer = await app.ask('POST', '/me/say/check', other, { beside: 'nobody' })
    assert.equal(answer.statusCode, 422)
    assert.match(text(answer.body), /That did not go.*too close to Lee.*still here.*0800 1111/)
    assert.equal((await draftOf(other)).words, 'Lee was unkind')
  })
})

test('a colleague has no such pages, and begins no draft', async () => {
  for (const path of ['/me/say', '/me/say/adult', '/me/say/before', '/me/say/write', '/me/answers'])
    assert.equal((await app.ask('GET', path, worker)).statusCode, 404, path)
  assert.equal((await app.ask('POST', '/me/say', worker, { to: cover.personId })).statusCode, 404)
  assert.equal((await app.ask('POST', '/me/say/draft', worker, { words: 'x' })).statusCode, 404)
  assert.deepEqual(await draftOf(worker), {})
})

describe('what came back', () => {
  let child: Actor
  let id: string
  const page = async (who = child) => text((await app.ask('GET', '/me/answers', who)).body)
  const home = async () => text((await app.ask('GET', '/', child)).body)
  const answerIt = (words: string, isHard = false) =>
    as(worker, (query) =>
      answerView(query, id, { words, whatChanges: 'Rex visits on Saturdays', byOn: '2026-07-18', isHard }),
    )
  const newest = async () =>
    (await as(worker, readInbox)).find((view) => view.id === id)!.answers.find(({ reply }) => reply === null)!.id
  const reply = (answer: string, said: string, who = child) =>
    app.ask('POST', `/me/answers/replies/${answer}`, who, { said })
  before(async () => {
    child = await addChild()
    await choose(child)
    id = await send(child, { words: 'I miss my dog' })
  })

  test('whoever opened it is said by name; until then, who looks next and from when', async () => {
    assert.match(await page(), /Wren has not opened it yet\. Cov can read it from Monday 13 July/)
    await as(worker, (query) => openView(query, id))
    assert.match(await page(), /Wren has opened it/)
    assert.doesNotMatch(await page(), /Cov/)
  })

  test('rule 13: the first screen says that an answer waits and no more; “a bit” keeps it open, and is changed as I like', async () => {
    await answerIt('Rex can come to see you')
    const first = await home()
    assert.match(first, /An answer is waiting/)
    assert.doesNotMatch(first, /Rex|dog/)
    const shown = (await app.ask('GET', '/me/answers', child)).body
    assert.match(/<title>([^<]+)/.exec(shown)![1]!, /^Answers · My place$/)
    assert.match(
      text(shown),
      /Wren says: Rex can come to see you What will change by Saturday 18 July Rex visits on Saturdays/,
    )
    const answer = await newest()
    assert.equal((await reply(answer, 'maybe')).statusCode, 404)
    assert.equal((await reply(answer, 'yes', await addChild())).statusCode, 404)
    assert.equal((await reply(answer, 'a bit')).statusCode, 303)
    assert.match(await page(), /You said: a bit\. So it stays open\. Wren can see that/)
    assert.doesNotMatch(await home(), /An answer is waiting/)
    await reply(answer, 'yes')
    assert.match(await page(), /You said: yes\. You can change that/)
    await reply(answer, 'no')
    assert.match(await page(), /You said: no\. So it stays open/)
    assert.equal((await as(worker, readInbox)).find((view) => view.id === id)!.answers[0]!.reply, 'no')
  })

  test('rule 12: hard news is nowhere on my pages before somebody told me', async () => {
    await answerIt('Rex cannot live with you', true)
    for (const shown of [await home(), await page()])
      assert.doesNotMatch(shown, /cannot live|is waiting|is here for you/)
    const told = await newest()
    await as(worker, (query) => tellAnswer(query, told))
    assert.match(await home(), /An answer is waiting/)
    assert.match(await page(), /Rex cannot live with you You were told this: today/)
  })

  test('taken back, it stays mine, nothing is asked of it, and the card says who still knows', async () => {
    const unread = await addChild()
    await choose(unread)
    const other = await send(unread, { words: 'Not this' })
    assert.equal(
      (await app.ask('POST', `/me/answers/${other}/back`, unread)).headers.location,
      `/me/answers#v-${other}`,
    )
    assert.match(await page(unread), /Not this You took this back/)
    assert.ok(!(await as(worker, readInbox)).some((view) => view.id === other))
    assert.equal((await app.ask('POST', `/me/answers/${other}/back`, unread)).statusCode, 404, 'once')
  })
})

const draw = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#c2410c' } })
    .png()
    .toBuffer()

async function upload(child: Actor, bytes: Buffer | null, name: string) {
  const token = await openSession(council.database, child.authorityId, child.personId)
  const form = new FormData()
  form.append('_csrf', formWord(token))
  if (bytes !== null) form.append('file', new File([new Uint8Array(bytes)], name))
  const packed = new Response(form)
  return app.app.inject({
    method: 'POST',
    url: '/me/say/file',
    cookies: { kept_session: token },
    headers: { 'content-type': packed.headers.get('content-type')! },
    payload: Buffer.from(await packed.arrayBuffer()),
  })
}

async function addDrawing(child: Actor): Promise<void> {
  assert.equal((await upload(child, await draw(), 'drawing.png')).headers.location, '/me/say/file')
}
