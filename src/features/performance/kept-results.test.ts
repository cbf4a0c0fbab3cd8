import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeCount, makePercent } from '../../domain/measures/make-result.ts'
import { fromKept, toKept } from './kept-results.ts'

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
