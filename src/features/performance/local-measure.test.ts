import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import {
  characteristics,
  engines,
  episode,
  makeTestCouncil,
  type TestCouncil,
  TODAY,
} from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'
import type { LocalMeasure } from '../../domain/local-measures/local-measure.ts'
import { addDays } from '../../domain/shared/calendar-date.ts'
import { workOutFigures } from './figures.command.ts'
import {
  addLocalMeasure,
  changeLocalMeasure,
  listLocalMeasures,
  listStated,
  stateValue,
} from './local-measure.store.ts'

const words: LocalMeasure['words'] = {
  title: 'Girls in our care',
  plainTitle: 'Girls in our care',
  whyItMatters: 'To try a filter.',
  theme: 'in care',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'none',
  period: 'as at',
  decimals: 0,
  whoIsCounted: 'Children in our care',
  whoIsMet: 'Girls',
  source: 'Our own',
  isSensitive: false,
}
const filter: NonNullable<LocalMeasure['filter']> = {
  kind: 'episode',
  when: 'on the day',
  base: 'in care',
  counted: [],
  met: [{ field: 'sex', operator: 'is', value: 'F' }],
}
const typed = {
  measureId: 'M46',
  fromOn: null,
  asAt: addDays(TODAY, -30),
  numerator: 20,
  denominator: 40,
  value: null,
  children: null,
  status: 'validated' as const,
  source: 'A list',
  replaces: null,
  reason: null,
}

for (const engine of engines) {
  describe(`a council’s own measures and numbers, on ${engine}`, () => {
    let council: TestCouncil
    let analyst: Actor
    const figure = async (id: string, knownOn: string | null = null) => {
      const { results } = await workOutFigures(council.database, council.council, TODAY, knownOn)
      return results.find((result) => result.id === id)
    }
    const asAnalyst = <T>(work: Parameters<typeof council.database.as<T>>[1]) => council.database.as(analyst, work)
    before(async () => {
      council = await makeTestCouncil(engine)
      analyst = await council.addStaff('performance_analyst')
      for (const [code, sex] of [
        ['K1', 'F'],
        ['K2', 'M'],
        ['K3', 'F'],
      ] as const) {
        const kid = await council.addChild({ code })
        const about = characteristics('2012-05-06')
        await council.state(kid, { ...about, data: { ...about.data, sex } })
        await council.state(kid, episode('2020-01-01'))
      }
    })
    after(async () => council?.close())

    test('a filter is worked out over the record, from the moment it is written', async () => {
      assert.equal(await figure('L01'), undefined)
      assert.equal(await asAnalyst((query) => addLocalMeasure(query, analyst, { words, filter })), 'L01')
      const result = (await figure('L01'))!
      assert.deepEqual([result.numerator, result.denominator, result.definition!.version], [2, 3, 1])
      assert.deepEqual(await figure('L01'), result)
    })

    test('another version is counted from now on, and the one before stays', async () => {
      const [measure] = await asAnalyst(listLocalMeasures)
      const boys = { ...filter, met: [{ ...filter.met[0]!, value: 'M' }] }
      await asAnalyst((query) => changeLocalMeasure(query, analyst, { ...measure!, filter: boys }, 'we ask about boys'))
      assert.deepEqual([(await figure('L01'))!.numerator, (await figure('L01'))!.definition!.version], [1, 2])
      const again = (await asAnalyst(listLocalMeasures))[0]!
      await asAnalyst((query) =>
        changeLocalMeasure(query, analyst, { ...again, isEnded: true }, 'not counted any longer'),
      )
      assert.equal(await figure('L01'), undefined)
      assert.equal((await asAnalyst(listLocalMeasures))[0]!.version, 3)
    })

    test('the next measure has the next id', async () => {
      assert.equal(await asAnalyst((query) => addLocalMeasure(query, analyst, { words, filter: null })), 'L02')
      assert.match((await figure('L02'))!.cannotCompute!, /type the number in/)
    })

    test('a typed number is a figure; one that replaces it says why, and the first stays on file', async () => {
      assert.match((await figure('M46'))!.cannotCompute!, /does not hold/)
      await asAnalyst((query) => stateValue(query, analyst, typed))
      assert.equal((await figure('M46'))!.value, 50)
      const [first] = await asAnalyst((query) => listStated(query, 'M46'))
      const next = { ...typed, numerator: 10, replaces: first!.id, reason: 'counted twice' }
      await asAnalyst((query) => stateValue(query, analyst, next))
      assert.equal((await figure('M46'))!.value, 25)
      assert.equal((await asAnalyst((query) => listStated(query, 'M46'))).length, 2)
      // A second first number of the day, and a second replacement of the same one, are no way round it.
      await assert.rejects(
        asAnalyst((query) => stateValue(query, analyst, typed)),
        /stated_value_first/,
      )
      await assert.rejects(
        asAnalyst((query) => stateValue(query, analyst, next)),
        /stated_value_next/,
      )
    })

    test('who may not see true figures reads no typed number', async () => {
      const board = await council.addStaff('board_member')
      assert.deepEqual(await council.database.as(board, (query) => listStated(query)), [])
      assert.equal((await council.database.as(board, listLocalMeasures)).length, 2)
    })
  })
}
