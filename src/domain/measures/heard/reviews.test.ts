import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildChild, buildChildInCare, buildCouncil, buildEpisode } from '../build-child.ts'
import { firstReviewOnTime } from './first-review-on-time.ts'
import { reviewsOnTime } from './reviews-on-time.ts'

const AS_AT = '2026-03-31'
const reviews = (...days: string[]) => days.map((on) => ({ on, participation: 'PN1' }))
// A Friday before the early May bank holiday of 2025: 20 working days on, over 5 and 26 May, is 3 June.
const FRIDAY = '2025-05-02'

const firsts: { name: string; endsOn?: string; on: string[]; expected: number[] }[] = [
  { name: 'the day before it is due', on: ['2025-06-02'], expected: [1, 1] },
  { name: 'on the day', on: ['2025-06-03'], expected: [1, 1] },
  { name: 'the day after', on: ['2025-06-04'], expected: [0, 1] },
  { name: 'before coming into care', on: ['2025-05-01'], expected: [0, 1] },
  { name: 'never', on: [], expected: [0, 1] },
  { name: 'left on the day it was due', endsOn: '2025-06-03', on: ['2025-05-12'], expected: [0, 0] },
  { name: 'left the day after', endsOn: '2025-06-04', on: ['2025-05-12'], expected: [1, 1] },
]
for (const { name, endsOn, on, expected } of firsts) {
  test(`M41 a first review ${name}: ${expected.join(' of ')}`, () => {
    const child = buildChildInCare(
      'a',
      { startsOn: FRIDAY, ...(endsOn && { endsOn, reasonEnded: 'E4A' }) },
      { reviews: reviews(...on) },
    )
    const other = buildChild({ childId: 'b', reviews: reviews('2025-05-05') })
    const { numerator, denominator } = firstReviewOnTime.compute([child, other], buildCouncil(), AS_AT)
    assert.deepEqual([numerator, denominator], expected)
  })
}
test('M41 counts by the day it was due: from 1 April to the date', () => {
  const due = (startsOn: string, asAt: string) =>
    firstReviewOnTime.compute(
      [buildChildInCare('a', { startsOn }, { reviews: reviews('2025-01-01') })],
      buildCouncil(),
      asAt,
    ).denominator
  // 20 working days after 4 March 2025 is 1 April; after 3 March, 31 March.
  assert.deepEqual([due('2025-03-03', AS_AT), due('2025-03-04', AS_AT)], [0, 1])
  assert.deepEqual([due(FRIDAY, '2025-06-02'), due(FRIDAY, '2025-06-03')], [0, 1])
})

const chains: { name: string; on: string[]; endsOn?: string; asAt?: string; expected: number[] }[] = [
  { name: 'all three on their days', on: ['2025-06-03', '2025-09-03', '2026-03-03'], expected: [1, 1] },
  { name: 'the second a day late', on: ['2025-06-02', '2025-09-03', '2026-03-03'], expected: [0, 1] },
  { name: 'the third a day late', on: ['2025-06-02', '2025-09-02', '2026-03-03'], expected: [0, 1] },
  { name: 'the third due and not held', on: ['2025-06-02', '2025-09-02'], expected: [0, 1] },
  { name: 'the day before the third is due', on: ['2025-06-02', '2025-09-02'], asAt: '2026-03-01', expected: [1, 1] },
  {
    name: 'left on the day the third was due',
    on: ['2025-06-02', '2025-09-02'],
    endsOn: '2026-03-02',
    expected: [1, 1],
  },
  { name: 'left the day after it was due', on: ['2025-06-02', '2025-09-02'], endsOn: '2026-03-03', expected: [0, 1] },
  { name: 'the first a day late', on: ['2025-06-04', '2025-09-04', '2026-03-04'], expected: [0, 1] },
  { name: 'the first due and not held', on: [], asAt: '2025-06-03', expected: [0, 1] },
  { name: 'nothing due yet', on: [], asAt: '2025-06-02', expected: [0, 0] },
]
for (const { name, on, endsOn, asAt = AS_AT, expected } of chains) {
  test(`M40 ${name}: ${expected.join(' of ')}`, () => {
    const child = buildChildInCare(
      'a',
      { startsOn: FRIDAY, ...(endsOn && { endsOn, reasonEnded: 'E4A' }) },
      { reviews: reviews(...on) },
    )
    const other = buildChild({ childId: 'b', reviews: reviews('2020-05-05') })
    const { numerator, denominator } = reviewsOnTime.compute([child, other], buildCouncil(), asAt)
    assert.deepEqual([numerator, denominator], expected)
  })
}

const old: [string, string[], number[]][] = [
  ['six months after what is known: on the last day', ['2025-09-30', '2026-03-30'], [1, 1]],
  ['a day later', ['2025-10-01', '2026-03-31'], [0, 1]],
  ['none at all', [], [0, 1]],
]
for (const [name, on, expected] of old) {
  test(`M40 of a child in care since before the oldest return, first review known ${name}: ${expected.join(' of ')}`, () => {
    const child = buildChildInCare('a', { startsOn: '2022-01-01' }, { reviews: reviews(...on) })
    const other = buildChild({
      childId: 'b',
      episodes: [buildEpisode({ legalStatus: 'V4' })],
      reviews: reviews('2025-05-05'),
    })
    const result = reviewsOnTime.compute([child, other], buildCouncil({ returnYears: [2026] }), AS_AT)
    assert.deepEqual([result.numerator, result.denominator], expected)
  })
}
test('M40 and M41 without any review recorded say so', () => {
  for (const measure of [reviewsOnTime, firstReviewOnTime])
    assert.match(measure.compute([buildChildInCare('a')], buildCouncil(), AS_AT).cannotCompute!, /No review/)
})
