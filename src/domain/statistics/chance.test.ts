import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeChance } from './chance.ts'

test('the same seed draws the same, another seed does not', () => {
  const draw = (seed: number) => Array.from({ length: 5 }, makeChance(seed).next)
  assert.deepEqual(draw(7), draw(7))
  assert.notDeepEqual(draw(7), draw(8))
})

for (const [met, unmet] of [
  [2, 6],
  [0.5, 9.5],
  [40, 40],
] as const)
  test(`shares drawn for ${met} against ${unmet} have the middle and the spread of their distribution`, () => {
    const chance = makeChance(1)
    const drawn = Array.from({ length: 20_000 }, () => chance.share(met, unmet))
    const mean = drawn.reduce((sum, each) => sum + each, 0) / drawn.length
    const spread = drawn.reduce((sum, each) => sum + (each - mean) ** 2, 0) / drawn.length
    const all = met + unmet
    assert.ok(Math.abs(mean - met / all) < 0.005, String(mean))
    assert.ok(Math.abs(spread - (met * unmet) / (all * all * (all + 1))) < 0.0015, String(spread))
  })
