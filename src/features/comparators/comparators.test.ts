import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { characteristics, engines, episode, makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'
import { findMeasure } from '../../domain/measures/all-measures.ts'
import { acceptRelease, listChanges, listPublished, setReleaseAside } from './comparator.store.ts'
import { readComparison, readPublishedGoals } from './present-comparison.ts'
import { takeFile } from './read-file.command.ts'

const folder = new URL('../../../test/vectors/comparators/', import.meta.url)
const RATES = readFileSync(new URL('cla_number_and_rate_per_10k_children.csv', folder))
const given = { fileName: 'rates.csv', title: 'Children looked after, 2025', publishedOn: '2025-11-20', source: 'DfE' }

for (const engine of engines) {
  describe(`comparators on ${engine}`, () => {
    let council: TestCouncil
    let analyst: Actor
    before(async () => {
      council = await makeTestCouncil(engine)
      analyst = await council.addStaff('performance_analyst')
    })
    after(() => council.close())
    const take = (bytes: Uint8Array) =>
      takeFile(
        { database: council.database, council: { ...council.council, code: '831' }, actor: analyst },
        { ...given, bytes },
      )
    const published = () => council.database.as(analyst, (query) => listPublished(query, 'M02'))

    test('a file counts once it is accepted, and the same file again changes nothing', async () => {
      const taken = await take(RATES)
      assert.ok('id' in taken && !taken.isKnown)
      assert.deepEqual(await published(), [])
      await council.database.as(analyst, (query) => acceptRelease(query, taken.id, '2026-01-02'))
      assert.equal((await published()).find((value) => value.code === '831' && value.year === 2025)!.value, 88)
      const again = await take(RATES)
      assert.ok('id' in again && again.isKnown && again.id === taken.id)
    })

    test('a later release says first what it changes, and once set aside changes nothing', async () => {
      const later = Buffer.from(RATES.toString('utf8').replace(',545,88', ',545,87'))
      const taken = await take(later)
      assert.ok('id' in taken)
      const changes = await council.database.as(analyst, (query) => listChanges(query, taken.id))
      assert.deepEqual(
        changes.map(({ measureId, year, was, now }) => [measureId, year, was, now]),
        [['M02', 2025, '88', '87']],
      )
      await council.database.as(analyst, (query) => setReleaseAside(query, taken.id, '2026-01-03'))
      assert.equal((await published()).find((value) => value.code === '831' && value.year === 2025)!.value, 88)
    })

    test('a bad file is refused with row and column, and leaves nothing', async () => {
      const taken = await take(
        Buffer.from(RATES.toString('utf8').replace(',545,88', ',545,many').replace('Children looked after, ', '')),
      )
      assert.ok('faults' in taken)
      assert.match(taken.faults[0]!, /^Row \d+, rate_per_10000: “many” is neither a number nor a sign/)
    })

    test('what a target may point at is of the newest year, and has no best quarter where nothing is good', async () => {
      const goals = await council.database.as(analyst, (query) =>
        readPublishedGoals(query, { code: '831', onsCode: 'E06000015' }, 'M02'),
      )
      assert.deepEqual(goals, {
        year: 2025,
        values: { England: 67, 'councils like ours': null, 'the best quarter': null },
      })
      assert.equal(
        await council.database.as(analyst, (query) => readPublishedGoals(query, council.council, 'M20')),
        null,
      )
    })

    test('how many more would have put us in the next quarter is said of published numbers', async () => {
      const councils = Array.from({ length: 8 }, (_, at) => ({ code: String(700 + at), value: 80 + 2 * at }))
      await council.database.asOwner(async (query) => {
        const { authorityId } = council.council
        const { rows } = await sql<{ id: string }>`insert into comparator_release
          (authority_id, kind, title, published_on, source, file_name, sha256, findings, taken_by, accepted_on)
          values (${authorityId}, 'figures', 'Leavers', '2025-11-20', 'DfE', 'l.csv', ${'0'.repeat(64)}, '[]', ${analyst.personId}, '2026-01-02') returning id`.execute(
          query,
        )
        for (const { code, value } of councils)
          await sql`insert into comparator_value (authority_id, release_id, measure_id, year, level, code, name, value, raw, count)
            values (${authorityId}, ${rows[0]!.id}, 'M112', 2025, 'authority', ${code}, ${code}, ${value}, ${String(value)}, ${value})`.execute(
            query,
          )
      })
      const steps = async (code: string) =>
        (await readComparison(
          { database: council.database, actor: analyst, council: { ...council.council, code, onsCode: null } },
          findMeasure('M112')!,
        ))!.steps
      assert.equal(await steps('701'), '2 more, of about 100, would have put us in the next better quarter.')
      assert.equal(await steps('707'), '')
    })

    test('how we stand is said in words, and with no good direction never as better or worse', async () => {
      const comparison = (await readComparison(
        {
          database: council.database,
          actor: analyst,
          council: { ...council.council, code: '831', onsCode: 'E06000015' },
        },
        findMeasure('M02')!,
      ))!
      assert.equal(comparison.sentence, 'In 2025 ours was lower than the year before and higher than England.')
      assert.deepEqual(comparison.table.rows[1], ['England', '69', '67'])
      assert.equal(comparison.band, null)
    })
  })
}

describe('comparators over HTTP', () => {
  let council: TestCouncil
  let app: TestApp
  let analyst: Actor
  let board: Actor
  before(async () => {
    council = await makeTestCouncil()
    app = await makeTestApp(council)
    analyst = await council.addStaff('performance_analyst')
    board = await council.addStaff('board_member')
    const kid = await council.addChild({ code: 'K1' })
    await council.state(kid, characteristics('2012-05-06'))
    await council.state(kid, episode('2020-01-01'))
  })
  after(() => app.close())

  test('what is missing is said; the analyst accepts what waits, and a board member sees it beside our figure', async () => {
    const empty = await app.ask('POST', '/figures/comparators/new', analyst, { title: 'Kept words' })
    assert.equal(empty.statusCode, 422)
    assert.match(empty.body, /Choose the file[\s\S]*value="Kept words"/)
    assert.equal((await app.ask('GET', '/figures/comparators/new', board)).statusCode, 404)
    const taken = await takeFile(
      { database: council.database, council: council.council, actor: analyst },
      { ...given, bytes: RATES },
    )
    assert.ok('id' in taken)
    const url = `/figures/comparators/${taken.id}`
    assert.match((await app.ask('GET', url, analyst)).body, /waits to be accepted[\s\S]*Let it count/)
    assert.doesNotMatch((await app.ask('GET', '/figures/M02', board)).body, /Beside others/)
    assert.equal((await app.ask('POST', url, board, { answer: 'accept' })).statusCode, 404)
    assert.equal((await app.ask('POST', url, analyst, { answer: 'accept' })).statusCode, 303)
    assert.match(
      (await app.ask('GET', '/figures/M02', board)).body,
      /Beside others[\s\S]*England[\s\S]*Source: DfE, Children looked after, 2025, 20 November 2025/,
    )
    assert.match((await app.ask('GET', '/figures/comparators', board)).body, /1 published file stands/)
  })
})
