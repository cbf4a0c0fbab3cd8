import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { engines, episode, makeTestCouncil, type TestCouncil, TODAY } from '../../../test/kit/council.ts'
import { textOf } from '../../../test/kit/saying.ts'
import type { Actor } from '../../database/database.ts'
import { endCover, listCovers, listWithoutCover, nameCover } from '../../shapes/voice/cover.store.ts'
import { listMissing } from '../../shapes/voice/safe-door.store.ts'
import { type CoverTyped, checkCover } from './cover.form.ts'

for (const engine of engines) {
  describe(`covers, on ${engine}`, () => {
    let council: TestCouncil
    let app: TestApp
    const people: Record<string, Actor> = {}
    const text = async (who: Actor) => textOf((await app.ask('GET', '/covers', who)).body)
    const missing = () =>
      council.database.as(people.keeper!, (query) => listMissing(query, council.council.authorityId))

    before(async () => {
      council = await makeTestCouncil(engine, 'real')
      app = await makeTestApp(council)
      people.worker = await council.addStaff('social_worker', 'Wren Example')
      people.other = await council.addStaff('social_worker', 'Cov Sample')
      people.keeper = await council.addStaff('safeguarding_lead', 'Saf Example')
      const child = await council.addChild({ code: '1' })
      await council.relate(people.worker, child, 'social_worker')
      await council.state(child, episode('2025-01-01'))
    })
    after(() => app.close())

    test('rule 10: on real data the door stays shut while one whom a child can choose has no cover', async () => {
      assert.ok((await missing()).includes('cover'))
      assert.match(await text(people.keeper!), /cannot choose one person.*Nobody covers for Wren Example/)
      assert.match(await text(people.worker!), /Children cannot choose you: nobody covers for you today/)
      assert.match(textOf((await app.ask('GET', '/', people.worker!)).body), /nobody covers for you today/)
    })

    test('a worker names their own cover and nobody else’s; whoever keeps the door names anybody’s', async () => {
      const form = { for: people.other!.personId, cover: people.other!.personId, from: TODAY, until: '2026-08-01' }
      assert.equal((await app.ask('POST', '/covers', people.worker!, form)).statusCode, 303)
      assert.match(await text(people.worker!), /Cov Sample reads for you when/)
      assert.match(
        textOf((await app.ask('GET', '/', people.other!)).body),
        /You read for Wren Example until 1 August 2026/,
      )
      assert.ok(!(await missing()).includes('cover'))
      await assert.rejects(
        council.database.as(people.other!, (query) =>
          nameCover(query, {
            forId: people.worker!.personId,
            coverId: people.keeper!.personId,
            startsOn: TODAY,
            endsOn: null,
          }),
        ),
      )
      const byKeeper = { for: people.other!.personId, cover: people.worker!.personId, from: TODAY, until: '' }
      assert.equal((await app.ask('POST', '/covers', people.keeper!, byKeeper)).statusCode, 303)
      assert.match(await text(people.keeper!), /Wren Example reads for Cov Sample/)
    })

    test('rule 41: nobody of a board covers for anybody: not offered, and refused by the database', async () => {
      const board = await council.addStaff('board_member', 'Bo Boardman')
      assert.doesNotMatch(await text(people.worker!), /Boardman/)
      assert.doesNotMatch(await text(people.keeper!), /Boardman/)
      const form = { for: people.worker!.personId, cover: board.personId, from: TODAY, until: '' }
      assert.equal((await app.ask('POST', '/covers', people.worker!, form)).statusCode, 422)
      for (const who of [people.worker!, people.keeper!])
        await assert.rejects(
          council.database.as(who, (query) =>
            nameCover(query, {
              forId: people.worker!.personId,
              coverId: board.personId,
              startsOn: TODAY,
              endsOn: null,
            }),
          ),
          { code: '42501' },
        )
    })

    test('only the one who is covered, or the keeper of the door, ends it; who lacks one is for the keeper alone', async () => {
      const covers = await council.database.as(people.worker!, (query) => listCovers(query, people.worker!.personId))
      const mine = covers.find(({ forId }) => forId === people.worker!.personId)!
      const end = (who: Actor) => council.database.as(who, (query) => endCover(query, mine.id))
      assert.equal(await end(people.other!), false)
      assert.equal(await end(people.worker!), true)
      assert.deepEqual(await council.database.as(people.worker!, listWithoutCover), [])
      assert.equal((await app.ask('POST', `/covers/${crypto.randomUUID()}/end`, people.worker!)).statusCode, 404)
    })
  })
}

const known = new Set(['a', 'b'])
const cases: [string, Partial<CoverTyped>, string | null][] = [
  ['from today on, without an end', {}, null],
  ['for one day', { until: TODAY }, null],
  ['nobody', { cover: '' }, 'cover'],
  ['themselves', { cover: 'a' }, 'cover'],
  ['somebody who is not here', { cover: 'c' }, 'cover'],
  ['from yesterday on', { from: '2026-07-09' }, 'from'],
  ['over before it began', { until: '2026-07-09' }, 'until'],
]
for (const [name, given, field] of cases)
  test(`a cover: ${name} is ${field === null ? 'taken' : `refused at “${field}”`}`, () => {
    const { errors } = checkCover({ for: 'a', cover: 'b', from: TODAY, until: '', ...given }, known, TODAY)
    assert.deepEqual(
      errors.map((error) => error.field),
      field === null ? [] : [field],
    )
  })
