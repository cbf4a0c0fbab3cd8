import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildChild, buildCouncil } from './build-child.ts'
import { tookPartInReview } from './heard/took-part-in-review.ts'

const AS_AT = '2026-03-31'
const cases: {
  name: string
  on?: string
  participation?: string
  bornOn?: string | null
  numbers: [number, number]
}[] = [
  ...['PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6'].map((participation) => ({
    name: participation,
    participation,
    numbers: [1, 1] as [number, number],
  })),
  { name: 'PN7, neither there nor heard', participation: 'PN7', numbers: [0, 1] },
  { name: 'PN0, under four', participation: 'PN0', numbers: [0, 0] },
  { name: 'a code nobody knows stays in', participation: '?', numbers: [0, 1] },
  { name: 'the day before the year', on: '2025-03-31', numbers: [0, 0] },
  { name: 'its first day', on: '2025-04-01', numbers: [1, 1] },
  { name: 'its last day', on: '2026-03-31', numbers: [1, 1] },
  { name: 'the day after', on: '2026-04-01', numbers: [0, 0] },
  { name: 'the day before the fourth birthday', bornOn: '2021-09-02', numbers: [0, 0] },
  { name: 'on the fourth birthday', bornOn: '2021-09-01', numbers: [1, 1] },
  { name: 'birth date unknown', bornOn: null, numbers: [1, 1] },
  { name: 'born on a leap day, four on the leap day', bornOn: '2020-02-29', on: '2024-02-29', numbers: [0, 0] },
]

for (const { name, on = '2025-09-01', participation = 'PN1', bornOn = '2010-01-01', numbers } of cases) {
  test(`M42 a review: ${name}, ${numbers.join(' of ')}`, () => {
    const base = buildChild({ childId: 'base', reviews: [{ on: '2025-08-01', participation: 'PN1' }] })
    const result = tookPartInReview.compute(
      [base, buildChild({ bornOn, reviews: [{ on, participation }] })],
      buildCouncil(),
      AS_AT,
    )
    assert.deepEqual([result.numerator! - 1, result.denominator! - 1], numbers)
  })
}

test('M42 counts reviews, and lists each child once', () => {
  const reviews = ['PN1', 'PN7', 'PN5'].map((participation, index) => ({ on: `2025-0${index + 5}-01`, participation }))
  const result = tookPartInReview.compute([buildChild({ reviews })], buildCouncil(), AS_AT)
  assert.deepEqual([result.numerator, result.denominator, result.met, result.counted], [2, 3, ['child-1'], ['child-1']])
})

test('M42 without reviews has no percentage', () => {
  assert.match(tookPartInReview.compute([buildChild()], buildCouncil(), AS_AT).cannotCompute!, /No review/)
})
