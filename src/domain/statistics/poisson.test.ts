import assert from 'node:assert/strict'
import { test } from 'node:test'
import { poissonFrom, poissonLimits, poissonUpTo } from './poisson.ts'

for (const [count, usual, chance] of [
  [0, 2, 0.1353],
  [2, 2, 0.6767],
  [4, 5, 0.4405],
  [10, 10, 0.583],
  [-1, 3, 0],
  [3, 0, 1],
] as const)
  test(`${count} or fewer where ${usual} are usual: ${chance}`, () => {
    assert.ok(Math.abs(poissonUpTo(count, usual) - chance) < 0.0001)
    assert.ok(Math.abs(poissonFrom(count + 1, usual) - (1 - chance)) < 0.0001)
  })

test('limits leave at most the tail outside on each side, and not one number more', () => {
  for (const usual of [0.5, 3, 40, 203, 800]) {
    const { low, high } = poissonLimits(usual, 0.00135)
    assert.ok(low === 0 || poissonUpTo(low - 1, usual) <= 0.00135)
    assert.ok(poissonUpTo(low, usual) > 0.00135)
    assert.ok(poissonFrom(high + 1, usual) <= 0.00135)
    assert.ok(poissonFrom(high, usual) > 0.00135, String(usual))
  }
})
