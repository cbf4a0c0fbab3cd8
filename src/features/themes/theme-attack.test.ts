import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import type { Actor, Query } from '../../database/database.ts'
import type { RoleName } from '../../domain/access/roles.ts'
import { joinKnots } from '../../shapes/plan/knot-join.store.ts'
import { beginTheme, listThemes, putToTheme, takeOutOfTheme } from '../../shapes/voice/theme.store.ts'
import { openView, sendView, withdrawView } from '../../shapes/voice/view.store.ts'

/** Everybody who was told nothing, trying to find out which child said something. */
const OUTSIDERS: RoleName[] = [
  'board_member',
  'young_representative',
  'director',
  'clerk',
  'strategy_lead',
  'participation_officer',
  'performance_analyst',
  'records_auditor',
  'administrator',
  'team_manager',
  'service_manager',
  'iro',
  'safeguarding_lead',
  'allegations_lead',
  'duty_worker',
]
const WORDS = 'zebrafinch at the window'
const PLEDGE = '00000000-0000-4000-8000-000000000081'

let council: TestCouncil
let app: TestApp
let worker: Actor
const outsiders = new Map<RoleName, Actor>()
const children: Actor[] = []
const views: string[] = []
const themes: Record<string, string> = {}

const as = <T>(actor: Actor, work: (query: Query) => Promise<T>) => council.database.as(actor, work)
const named = (title: string) =>
  as(outsiders.get('participation_officer')!, (query) =>
    beginTheme(query, council.council.authorityId, { title, about: '' }),
  )
const put = async (number: number, theme: string) =>
  (await app.ask('POST', `/themes/views/${views[number]}`, worker, { theme })).statusCode === 303

before(async () => {
  council = await makeTestCouncil()
  app = await makeTestApp(council)
  worker = await council.addStaff('social_worker', 'Wren Example')
  const cover = await council.addStaff('social_worker', 'Cov Example')
  for (const role of OUTSIDERS) outsiders.set(role, await council.addStaff(role, `Otto ${role}`))
  await council.addTeam(
    outsiders.get('team_manager')!,
    [worker],
    await council.addTeam(outsiders.get('service_manager')!, []),
  )
  await council.database.asOwner(async (query) => {
    const { authorityId } = council.council
    await sql`insert into cover (authority_id, for_person, covered_by, starts_on) values (${authorityId}, ${worker.personId}, ${cover.personId}, '2020-01-01')`.execute(
      query,
    )
    await sql`insert into plan (authority_id, id, kind, title) values (${authorityId}, ${PLEDGE}, 'pledge', 'Our pledge')`.execute(
      query,
    )
    await sql`insert into plan_item (authority_id, id, plan_id, position, title, party) values (${authorityId}, ${PLEDGE}, ${PLEDGE}, 1, 'We listen', 'we')`.execute(
      query,
    )
  })
  for (let number = 0; number < 7; number++) {
    const kid = await council.addChild({ code: `94100${number}`, given: `Quill${number}`, role: 'child' })
    await council.relate(worker, kid, 'social_worker')
    await council.relate(outsiders.get('iro')!, kid, 'iro')
    const child = council.actor(kid)
    const said = { words: `${WORDS} ${number}`, feeling: null, pictures: [], beside: 'nobody', mayBeCounted: true }
    const how = { to: worker.personId, about: null, coverFrom: '2099-01-01T09:00' }
    const view = (await as(child, (query) => sendView(query, said, how)))!
    await as(worker, (query) => openView(query, view))
    children.push(child)
    views.push(view)
  }
  for (const title of ['Aviary', 'Badger', 'Cello']) themes[title] = await named(title)
  for (const title of ['Aviary', 'Badger'])
    await as(outsiders.get('participation_officer')!, (query) =>
      joinKnots(
        query,
        outsiders.get('participation_officer')!,
        { kind: 'theme', ref: themes[title]! },
        { kind: 'promise', ref: PLEDGE },
      ),
    )
  for (let number = 0; number < 6; number++) await put(number, themes.Aviary!)
  for (let number = 0; number < 5; number++) await put(number, themes.Badger!)
})
after(() => app.close())

test('rule 5: no row of any table, history and traces included, ties a child or their words to a theme for anybody who was not told', async () => {
  for (const [role, actor] of outsiders)
    await as(actor, async (query) => {
      for (const table of [
        'view',
        'view_reader',
        'view_opened',
        'view_answer',
        'view_reply',
        'view_draft',
        'theme_view',
      ])
        assert.equal((await sql`select from ${sql.table(table)}`.execute(query)).rows.length, 0, `${role} ${table}`)
      const { rows } = await sql<{
        line: string
      }>`select a::text as line from audit a union all select h::text from row_history h
        union all select j::text from knot_join j union all select t::text from theme t union all select n::text from kept.heard_children() n`.execute(
        query,
      )
      for (const { line } of rows) {
        assert.ok(!line.includes(WORDS) && !views.some((id) => line.includes(id)), `${role} ${line}`)
        // A trace that names worker and theme would tell whose children it was.
        if (line.includes(worker.personId))
          assert.ok(!Object.values(themes).some((id) => line.includes(id)), `${role} ${line}`)
      }
    })
})

test('rule 5: no page about the theme, and no search, says who or what to anybody who was not told', async () => {
  const pages = ['/themes', `/themes/${themes.Aviary}`, `/promises/${PLEDGE}`, '/meetings', '/who-looked', '/', '/open']
  const searches = ['zebrafinch', views[0]!, 'Aviary'].map((words) => `/children?q=${encodeURIComponent(words)}`)
  for (const [role, actor] of outsiders)
    for (const path of [...pages, ...searches]) {
      const { body } = await app.ask('GET', path, actor)
      assert.doesNotMatch(body, /zebrafinch at/, `${role} ${path}`)
      // A reviewing officer or manager may know the child; that this child spoke they do not learn.
      if (!path.startsWith('/children')) assert.doesNotMatch(body, /Quill\d/, `${role} ${path}`)
      assert.ok(!views.some((id) => body.replaceAll(path, '').includes(`/${id}`)), `${role} ${path}`)
    }
})

test('rule 5: a theme of five is not there for the board, its promise or the thread; the sixth child brings it, and taking back takes it away', async () => {
  const board = outsiders.get('board_member')!
  const seen = async () => {
    const bodies = await Promise.all(
      ['/themes', `/promises/${PLEDGE}`].map(async (path) => (await app.ask('GET', path, board)).body),
    )
    const titles = (await as(board, listThemes)).map(({ title }) => title)
    const status = (await app.ask('GET', `/themes/${themes.Badger}`, board)).statusCode
    return [titles.includes('Badger'), status === 200, ...bodies.map((body) => body.includes('Badger'))]
  }
  assert.deepEqual(await seen(), [false, false, false, false])
  await put(5, themes.Badger!)
  assert.deepEqual(await seen(), [true, true, true, true])
  await as(children[5]!, (query) => withdrawView(query, views[5]!))
  assert.deepEqual(await seen(), [false, false, false, false])
  // The other theme had exactly six, and loses the same child.
  assert.ok(!(await as(board, listThemes)).some(({ title }) => title === 'Aviary'))
  await put(6, themes.Aviary!)
  assert.equal((await as(board, listThemes)).find(({ title }) => title === 'Aviary')!.moreThan, 5)
})

test('rule 39: for those who help young people speak, a theme of nobody and one of five look the same', async () => {
  const officer = outsiders.get('participation_officer')!
  const look = async () =>
    (await as(officer, listThemes))
      .filter(({ title }) => title !== 'Aviary')
      .map(({ title, moreThan }) => [title, moreThan])
  assert.deepEqual(await look(), [
    ['Badger', null],
    ['Cello', null],
  ])
  await as(worker, async (query) => {
    for (let number = 0; number < 5; number++) await takeOutOfTheme(query, views[number]!, themes.Badger!)
    for (let number = 0; number < 5; number++) await putToTheme(query, views[number]!, themes.Cello!)
  })
  assert.deepEqual(await look(), [
    ['Badger', null],
    ['Cello', null],
  ])
})

test('a known id opens nothing: a view is put to a theme, or taken out, only by whoever was told it', async () => {
  for (const [role, actor] of outsiders) {
    const path = `/themes/views/${views[0]}`
    assert.equal((await app.ask('POST', path, actor, { theme: themes.Badger! })).statusCode, 404, role)
    await app.ask('POST', path, actor, { take: themes.Cello! })
    await assert.rejects(
      as(actor, (query) =>
        sql`insert into theme_view (authority_id, theme_id, view_id) values ((select authority()), ${themes.Badger}, ${views[0]})`.execute(
          query,
        ),
      ),
      /row-level security/,
      role,
    )
  }
  const { rows } = await as(worker, (query) =>
    sql`select from theme_view where theme_id = ${themes.Cello} and taken_out_on is null`.execute(query),
  )
  assert.equal(rows.length, 5)
})

test('rule 15: whoever is barred from the child afterwards no longer sees what they put to a theme themselves', async () => {
  await council.relate(worker, children[0]!.personId, 'barred', '2020-01-01')
  const mine = await as(worker, (query) => sql`select from theme_view where view_id = ${views[0]}`.execute(query))
  assert.equal(mine.rows.length, 0)
  assert.equal(await put(0, themes.Badger!), false)
})
