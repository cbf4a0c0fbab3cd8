import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hideSmall } from './hide-small-numbers.ts'

const table = (counts: number[], total: number | null) => ({
  cells: counts.map((count, index) => ({ code: `k${index}`, label: `Kind ${index}`, count })),
  total,
})

const cases: {
  name: string
  threshold: number
  counts: number[]
  total: number | null
  shown: (number | null)[]
  totalShown: number | null
}[] = [
  {
    name: 'D1 six is not under five',
    threshold: 4,
    counts: [379, 222, 32, 34, 59, 32, 41, 6],
    total: 805,
    shown: [379, 222, 32, 34, 59, 32, 41, 6],
    totalShown: 805,
  },
  {
    name: 'D2 the smallest other goes with it, the first of two equals',
    threshold: 4,
    counts: [379, 222, 32, 34, 59, 32, 41, 3],
    total: 802,
    shown: [379, 222, null, 34, 59, 32, 41, null],
    totalShown: 802,
  },
  {
    name: 'D3 a nought is shown',
    threshold: 4,
    counts: [379, 222, 32, 34, 59, 32, 41, 0],
    total: 799,
    shown: [379, 222, 32, 34, 59, 32, 41, 0],
    totalShown: 799,
  },
  { name: 'D4', threshold: 5, counts: [186, 1, 0], total: 187, shown: [null, null, 0], totalShown: 187 },
  {
    name: 'D5 two gaps of seven',
    threshold: 5,
    counts: [96, 2, 5],
    total: 103,
    shown: [96, null, null],
    totalShown: 103,
  },
  { name: 'D6 nothing small', threshold: 5, counts: [212, 8, 15], total: 235, shown: [212, 8, 15], totalShown: 235 },
  {
    name: 'D7 three gaps of six',
    threshold: 5,
    counts: [3, 2, 1, 40],
    total: 46,
    shown: [null, null, null, 40],
    totalShown: 46,
  },
  { name: 'D8 a small total', threshold: 5, counts: [2, 1], total: 3, shown: [null, null], totalShown: null },
  { name: 'D9 one in a small total', threshold: 5, counts: [4, 0, 0], total: 4, shown: [null, 0, 0], totalShown: null },
  { name: 'D10', threshold: 5, counts: [4, 0, 9], total: 13, shown: [null, 0, null], totalShown: 13 },
  {
    name: 'gaps of five need a third',
    threshold: 5,
    counts: [3, 2, 40, 8],
    total: 53,
    shown: [null, null, 40, null],
    totalShown: 53,
  },
  {
    name: 'six ones are not given away by six',
    threshold: 5,
    counts: [1, 1, 1, 1, 1, 1],
    total: 6,
    shown: [null, null, null, null, null, null],
    totalShown: null,
  },
  {
    name: 'the threshold itself is hidden',
    threshold: 5,
    counts: [5, 20, 30],
    total: 55,
    shown: [null, null, 30],
    totalShown: 55,
  },
  { name: 'one above it is not', threshold: 5, counts: [6, 20, 30], total: 56, shown: [6, 20, 30], totalShown: 56 },
  {
    name: 'without a printed total nothing can be subtracted',
    threshold: 5,
    counts: [3, 20],
    total: null,
    shown: [null, 20],
    totalShown: null,
  },
  { name: 'nobody at all', threshold: 5, counts: [0, 0], total: 0, shown: [0, 0], totalShown: 0 },
  { name: 'an empty table', threshold: 5, counts: [], total: 0, shown: [], totalShown: 0 },
]

for (const { name, threshold, counts, total, shown, totalShown } of cases) {
  test(`small numbers are hidden, and what would give them away: ${name}`, () => {
    const made = hideSmall(table(counts, total), { threshold })
    assert.deepEqual(
      made.cells.map((cell) => cell.shown),
      shown,
    )
    assert.equal(made.total.shown, totalShown)
    for (const [index, cell] of made.cells.entries()) assert.equal(cell.hidden, shown[index] === null)
  })
}

const anyCounts = fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 400 })), { maxLength: 9 })

test('no hidden count can be worked out from the counts and the total shown', () => {
  fc.assert(
    fc.property(anyCounts, fc.constantFrom(4, 5, 9), (counts, threshold) => {
      const total = counts.reduce((sum, count) => sum + count, 0)
      const made = hideSmall(table(counts, total), { threshold })
      for (const [index, count] of counts.entries()) {
        if (count >= 1 && count <= threshold) assert.equal(made.cells[index]!.shown, null)
      }
      const gaps = made.cells.filter((cell) => cell.hidden).length
      if (made.total.hidden) {
        assert.ok(gaps > 0, 'the total would be the sum of what is shown')
        return
      }
      if (gaps === 0) return
      const rest = total - made.cells.reduce((sum, cell) => sum + (cell.shown ?? 0), 0)
      assert.ok(gaps > 1, 'one gap is the rest')
      assert.ok(rest > threshold, 'the gaps together are not small')
      // A reader who takes every gap for at least 1 is left with more than one value for each.
      assert.ok(rest - (gaps - 1) > 1, 'the gaps are not all ones')
    }),
    { seed: 39, numRuns: 2000 },
  )
})

test('nothing is hidden where nothing is small', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 6, max: 400 }))), (counts) => {
      const total = counts.reduce((sum, count) => sum + count, 0)
      const made = hideSmall(table(counts, total), { threshold: 5 })
      assert.ok(made.cells.every((cell) => !cell.hidden) && !made.total.hidden)
    }),
    { seed: 40, numRuns: 300 },
  )
})
