import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'
import { openView, sendView } from '../../shapes/voice/view.store.ts'

let council: TestCouncil
let app: TestApp
let officer: Actor
let worker: Actor
let board: Actor
const children: Actor[] = []
const views: string[] = []
let theme = ''

before(async () => {
  council = await makeTestCouncil()
  app = await makeTestApp(council)
  officer = await council.addStaff('participation_officer', 'Par Example')
  worker = await council.addStaff('social_worker', 'Wren Example')
  board = await council.addStaff('board_member', 'Bo Example')
  const cover = await council.addStaff('social_worker', 'Cov Example')
  const { authorityId } = council.council
  await council.database.asOwner(async (query) => {
    await sql`insert into cover (authority_id, for_person, covered_by, starts_on) values (${authorityId}, ${worker.personId}, ${cover.personId}, '2020-01-01')`.execute(
      query,
    )
    const pledge = '00000000-0000-4000-8000-000000000071'
    await sql`insert into plan (authority_id, id, kind, title) values (${authorityId}, ${pledge}, 'pledge', 'Our pledge')`.execute(
      query,
    )
    await sql`insert into plan_item (authority_id, id, plan_id, position, title, party) values (${authorityId}, ${pledge}, ${pledge}, 1, 'Close to what you know', 'we')`.execute(
      query,
    )
  })
  for (let number = 0; number < 6; number++) {
    const kid = await council.addChild({ code: `K${number}`, given: `Kit${number}`, role: 'child' })
    await council.relate(worker, kid, 'social_worker')
    const child = council.actor(kid)
    children.push(child)
    const said = { words: 'I miss my dog', feeling: null, pictures: [], beside: 'nobody', mayBeCounted: true }
    views.push(
      (await council.database.as(child, (query) =>
        sendView(query, said, { to: worker.personId, about: null, coverFrom: '2099-01-01T09:00' }),
      ))!,
    )
  }
})
after(() => app.close())

test('the participation officer begins a theme; a name that is none is refused with what was typed', async () => {
  const wrong = await app.ask('POST', '/themes/new', officer, { title: 'P', about: 'Dogs and cats' })
  assert.equal(wrong.statusCode, 422)
  assert.match(wrong.body, /Name the theme in 2 to 80 letters/)
  assert.match(wrong.body, /Dogs and cats/)
  assert.notEqual((await app.ask('GET', '/themes/new', board)).statusCode, 200)
  const made = await app.ask('POST', '/themes/new', officer, { title: 'Pets', about: 'Dogs and cats' })
  theme = String(made.headers.location).split('?')[0]!
  assert.match(
    (await app.ask('GET', theme, officer)).body,
    /The theme|said by five children or fewer|five children or fewer/,
  )
})

test('rule 5: the count appears with the sixth child, and never who', async () => {
  const id = theme.split('/').at(-1)!
  for (const [number, view] of views.entries()) {
    await council.database.as(worker, (query) => openView(query, view))
    assert.equal((await app.ask('POST', `/themes/views/${view}`, officer, { theme: id })).statusCode, 404)
    assert.equal((await app.ask('POST', `/themes/views/${view}`, worker, { theme: id })).statusCode, 303)
    const { body } = await app.ask('GET', theme, board)
    assert.equal(/“Pets”: more than five children said something about it/.test(body), number === 5)
    assert.doesNotMatch(body, /Kit\d|I miss my dog|Wren/)
  }
  assert.match(
    (await app.ask('GET', '/themes', board)).body,
    /“Pets” comes up most: more than five children spoke of it/,
  )
})

test('it is joined to a promise, whose page says the count, both ways on the thread', async () => {
  const { body } = await app.ask('GET', theme, officer)
  const value = /<option value="(promise:[^"]+)"/.exec(body)![1]!
  assert.equal((await app.ask('POST', `${theme}/join`, officer, { to: '' })).statusCode, 422)
  assert.equal((await app.ask('POST', `${theme}/join`, board, { to: value })).statusCode, 404)
  await app.ask('POST', `${theme}/join`, officer, { to: value })
  const promise = `/promises/${value.split(':')[1]}`
  assert.match((await app.ask('GET', promise, board)).body, /More than five children spoke of “Pets”/)
  assert.ok((await app.ask('GET', theme, board)).body.includes(promise))
})

test('rule 34: an answer is told to the children, their group, the board and everybody, in that order', async () => {
  assert.equal((await app.ask('POST', `${theme}/answer`, officer, { kind: '', words: 'Yes' })).statusCode, 422)
  await app.ask('POST', `${theme}/answer`, officer, { kind: 'we did', words: 'Foster homes say if a pet can visit.' })
  const answerOf = async (actor: Actor | null, path = theme) =>
    /Foster homes say if a pet can visit/.test((await app.ask('GET', path, actor)).body)
  const told = /action="(\/themes\/answers\/[^"]+)"/.exec((await app.ask('GET', theme, officer)).body)![1]!
  assert.equal(await answerOf(board), false)
  assert.equal((await app.ask('POST', told, officer, { who: 'public' })).statusCode, 404)
  for (const who of ['children', 'group']) await app.ask('POST', told, officer, { who })
  assert.equal(await answerOf(board), false)
  await app.ask('POST', told, officer, { who: 'board' })
  assert.equal(await answerOf(board), true)
  assert.equal(await answerOf(null, '/open'), false)
  await app.ask('POST', told, officer, { who: 'public' })
  const { body } = await app.ask('GET', '/open', null)
  assert.match(body, /More than five children spoke of “Pets”/)
  assert.match(body, /We did:<\/strong> Foster homes say if a pet can visit/)
})
