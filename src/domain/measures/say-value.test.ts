import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayChildren } from './say-children.ts'
import { sayNumber, sayValue } from './say-value.ts'

const cases: [number, 'count' | 'percent' | 'rate', number, string][] = [
  [634, 'count', 0, '634'],
  [81_770, 'count', 0, '81,770'],
  [18.927, 'percent', 0, '19%'],
  [52.5, 'percent', 0, '53%'],
  [87.7437, 'rate', 0, '88'],
  [0, 'percent', 0, '0%'],
  [0.5, 'percent', 0, '1%'],
  [0.49, 'percent', 0, 'less than 0.5%'],
  [0.04, 'percent', 1, 'less than 0.05%'],
  [12.45, 'percent', 1, '12.5%'],
]

test('a value is said with its unit, and a nought only for a true nought', () => {
  for (const [value, kind, decimals, words] of cases) assert.equal(sayValue(value, { kind, decimals }), words)
})

test('numbers have commas between thousands', () => {
  assert.deepEqual(
    [0, 999, 1000, 1234567, -1500].map((value) => sayNumber(value)),
    ['0', '999', '1,000', '1,234,567', '-1,500'],
  )
  assert.equal(sayNumber(1234.5678, 2), '1,234.57')
})

test('one child is a child', () => {
  assert.deepEqual([0, 1, 2].map(sayChildren), ['0 children', '1 child', '2 children'])
})
