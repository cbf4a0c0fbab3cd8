import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findTarget, numberOf, standingOf, type Target } from './target.ts'

const target: Target = {
  measureId: 'M20',
  fromOn: '2025-04-01',
  toOn: '2026-03-31',
  way: 'at most',
  value: 10,
  pointsAt: null,
  pointed: null,
  near: 2,
  why: 'Our strategy',
  setBy: 'A colleague',
  setOn: '2025-05-01',
}

describe('a target holds from its first day to its last', () => {
  for (const [asAt, holds] of [
    ['2025-03-31', false],
    ['2025-04-01', true],
    ['2026-03-31', true],
    ['2026-04-01', false],
  ] as const)
    test(`${asAt}: ${holds ? 'holds' : 'does not'}`, () =>
      assert.equal(findTarget([target], 'M20', asAt) !== null, holds))
  test('another measure has none', () => assert.equal(findTarget([target], 'M21', '2025-06-01'), null))
  test('the one set last holds', () => {
    const later = { ...target, value: 8 }
    assert.equal(findTarget([target, later], 'M20', '2025-06-01'), later)
  })
})

describe('met, near or missed', () => {
  for (const [way, shown, standing] of [
    ['at most', 9, 'met'],
    ['at most', 10, 'met'],
    ['at most', 11, 'near'],
    ['at most', 12, 'near'],
    ['at most', 12.1, 'missed'],
    ['at least', 11, 'met'],
    ['at least', 10, 'met'],
    ['at least', 9, 'near'],
    ['at least', 8, 'near'],
    ['at least', 7.9, 'missed'],
  ] as const)
    test(`${shown} against ${way} 10, near by 2: ${standing}`, () =>
      assert.equal(standingOf({ ...target, way }, 10, shown), standing))
})

test('a target may point at the year before, and has no number where that has none', () => {
  assert.equal(numberOf(target, 7), 10)
  assert.equal(numberOf({ ...target, value: null }, 7), 7)
  assert.equal(numberOf({ ...target, value: null }, null), null)

  const england = { ...target, value: null, pointsAt: 'England' as const }
  assert.equal(numberOf({ ...england, pointed: { value: 11, year: 2025 } }, 7), 11)
  assert.equal(numberOf({ ...england, pointed: null }, 7), null)
})
