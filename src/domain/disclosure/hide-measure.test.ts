import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { makeCount, makeMean, makePercent } from '../measures/make-result.ts'
import type { BreakdownCell, MeasureResult } from '../measures/measure.ts'
import { hideMeasure, type PublicResult } from './hide-measure.ts'

const named = { id: 'M00', title: 'A made-up measure' }
const asAt = '2026-03-31'
const ids = (count: number) => Array.from({ length: count }, (_, index) => `child-${index}`)
const percent = (met: number, counted: number, breakdown?: Omit<BreakdownCell, 'percent'>[]): MeasureResult =>
  makePercent(named, { met: ids(met), counted: ids(counted) }, { asAt, breakdown })

const cases: {
  name: string
  met: number
  counted: number
  numerator: number | null
  denominator: number | null
  value: number | null
}[] = [
  { name: 'large numbers are shown', met: 50, counted: 200, numerator: 50, denominator: 200, value: 25 },
  { name: 'a nought is shown', met: 0, counted: 200, numerator: 0, denominator: 200, value: 0 },
  { name: 'all of them are shown', met: 200, counted: 200, numerator: 200, denominator: 200, value: 100 },
  { name: '5 is hidden, and its percentage', met: 5, counted: 200, numerator: null, denominator: 200, value: null },
  { name: '6 is shown', met: 6, counted: 200, numerator: 6, denominator: 200, value: 3 },
  { name: '46 of 51 leaves 5', met: 46, counted: 51, numerator: null, denominator: 51, value: null },
  { name: '45 of 51 leaves 6', met: 45, counted: 51, numerator: 45, denominator: 51, value: (45 / 51) * 100 },
  { name: 'D18 19 of 20 leaves 1', met: 19, counted: 20, numerator: null, denominator: 20, value: null },
  { name: 'D17 4 of 27', met: 4, counted: 27, numerator: null, denominator: 27, value: null },
  { name: 'a small base is hidden whole', met: 2, counted: 4, numerator: null, denominator: null, value: null },
  { name: 'D25 3 of 3', met: 3, counted: 3, numerator: null, denominator: null, value: null },
  { name: 'a base of 10 has no percentage', met: 0, counted: 10, numerator: 0, denominator: 10, value: null },
  { name: 'a base of 11 has one', met: 0, counted: 11, numerator: 0, denominator: 11, value: 0 },
]

for (const { name, met, counted, numerator, denominator, value } of cases) {
  test(`a measure for everybody: ${name}`, () => {
    const made = hideMeasure(percent(met, counted))
    assert.deepEqual([made.numerator.shown, made.denominator.shown, made.value.shown], [numerator, denominator, value])
    const isWhole = numerator !== null && denominator !== null && value !== null
    assert.equal(made.hiddenBecause === null, isWhole)
  })
}

test('a council that says "fewer than 5" shows a 5', () => {
  assert.equal(hideMeasure(percent(5, 200), { threshold: 4, minimumBase: 11 }).numerator.shown, 5)
})

test('a small count of children is hidden, a larger one is not', () => {
  assert.equal(hideMeasure(makeCount(named, ids(5), { asAt })).numerator.hidden, true)
  assert.equal(hideMeasure(makeCount(named, ids(5), { asAt })).value.shown, null)
  assert.equal(hideMeasure(makeCount(named, ids(6), { asAt })).value.shown, 6)
})

const means: [number, number | null, number | null][] = [
  [10, 10, null],
  [11, 11, 13],
  [5, null, null],
  [6, 6, null],
]
for (const [counted, base, value] of means) {
  test(`an average of ${counted} children is ${value === null ? 'hidden' : 'shown'}, and its sum never`, () => {
    const measure = { id: 'M56', title: 'Average score', kind: 'mean' as const }
    const made = hideMeasure(makeMean(measure, { counted: ids(counted), sum: counted * 13 }, { asAt }))
    assert.deepEqual([made.numerator.shown, made.denominator.shown, made.value.shown], [null, base, value])
    assert.equal(made.hiddenBecause === null, value !== null)
  })
}

test('rule 39: what is sensitive hides numbers up to 9, and what is left over', () => {
  const measure = { ...named, smallUpTo: 9 }
  const shown = (met: number, counted: number) =>
    hideMeasure(makePercent(measure, { met: ids(met), counted: ids(counted) }, { asAt })).numerator.shown
  assert.deepEqual([shown(9, 200), shown(10, 200), shown(191, 200), shown(190, 200)], [null, 10, null, 190])
  assert.equal(hideMeasure(makeCount(measure, ids(9), { asAt })).value.shown, null)
})

test('rule 39: a sensitive group hides up to 9 in a list that is not', () => {
  const cells = [9, 30, 40].map((count, index) => ({
    code: `k${index}`,
    label: `Kind ${index}`,
    count,
    part: 'met' as const,
    ...(index === 0 && { smallUpTo: 9 }),
  }))
  const made = hideMeasure({ ...percent(79, 79, cells), breakdown: cells.map((cell) => ({ ...cell, percent: null })) })
  assert.deepEqual(
    made.breakdown!.map(({ count }) => count.shown),
    [null, null, 40],
  )
})

test('many moves of a few children are hidden, in a group as in the whole', () => {
  const cells = [20, 30, 40].map((count, index) => ({
    code: `k${index}`,
    label: `Kind ${index}`,
    count,
    part: 'met' as const,
    percent: null,
    children: index === 0 ? 4 : 25,
  }))
  const made = hideMeasure({ ...percent(90, 90), breakdown: cells })
  assert.equal(made.breakdown![0]!.count.shown, null)
  assert.ok(made.breakdown!.filter(({ count }) => count.hidden).length >= 2)
})

test('money and promises are no people: nothing is hidden of them', () => {
  const made = hideMeasure({ ...percent(3, 4), isAboutPeople: false })
  assert.deepEqual([made.numerator.shown, made.denominator.shown, made.value.shown], [3, 4, 75])
})

test('many reviews of a few children are hidden', () => {
  const numbers = { numerator: 20, denominator: 60 }
  const made = hideMeasure(makePercent(named, { met: ids(4), counted: ids(20), numbers }, { asAt }))
  assert.equal(made.numerator.shown, null)
  assert.equal(made.value.shown, null)
})

test('no child’s id and no note that states a count goes out', () => {
  const result = {
    ...percent(50, 200),
    notes: ['For 3 children it is not known.', 'How it is made.'],
    publicNotes: ['How it is made.'],
  }
  const made = hideMeasure(result)
  assert.deepEqual(made.notes, ['How it is made.'])
  assert.doesNotMatch(JSON.stringify(made), /child-|3 children/)
})

test('what cannot be computed says why, and hides nothing', () => {
  const made = hideMeasure({ ...percent(0, 0), cannotCompute: 'Nothing is held.' })
  assert.equal(made.cannotCompute, 'Nothing is held.')
  assert.equal(made.hiddenBecause, null)
})

test('a group left out of the base is not given away by the base', () => {
  const made = hideMeasure(
    percent(40, 100, [
      { code: 'within', label: 'Within', count: 40, part: 'met' },
      { code: 'over', label: 'Over', count: 60, part: 'unmet' },
      { code: 'unknown', label: 'Not known', count: 2, part: 'left out' },
    ]),
  )
  assert.equal(made.breakdown![2]!.count.shown, null)
  assert.equal(made.denominator.shown, null)
  assertClosed(made, [40, 60, 2])
})

test('a headline that is a group of the breakdown is hidden with it', () => {
  const made = hideMeasure(
    percent(20, 100, [
      { code: 'inside', label: 'Inside', count: 78, part: 'unmet' },
      { code: 'outside', label: 'Outside', count: 20, part: 'met' },
      { code: 'unknown', label: 'Not known', count: 2, part: 'unmet' },
    ]),
  )
  assert.equal(made.breakdown![2]!.count.shown, null)
  assertClosed(made, [78, 20, 2], ['unmet', 'met', 'unmet'])
})

const anyCell = fc.record({
  count: fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 90 })),
  part: fc.constantFrom('met' as const, 'unmet' as const, 'left out' as const),
})

test('no hidden number of a measure can be worked out from those shown', () => {
  fc.assert(
    fc.property(fc.array(anyCell, { minLength: 1, maxLength: 7 }), (given) => {
      const breakdown = given.map((cell, index) => ({ ...cell, code: `k${index}`, label: `Kind ${index}` }))
      const sum = (...parts: string[]) =>
        given.filter(({ part }) => parts.includes(part)).reduce((all, { count }) => all + count, 0)
      assertClosed(
        hideMeasure(percent(sum('met'), sum('met', 'unmet'), breakdown)),
        given.map(({ count }) => count),
        given.map(({ part }) => part),
      )
    }),
    { seed: 39, numRuns: 2000 },
  )
})

/**
 * An audit written apart from the hiding: solves the sums for the numbers not shown, and fails where one of them has
 * only one value, or where a small one is shown.
 */
function assertClosed(
  made: PublicResult,
  counts: number[],
  parts: BreakdownCell['part'][] = ['met', 'unmet', 'left out'],
): void {
  const all = counts.reduce((sum, count) => sum + count, 0)
  const shown = [...made.breakdown!.map(({ count }) => count.shown), made.numerator.shown, made.denominator.shown, null]
  const [numerator, denominator, leftOver] = [counts.length, counts.length + 1, counts.length + 2]
  const rowOf = (of: BreakdownCell['part'][]) => [...parts.map((part) => Number(of.includes(part))), 0, 0, 0]
  const sums: { row: number[]; equals: number }[] = []
  // The number of all children is printed elsewhere, unless it is small itself.
  if (parts.includes('left out') && all > 5) sums.push({ row: rowOf(['met', 'unmet', 'left out']), equals: all })
  const met = rowOf(['met'])
  met[numerator] = -1
  const base = rowOf(['met', 'unmet'])
  base[denominator] = -1
  const rest = rowOf(['unmet'])
  rest[leftOver] = -1
  for (const row of [met, base, rest]) sums.push({ row, equals: 0 })
  // Put in what is shown; what remains are sums of the hidden numbers.
  const hidden = shown.flatMap((value, index) => (value === null ? [index] : []))
  const matrix = sums.map(({ row, equals }) => [
    ...hidden.map((index) => row[index]!),
    equals - row.reduce((sum, weight, index) => sum + weight * (shown[index] ?? 0), 0),
  ])
  for (const [place, index] of hidden.entries()) {
    const value = solveFor(matrix, place)
    if (value === null) continue
    // The rest is never printed: only a small one must stay unknown.
    const mayBeKnown = index === leftOver && !(value >= 1 && value <= 5)
    assert.ok(mayBeKnown, `number ${index} must be ${value}: ${JSON.stringify({ counts, parts, shown })}`)
  }
  for (const value of shown) assert.ok(value === null || value === 0 || value > 5)
}

/** The only value that an unknown can have in a set of sums, or null if there are several. */
function solveFor(sums: number[][], unknown: number): number | null {
  const rows = sums.map((row) => [
    ...row.slice(0, -1).filter((_, place) => place !== unknown),
    row[unknown]!,
    row.at(-1)!,
  ])
  const width = (rows[0]?.length ?? 0) - 2
  let top = 0
  for (let column = 0; column < width; column += 1) {
    const pivot = rows.findIndex((row, place) => place >= top && Math.abs(row[column]!) > 1e-9)
    if (pivot < 0) continue
    ;[rows[top], rows[pivot]] = [rows[pivot]!, rows[top]!]
    for (const [place, row] of rows.entries()) {
      const factor = place === top ? 0 : row[column]! / rows[top]![column]!
      if (factor !== 0) rows[place] = row.map((value, at) => value - factor * rows[top]![at]!)
    }
    top += 1
  }
  const found = rows.slice(top).find((row) => Math.abs(row.at(-2)!) > 1e-9)
  return found ? found.at(-1)! / found.at(-2)! : null
}
