import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { draw, type Saying, startSaying, textOf } from '../../../test/kit/saying.ts'
import type { Actor } from '../../database/database.ts'
import { findDraft, readDraft } from '../../shapes/voice/draft.store.ts'
import { readInbox, readMyViews } from '../../shapes/voice/view.store.ts'

let saying: Saying
before(async () => {
  saying = await startSaying()
})
after(() => saying.app.close())

const draftOf = (child: Actor) => saying.as(child, readDraft)

describe('saying something', () => {
  test('rule 7: only somebody with a cover can be chosen; where nobody has one, the other ways are said kindly', async () => {
    const child = await saying.addChild()
    const { body } = await saying.app.ask('GET', '/me/say', child)
    assert.match(body, /Wren/)
    assert.doesNotMatch(body, /Pat/)
    assert.equal(
      (await saying.app.ask('POST', '/me/say', child, { to: saying.people.adviser.personId })).statusCode,
      422,
    )
    const alone = saying.council.actor(await saying.council.addChild({ code: '940900', role: 'child' }))
    await saying.council.relate(saying.people.adviser, alone.personId, 'personal_adviser')
    const page = textOf((await saying.app.ask('GET', '/me/say', alone)).body)
    assert.match(page, /not your fault/)
    assert.match(page, /Help at Hand/)
    assert.match(page, /on paper/)
    assert.match(page, /I am not safe/)
  })

  test('rule 6: who reads, who covers, from when and what cannot stay private is said before there is a place to write', async () => {
    const child = await saying.addChild()
    for (const path of ['/me/say/write', '/me/say/file', '/me/say/check'])
      assert.equal((await saying.app.ask('GET', path, child)).headers.location, '/me/say')
    await saying.app.ask('POST', '/me/say', child, { to: saying.people.worker.personId })
    assert.match(String((await saying.app.ask('GET', '/me/say/write', child)).headers.location), /^\/me\/say\/before/)
    const early = await saying.app.ask('POST', '/me/say/write', child, { words: 'Too early', do: 'next' })
    assert.match(String(early.headers.location), /^\/me\/say\/before/)
    const page = textOf((await saying.app.ask('GET', '/me/say/before', child)).body)
    assert.match(page, /Wren will read it/)
    // Said on Friday 10 July: one working day later is Monday.
    assert.match(page, /Cov can read it from Monday 13 July/)
    assert.match(page, /Wren is asked to answer by Wednesday 15 July/)
    assert.match(page, /being hurt, or in danger\? Then Wren must tell/)
    assert.doesNotMatch(page, /textarea/)
  })

  test('where the cover has changed since, the child reads it once more, and nothing is lost', async () => {
    const child = await saying.addChild()
    await saying.choose(child)
    await saying.app.ask('POST', '/me/say/write', child, { words: 'I miss my dog', do: 'later' })
    const other = await saying.council.addStaff('social_worker', 'Nia Example')
    const change = (statement: ReturnType<typeof sql>) =>
      saying.council.database.asOwner((query) => statement.execute(query))
    await change(
      sql`update cover set covered_by = ${other.personId} where for_person = ${saying.people.worker.personId}`,
    )
    const { headers } = await saying.app.ask('GET', '/me/say/check', child)
    const page = textOf((await saying.app.ask('GET', String(headers.location), child)).body)
    assert.match(page, /read this once more/)
    assert.match(page, /Nia can read it from/)
    assert.equal((await draftOf(child)).words, 'I miss my dog')
    await change(
      sql`update cover set covered_by = ${saying.people.cover.personId} where for_person = ${saying.people.worker.personId}`,
    )
  })

  test('rule 6: what was begun is read by nobody else, and a bad form, going back and coming back lose nothing', async () => {
    const child = await saying.addChild()
    await saying.choose(child)
    const long = `I miss my dog ${'very '.repeat(1000)}`
    const bad = await saying.app.ask('POST', '/me/say/write', child, {
      words: long,
      feeling: 'sad',
      'picture-dog': '1',
      'picture-dragon': '1',
      do: 'next',
    })
    assert.equal(bad.statusCode, 422)
    assert.match(bad.body, /Make it a bit shorter/)
    assert.ok(bad.body.includes(long))
    const again = (await saying.app.ask('GET', '/me/say/write', child)).body
    assert.ok(again.includes(long))
    assert.match(again, /value="sad" checked/)
    assert.match(again, /name="picture-dog" value="1" checked/)
    assert.deepEqual((await draftOf(child)).pictures, 'dog')
    for (const who of [
      saying.people.worker,
      saying.people.cover,
      saying.people.lead,
      saying.council.system,
      await saying.addChild(),
    ]) {
      const { rows } = await saying.as(who, (query) => sql`select draft from view_draft`.execute(query))
      assert.equal(rows.length, 0)
    }
    const nothing = await saying.app.ask('POST', '/me/say/write', child, { words: ' ', do: 'next' })
    assert.match(nothing.body, /Write some words, or pick a face/)
    assert.match(textOf((await saying.app.ask('GET', '/me/say', child)).body), /You began something/)
  })

  test('as it is typed it goes into the draft it belongs to, and what comes after sending begins nothing anew', async () => {
    const child = await saying.addChild()
    await saying.choose(child)
    const { id } = (await saying.as(child, findDraft))!
    const type = (words: string, draft = id) => saying.app.ask('POST', '/me/say/draft', child, { words, draft })
    assert.equal((await type('I miss')).body, 'here')
    assert.equal((await draftOf(child)).words, 'I miss')
    assert.equal((await type('Not mine', '00000000-0000-4000-8000-00000000dead')).body, 'gone')
    await saying.send(child, { words: 'I miss my dog' })
    assert.equal((await type('I miss my d')).body, 'gone')
    assert.deepEqual(await draftOf(child), {})
  })

  test('rule 28: who is beside them is asked before it goes, and what they ticked is still there', async () => {
    const child = await saying.addChild()
    await saying.choose(child)
    await saying.app.ask('POST', '/me/say/write', child, { feeling: 'sad', 'picture-dog': '1', words: '', do: 'next' })
    const bad = await saying.app.ask('POST', '/me/say/check', child, { counted: 'yes' })
    assert.equal(bad.statusCode, 422)
    assert.match(bad.body, /Pick who is with you/)
    assert.match(bad.body, /name="counted" value="yes" checked/)
    assert.equal((await saying.as(child, readMyViews)).length, 0)
  })

  test('what is sent is with the one chosen and stands in my answers; another child sees nothing of it', async () => {
    const child = await saying.addChild()
    await saying.choose(child)
    const id = await saying.send(
      child,
      { words: 'I miss my dog', feeling: 'sad', 'picture-dog': '1' },
      { counted: 'yes' },
    )
    const view = (await saying.as(saying.people.worker, readInbox)).find((one) => one.id === id)!
    assert.deepEqual(
      [view.words, view.feeling, view.pictures, view.beside, view.mayBeCounted],
      ['I miss my dog', 'sad', ['dog'], 'nobody', true],
    )
    const sent = textOf((await saying.app.ask('GET', `/me/say/sent/${id}`, child)).body)
    assert.match(sent, /Wren has it now/)
    assert.match(sent, /answer by Wednesday 15 July/)
    assert.match(sent, /Cov can read it from Monday 13 July/)
    assert.match(sent, /If someone has opened it, they still know it/)
    const mine = textOf((await saying.app.ask('GET', '/me/answers', child)).body)
    assert.match(mine, /To Wren, today sad dog I miss my dog/)
    const other = await saying.addChild()
    assert.doesNotMatch((await saying.app.ask('GET', '/me/answers', other)).body, /miss my dog/)
    assert.equal((await saying.app.ask('GET', `/me/say/sent/${id}`, other)).statusCode, 404)
    assert.equal((await saying.app.ask('POST', `/me/answers/${id}/back`, other)).statusCode, 404)
  })

  test('a draft thrown away is gone with what was added to it', async () => {
    const child = await saying.addChild()
    await saying.choose(child)
    await saying.addDrawing(child)
    assert.equal((await saying.app.ask('POST', '/me/say/throw-away', child)).headers.location, '/me/say?thrown=1')
    const left = await saying.council.database.asOwner((query) =>
      sql`select from stored_file where added_by = ${child.personId}`.execute(query),
    )
    assert.deepEqual([await draftOf(child), left.rows.length], [{}, 0])
  })

  test('rule 28: a drawing goes with it: shown on the last step, and once it is sent to the one chosen', async () => {
    const child = await saying.addChild()
    await saying.choose(child)
    await saying.addDrawing(child)
    const check = (await saying.app.ask('GET', '/me/say/check', child)).body
    const file = /src="(\/files\/[^"]+)"/.exec(check)![1]!
    assert.equal((await saying.app.ask('GET', file, saying.people.worker)).statusCode, 404, 'not sent yet')
    const sent = await saying.app.ask('POST', '/me/say/check', child, { beside: 'a friend' })
    assert.equal(sent.statusCode, 303, 'a drawing alone is enough (rule 28)')
    assert.equal((await saying.app.ask('GET', file, saying.people.worker)).statusCode, 200)
    assert.equal((await saying.app.ask('GET', file, child)).statusCode, 200)
    for (const who of [saying.people.lead, saying.people.adviser, await saying.addChild()])
      assert.equal((await saying.app.ask('GET', file, who)).statusCode, 404)
    assert.ok((await saying.app.ask('GET', '/me/answers', child)).body.includes(file))
  })

  test('what is no picture, sound or video is refused with what to do, and three are the most', async () => {
    const child = await saying.addChild()
    await saying.choose(child)
    const wrong = await saying.upload(child, Buffer.from('hello'), 'a.exe')
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Choose a picture/)
    assert.match((await saying.upload(child, null, '')).body, /pick something first/)
    for (let nth = 0; nth < 3; nth += 1) await saying.addDrawing(child)
    assert.match((await saying.upload(child, await draw(), 'a.png')).body, /Three is the most/)
    const away = /action="(\/me\/say\/file\/[^"]+\/away)"/.exec(
      (await saying.app.ask('GET', '/me/say/file', child)).body,
    )![1]!
    await saying.app.ask('POST', away, child)
    assert.equal((await saying.app.ask('GET', '/me/say/file', child)).body.match(/<img/g)!.length, 2)
  })
})

describe('rule 9: about an adult who looks after me or works with me', () => {
  let child: Actor
  let id: string
  before(async () => {
    child = await saying.addChild()
    assert.match((await saying.app.ask('GET', '/me/say/adult', child)).body, /Wren[\s\S]*someone else/)
    await saying.app.ask('POST', '/me/say/adult', child, { about: saying.people.worker.personId })
    const told = textOf((await saying.app.ask('GET', '/me/say/before', child)).body)
    assert.match(told, /does not go to Wren\. It does not go to the people in charge of Wren/)
    assert.match(told, /Their job is to check what grown-ups do/)
    assert.doesNotMatch(told, /Cov|Lee/)
    await saying.app.ask('POST', '/me/say/before', child)
    id = await saying.send(child, { words: 'Wren shouts at me' }, { counted: 'yes' })
  })

  test('it reaches the allegations lead, and the adult finds it nowhere', async () => {
    assert.ok((await saying.as(saying.people.lead, readInbox)).some((view) => view.id === id))
    for (const who of [saying.people.worker, saying.people.cover, saying.people.adviser])
      assert.ok(!(await saying.as(who, readInbox)).some((view) => view.id === id))
    const [mine] = await saying.as(child, readMyViews)
    assert.equal(mine!.mayBeCounted, false)
    const page = textOf((await saying.app.ask('GET', `/me/say/sent/${id}`, child)).body)
    assert.match(page, /It is sent/)
    assert.doesNotMatch(page, /Lee/)
  })

  test('no trace, log or history holds the child, the adult or the view', async () => {
    await saying.app.ask('POST', '/me/look', await saying.addChild(), { palette: 'sea' })
    const held = await saying.council.database.asOwner(async (query) => {
      const audit = await sql<{ row: string }>`select a::text as row from audit a`.execute(query)
      const history = await sql<{ row: string }>`select h::text as row from row_history h`.execute(query)
      return [...audit.rows, ...history.rows].map(({ row }) => row)
    })
    assert.ok(held.length > 0)
    for (const row of held) for (const what of [id, 'shouts', child.personId]) assert.ok(!row.includes(what), row)
  })

  test('where nobody can read it who is not close to them, it is said before a word is written', async () => {
    const other = await saying.addChild()
    const { lead } = saying.people
    await saying.council.relate(lead, other.personId, 'iro')
    const answer = await saying.app.ask('POST', '/me/say/adult', other, { about: lead.personId })
    assert.equal(answer.statusCode, 422)
    assert.match(textOf(answer.body), /too close to Lee\. So please do not write it here\..*0800 1111/)
    assert.deepEqual(await draftOf(other), {})
  })

  test('where that comes to be so while they write, it is said, with what to do, and nothing is lost', async () => {
    const other = await saying.addChild()
    const { lead, worker } = saying.people
    await saying.app.ask('POST', '/me/say/adult', other, { about: worker.personId })
    await saying.app.ask('POST', '/me/say/before', other)
    await saying.app.ask('POST', '/me/say/write', other, { words: 'Wren was unkind', do: 'next' })
    const endLead = (day: string | null) =>
      saying.council.database.asOwner((query) =>
        sql`update role_held set ends_on = ${day} where person_id = ${lead.personId}`.execute(query),
      )
    await endLead('2026-07-09')
    const answer = await saying.app.ask('POST', '/me/say/check', other, { beside: 'nobody' })
    await endLead(null)
    assert.equal(answer.statusCode, 422)
    assert.match(textOf(answer.body), /That did not go.*too close to Wren.*still here.*0800 1111/)
    assert.equal((await draftOf(other)).words, 'Wren was unkind')
  })
})

test('a colleague has no such pages, and begins no draft', async () => {
  for (const path of ['/me/say', '/me/say/adult', '/me/say/before', '/me/say/write', '/me/answers'])
    assert.equal((await saying.app.ask('GET', path, saying.people.worker)).statusCode, 404, path)
  assert.equal(
    (await saying.app.ask('POST', '/me/say', saying.people.worker, { to: saying.people.cover.personId })).statusCode,
    404,
  )
  assert.equal((await saying.app.ask('POST', '/me/say/draft', saying.people.worker, { words: 'x' })).statusCode, 404)
  assert.deepEqual(await draftOf(saying.people.worker), {})
})
