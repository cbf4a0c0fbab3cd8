import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allMeasures } from '../../domain/measures/all-measures.ts'
import { makeCount, makePercent } from '../../domain/measures/make-result.ts'
import { inOrder } from './given-figures.ts'
import { fromKept, nameOf, toKept } from './kept-results.ts'

const ids = Array.from({ length: 300 }, (_, index) => `child-${index}`)
const results = [
  makeCount({ id: 'M01', title: 'All' }, ids, { asAt: '2026-03-31' }),
  makePercent({ id: 'M20', title: 'Some' }, { met: ids.slice(0, 3), counted: [...ids] }, { asAt: '2026-03-31' }),
  makePercent({ id: 'M25', title: 'One' }, { met: ['child-1'], counted: [...ids] }, { asAt: '2026-03-31' }),
]

test('the same long list is written once, and every result comes back as it was', () => {
  const text = JSON.stringify(toKept(results))
  assert.ok(text.length < JSON.stringify(results).length / 3)
  assert.deepEqual(fromKept(JSON.parse(text)), results)
  assert.deepEqual(fromKept(JSON.parse(text).toReversed()), results.toReversed())
})

test('a list that is not there is not guessed at', () => {
  assert.equal(fromKept(toKept(results).slice(1)), null)
})

test('a result by another wording of its definition is another one, and its lists are its own', () => {
  const [, some] = results
  const anew = { ...some!, wording: 2, met: ids.slice(0, 9) }
  const kept = toKept([...results, anew])
  assert.deepEqual(fromKept(kept), [...results, anew])
  assert.equal(nameOf(anew), 'M20.2')
  const given = { locals: [], stated: [] }
  const whole = allMeasures.map((measure) => makeCount(measure, [], { asAt: '2026-03-31' }))
  assert.equal(inOrder(whole, given)?.length, allMeasures.length)
  assert.equal(inOrder([{ ...whole[0]!, wording: 9 }, ...whole.slice(1)], given), null)
})
