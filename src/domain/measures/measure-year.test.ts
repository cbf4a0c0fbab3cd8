import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildChildInCare, buildCouncil } from './build-child.ts'
import { findYearTo, noteOnReach, sayWhyYearIsMissing } from './measure-year.ts'

test('the year so far begins on 1 April and is whole on 31 March only', () => {
  assert.deepEqual(findYearTo('2026-03-31'), { period: { from: '2025-04-01', to: '2026-03-31' }, isPartYear: false })
  assert.deepEqual(findYearTo('2026-03-30'), { period: { from: '2025-04-01', to: '2026-03-30' }, isPartYear: true })
  assert.deepEqual(findYearTo('2026-04-01'), { period: { from: '2026-04-01', to: '2026-04-01' }, isPartYear: true })
})

const child = buildChildInCare('child-1')
const cases: { name: string; returnYears: number[]; asAt: string; isMissing: boolean }[] = [
  { name: 'its return is held', returnYears: [2025, 2026], asAt: '2026-03-31', isMissing: false },
  { name: 'part of a year whose return is held', returnYears: [2026], asAt: '2025-06-01', isMissing: false },
  { name: 'after the newest return, nothing recorded', returnYears: [2025], asAt: '2026-03-31', isMissing: true },
  { name: 'before the oldest return', returnYears: [2026], asAt: '2025-03-31', isMissing: true },
  { name: 'nothing came as a return', returnYears: [], asAt: '2026-03-31', isMissing: false },
]

for (const { name, returnYears, asAt, isMissing } of cases) {
  test(`a year without data has no figure rather than a nought: ${name}`, () => {
    assert.equal(sayWhyYearIsMissing([child], buildCouncil({ returnYears }), asAt) !== null, isMissing)
  })
}

test('a year after the newest return counts once something is recorded in it', () => {
  const reviewed = buildChildInCare('child-2', {}, { reviews: [{ on: '2025-06-01', participation: 'PN1' }] })
  const council = buildCouncil({ returnYears: [2025] })
  assert.equal(sayWhyYearIsMissing([child, reviewed], council, '2026-03-31'), null)
  assert.notEqual(sayWhyYearIsMissing([child, reviewed], council, '2025-05-31'), null)
})

test('a date that the returns do not reach is said', () => {
  const council = buildCouncil({ returnYears: [2025, 2026] })
  assert.match(noteOnReach(council, '2026-04-01')[0]!.text, /ends on 31 March 2026/)
  assert.match(noteOnReach(council, '2024-03-31')[0]!.text, /begins on 1 April 2024/)
  assert.deepEqual(noteOnReach(council, '2026-03-31'), [])
  assert.deepEqual(noteOnReach(council, '2024-04-01'), [])
})
