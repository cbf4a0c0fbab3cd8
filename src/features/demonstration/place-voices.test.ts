import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type Actor, type Database, openDatabase, type Query } from '../../database/database.ts'
import { migrate } from '../../database/migrate.ts'
import { listMyThemes, listThemes } from '../../shapes/voice/theme.store.ts'
import { readInbox, readMyReaders, readMyViews } from '../../shapes/voice/view.store.ts'
import { countWaitingAnswers } from '../../shapes/voice/waiting.store.ts'
import { loadDemonstration } from './load-demonstration.command.ts'

const today = '2026-07-10'
let database: Database
const people = new Map<string, Actor>()

before(async () => {
  database = await openDatabase({ engine: 'embedded', folder: 'memory://' })
  await migrate(database)
  const options = { children: 60, careExperienced: 30, years: 2, seed: 1, today }
  const { authorityId } = await loadDemonstration(database, options, () => {})
  const { rows } = await database.asOwner((query) =>
    sql<{ id: string; role: string }>`select p.person_id as id, h.role from picker_entry p
      join role_held h on h.authority_id = p.authority_id and h.person_id = p.person_id order by p.position`.execute(
      query,
    ),
  )
  for (const { role, id } of rows) if (!people.has(role)) people.set(role, { authorityId, personId: id, today })
})
after(() => database?.close())

const as = <T>(role: string, work: (query: Query) => Promise<T>) => database.as(people.get(role)!, work)

test('rule 5: the board sees that more than ten spoke of pets, nothing of what three said, and of nobody their words', async () => {
  const board = await as('board_member', listThemes)
  assert.equal(board.find(({ title }) => title === 'Pets')!.moreThan, 10)
  assert.ok(!board.some(({ title }) => title === 'The bus on Sundays'))
  const officer = await as('participation_officer', listThemes)
  assert.equal(officer.find(({ title }) => title === 'The bus on Sundays')!.moreThan, null)
  for (const role of ['board_member', 'director', 'performance_analyst', 'participation_officer', 'records_auditor'])
    for (const table of ['view', 'view_answer', 'theme_view'])
      assert.equal((await as(role, (query) => sql`select from ${sql.table(table)}`.execute(query))).rows.length, 0)
})

test('rule 34: what the board was told its group was told before, and the participation officer knows one answer more', async () => {
  const answered = async (role: string) =>
    (await as(role, listThemes)).flatMap(({ title, answers }) => (answers.length > 0 ? [title] : []))
  const [board, group, officer] = await Promise.all(
    ['board_member', 'young_representative', 'participation_officer'].map(answered),
  )
  assert.equal(board!.length, 3)
  for (const title of board!) assert.ok(group!.includes(title))
  assert.deepEqual(
    officer!.filter((title) => !board!.includes(title)),
    ['Seeing my brothers and sisters'],
  )
})

test('the child of nine has an answer waiting, is one of those who spoke of pets, and can choose who reads', async () => {
  assert.equal(await as('child', countWaitingAnswers), 1)
  assert.ok((await as('child', readMyViews)).some(({ words }) => words === 'I miss my dog'))
  assert.ok((await as('child', listMyThemes)).some(({ title, moreThan }) => title === 'Pets' && moreThan === 10))
  assert.ok((await as('child', readMyReaders)).length > 0)
})

test('rule 9: what is about an adult lies with the allegations lead alone', async () => {
  const { rows } = await database.asOwner((query) =>
    sql<{ id: string; about: string }>`select id, about_adult as about from view where about_adult is not null`.execute(
      query,
    ),
  )
  assert.equal(rows.length, 1)
  const inboxOf = async (actor: Actor) => (await database.as(actor, readInbox)).map(({ id }) => id)
  assert.deepEqual(await inboxOf(people.get('allegations_lead')!), [rows[0]!.id])
  assert.ok(!(await inboxOf({ ...people.get('child')!, personId: rows[0]!.about })).includes(rows[0]!.id))
})

test('rule 12: the hard news that nobody has told yet is not on its child’s page', async () => {
  const { rows } = await database.asOwner((query) =>
    sql<{ child: string; words: string }>`select v.child_id as child, a.words from view_answer a
      join view v on v.authority_id = a.authority_id and v.id = a.view_id where a.is_hard and a.told_on is null`.execute(
      query,
    ),
  )
  assert.ok(rows.length > 0)
  for (const { child, words } of rows) {
    const mine = await database.as({ ...people.get('child')!, personId: child }, readMyViews)
    assert.ok(!mine.some(({ answers }) => answers.some((answer) => answer.words === words)))
  }
})
