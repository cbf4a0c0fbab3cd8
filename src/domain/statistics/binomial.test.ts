import assert from 'node:assert/strict'
import { test } from 'node:test'
import { binomialLimits, chanceFrom, chanceOf, chanceUpTo, exactInterval } from './binomial.ts'

function isNear(found: number, known: number, by = 0.0005): void {
  assert.ok(Math.abs(found - known) <= by, `${found} is not ${known}`)
}

test('the chance of heads is known: 5 of 10 comes 252 times in 1,024', () => {
  isNear(chanceOf(5, 10, 0.5), 252 / 1024, 1e-12)
  isNear(chanceUpTo(10, 10, 0.3), 1, 1e-12)
  isNear(chanceFrom(0, 10, 0.3), 1, 1e-12)
  assert.equal(chanceOf(11, 10, 0.5), 0)
  assert.equal(chanceOf(0, 10, 0), 1)
  assert.equal(chanceOf(10, 10, 1), 1)
})

// Known values of Clopper and Pearson's table, as printed in many textbooks.
for (const [met, base, level, low, high] of [
  [0, 10, 0.95, 0, 0.3085],
  [1, 10, 0.95, 0.0025, 0.445],
  [5, 10, 0.95, 0.1871, 0.8129],
  [10, 10, 0.95, 0.6915, 1],
  [15, 50, 0.95, 0.1786, 0.4461],
  [0, 30, 0.9, 0, 0.095],
] as const)
  test(`the exact ${level * 100}% interval of ${met} of ${base} is ${low} to ${high}`, () => {
    const found = exactInterval(met, base, level)
    isNear(found.low, low)
    isNear(found.high, high)
  })

test('limits leave at most the tail outside on each side, and not one number more', () => {
  for (const [base, share] of [
    [20, 0.1],
    [50, 0.5],
    [7, 0.9],
    [400, 0.03],
  ] as const) {
    const { low, high } = binomialLimits(base, share, 0.00135)
    assert.ok(chanceUpTo(low - 1, base, share) <= 0.00135 || low === 0)
    assert.ok(chanceUpTo(low, base, share) > 0.00135)
    assert.ok(chanceFrom(high + 1, base, share) <= 0.00135 || high === base)
    assert.ok(chanceFrom(high, base, share) > 0.00135)
  }
})
