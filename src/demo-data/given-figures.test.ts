import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkStated } from '../domain/local-measures/check-stated.ts'
import { readLocalMeasure, toMeasure } from '../domain/local-measures/local-measure.ts'
import { resultOfStated } from '../domain/local-measures/stated-value.ts'
import { findMeasure } from '../domain/measures/all-measures.ts'
import { DEMO_LOCAL_MEASURES, makeGivenFigures } from './given-figures.ts'

const locals = DEMO_LOCAL_MEASURES.map((local) => ({ ...local, version: 1, isEnded: false }))
const measureOf = (id: string) => findMeasure(id) ?? toMeasure(locals.find((local) => local.id === id)!)

for (const today of ['2026-03-31', '2026-04-01', '2026-07-31', '2026-08-01', '2026-11-22', '2028-02-29']) {
  test(`on ${today} every typed number of Exampleshire could have been typed by a person`, () => {
    const given = makeGivenFigures({ children: 60, today })
    assert.equal(new Set(given.map(({ measureId, asAt }) => `${measureId} ${asAt}`)).size, given.length)
    for (const one of given) {
      const text = (number: number | null) => (number === null ? '' : String(number))
      const typed = {
        from: one.fromOn ?? '',
        asAt: one.asAt,
        numerator: text(one.numerator),
        denominator: text(one.denominator),
        value: text(one.value),
        children: text(one.children),
        status: one.status,
        source: one.source,
        reason: '',
      }
      const { errors } = checkStated(measureOf(one.measureId), typed, { today, isReplacing: false })
      assert.deepEqual(errors, [], `${one.measureId} ${one.asAt}`)
      assert.ok(one.statedOn <= today && one.statedOn >= one.asAt)
    }
  })
}

test('each stands for today, and none is taken for part of a year', () => {
  const today = '2026-11-22'
  const given = makeGivenFigures({ children: 60, today }).map((one, index) => ({
    ...one,
    id: String(index),
    statedBy: 'Ana',
    replaces: null,
    reason: null,
  }))
  for (const id of new Set(given.map(({ measureId }) => measureId))) {
    const result = resultOfStated(measureOf(id), given, today)!
    assert.deepEqual([result.cannotCompute, result.isPartYear], [null, false], id)
  }
})

test('the measures of its own can be read', () => {
  for (const local of locals) assert.deepEqual(readLocalMeasure(JSON.parse(JSON.stringify(local))), local)
})
