import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ControlPoint, chartShares, chartStock, chartValues } from './control-chart.ts'
import { findSignals } from './find-signals.ts'
import { saySignals } from './say-signals.ts'

const values = (...numbers: (number | null)[]): ControlPoint[] => numbers.map((value) => ({ value }))
const shares = (base: number, ...met: number[]): ControlPoint[] =>
  met.map((each) => ({ value: (each / base) * 100, met: each, base }))

// Montgomery, Introduction to Statistical Quality Control: viscosity of primer paint, 15 batches.
const PAINT = [33.75, 33.05, 34.0, 33.81, 33.46, 34.02, 33.68, 33.27, 33.49, 33.2, 33.62, 33.0, 33.54, 33.12, 33.84]
test('XmR limits are those of the textbook: 33.52 between 32.24 and 34.80, nothing beyond', () => {
  const points = values(...PAINT)
  const chart = chartValues(points)!
  assert.equal(chart.centre.toFixed(2), '33.52')
  assert.ok(Math.abs(chart.limits[0]!.low - 32.24) < 0.015, String(chart.limits[0]!.low))
  assert.ok(Math.abs(chart.limits[0]!.high - 34.8) < 0.015, String(chart.limits[0]!.high))
  assert.deepEqual(findSignals(points, chart), [])
})

// The same book: cans of orange juice, 30 samples of 50; samples 15 and 23 are beyond.
const JUICE = [
  12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6,
]
test('a chart of shares finds what the textbook finds: samples 15 and 23 of 30', () => {
  const points = shares(50, ...JUICE)
  const chart = chartShares(points)!
  assert.equal(chart.centre.toFixed(2), '23.13')
  const beyond = findSignals(points, chart).filter(({ rule }) => rule === 'beyond')
  assert.deepEqual(
    beyond.map(({ from }) => from + 1),
    [15, 23],
  )
})

test('of a small base one child more is no signal, where three standard deviations would say so', () => {
  // 1 of 10 about once in ten: the approximate upper limit is 2.8 of 10 for a share of 2%, the exact one leaves 2.
  const points = shares(10, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 2)
  assert.deepEqual(findSignals(points, chartShares(points)!), [])
})

const SEVEN = [1, 9, 2, 1, 6, 6, 6, 6, 6, 6, 6, 1, 9, 1]
test('seven on one side are no run, eight are', () => {
  const chart = { centre: 5, limits: [] }
  assert.deepEqual(findSignals(values(...SEVEN), chart), [])
  const eight = findSignals(values(...SEVEN.toSpliced(5, 0, 6)), chart)
  assert.deepEqual(eight, [{ rule: 'run', way: 'up', from: 4, to: 11 }])
})

test('five that rise are no trend, six are', () => {
  const chart = { centre: 3.5, limits: [] }
  assert.deepEqual(findSignals(values(1, 2, 3, 4, 5, 0), chart), [])
  assert.deepEqual(findSignals(values(1, 2, 3, 4, 5, 6), chart), [{ rule: 'trend', way: 'up', from: 0, to: 5 }])
  assert.deepEqual(findSignals(values(6, 5, 4, 3, 2, 1), chart), [{ rule: 'trend', way: 'down', from: 0, to: 5 }])
})

test('a value on the middle, and one that is hidden, end a run', () => {
  const chart = { centre: 5, limits: [] }
  for (const broken of [5, null]) assert.deepEqual(findSignals(values(6, 6, 6, 6, broken, 6, 6, 6, 6), chart), [])
})

test('nothing is next to what lies across a gap', () => {
  assert.equal(chartValues(values(1, null, 9, null)), null)
  assert.equal(chartValues(values(2, 4, null, 90, 92))!.limits[0]!.high.toFixed(2), (47 + 2.66 * 2).toFixed(2))
})

test('of the same children month after month, a run near the middle is not eight proofs', () => {
  const points = shares(100, 10, 9, 10, 9, 10, 9, 12, 12, 12, 12, 12, 12, 12, 12)
  const chart = chartShares(points)!
  assert.equal(findSignals(points, chart).length, 1)
  assert.deepEqual(findSignals(points, chart, true), [])
  const far = shares(300, 30, 27, 30, 27, 30, 27, 57, 57, 60, 60, 63, 60, 66, 66)
  assert.equal(findSignals(far, chartShares(far)!, true).at(-1)?.rule, 'run')
})

test('a number in care that wanders by a few is within what chance does; one that leaves for good is not', () => {
  const stock = (...met: number[]) => met.map((each) => ({ value: each, met: each }))
  const calm = stock(196, 193, 192, 197, 202, 210, 206, 212, 211, 218, 214, 208, 203, 207, 201, 203, 200)
  const chart = chartStock(calm)!
  assert.deepEqual(chart.limits[0], { low: 163, high: 248 })
  assert.deepEqual(findSignals(calm, chart, true), [])
  const rising = stock(...Array.from({ length: 24 }, (_, month) => 180 + month * 5))
  assert.equal(
    findSignals(rising, chartStock(rising)!, true).some(({ rule, to }) => rule === 'run' && to === 23),
    true,
  )
})

test('a rate has the limits of its number of children', () => {
  const points = [100, 110, 90].map((met) => ({ met, value: met / 2 }))
  const chart = chartStock(points)!
  assert.equal(chart.centre, 50)
  assert.equal(chart.limits[0]!.high, chartStock(points.map(({ met }) => ({ met, value: met })))!.limits[0]!.high / 2)
})

test('of nobody there is no chart', () => {
  assert.equal(chartShares([{ value: null }]), null)
  assert.equal(chartValues([]), null)
  assert.equal(chartStock([{ value: 0, met: 0 }]), null)
})

test('numbers of children have no limit under nought', () => {
  assert.equal(chartValues(values(0, 8, 0, 8))!.limits[0]!.low, 0)
})

const MONTHS = ['May', 'June', 'July']
for (const [signals, sentence, past] of [
  [[], 'this change is within what chance alone does', []],
  [[{ rule: 'run', way: 'up', from: 0, to: 2 }], 'this is a real change: higher since May', []],
  [[{ rule: 'trend', way: 'down', from: 1, to: 2 }], 'this is a real change: steadily down since June', []],
  [[{ rule: 'beyond', way: 'down', from: 2, to: 2 }], 'the newest value is lower than chance alone gives', []],
  [
    [{ rule: 'beyond', way: 'up', from: 0, to: 0 }],
    'this change is within what chance alone does',
    ['May was higher than chance alone gives.'],
  ],
] as const)
  test(`in words: ${sentence}${past[0] ? `; ${past[0]}` : ''}`, () => {
    assert.deepEqual(saySignals([...signals], MONTHS), { sentence, past: [...past] })
  })
