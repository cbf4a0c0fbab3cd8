import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roundHalfUp } from './round-half-up.ts'

const cases: [number, number, number][] = [
  [2.5, 0, 3],
  [0.5, 0, 1],
  [-2.5, 0, -3],
  [12.45, 1, 12.5],
  [5.5901, 2, 5.59],
  [0.49, 0, 0],
  [-0.4, 0, 0],
  [1.005, 2, 1.01],
  [87.7437, 0, 88],
  [52.7426, 0, 53],
  [100, 0, 100],
]

test('halves are rounded away from nought, as the published figures are', () => {
  for (const [value, decimals, expected] of cases)
    assert.equal(roundHalfUp(value, decimals), expected, `${value} to ${decimals}`)
})
