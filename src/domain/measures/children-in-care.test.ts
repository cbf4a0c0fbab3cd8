import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildChildInCare, buildCouncil } from './build-child.ts'
import { kindOfHome } from './homes/kind-of-home.ts'
import { childrenInCare } from './in-care/children-in-care.ts'
import { childrenInCareRate } from './in-care/children-in-care-rate.ts'
import { roundHalfUp } from './round-half-up.ts'

const AS_AT = '2026-03-31'
const many = (count: number) => Array.from({ length: count }, (_, index) => buildChildInCare(`child-${index}`))

test('M01 counts children in our care, short breaks left out, and names them for drill-down', () => {
  const records = [
    buildChildInCare('a'),
    buildChildInCare('b', { legalStatus: 'V3' }),
    buildChildInCare('c', { endsOn: AS_AT }),
  ]
  const result = childrenInCare.compute(records, buildCouncil(), AS_AT)
  assert.deepEqual([result.value, result.numerator, result.denominator, result.period], [1, 1, null, null])
  assert.deepEqual(result.met, ['a'])
})

test('M02 divides by the population under 18 and is shown whole', () => {
  const council = buildCouncil({ populationUnder18: [{ year: 2025, children: 62_113 }] })
  const result = childrenInCareRate.compute(many(545), council, AS_AT)
  assert.deepEqual([result.numerator, result.denominator], [545, 62_113])
  assert.equal(roundHalfUp(result.value!, childrenInCareRate.decimals), 88)
})

const populations: { name: string; years: number[]; asAt: string; used: number }[] = [
  { name: 'the middle of the year before', years: [2023, 2024, 2025, 2026], asAt: '2026-03-31', used: 2025 },
  { name: 'the newest before that', years: [2022, 2024], asAt: '2026-03-31', used: 2024 },
  { name: 'given in any order', years: [2024, 2022], asAt: '2026-03-31', used: 2024 },
  { name: 'the next year from 1 April', years: [2025, 2026], asAt: '2026-04-01', used: 2026 },
  { name: 'only later ones held', years: [2030, 2028], asAt: '2026-03-31', used: 2028 },
]

for (const { name, years, asAt, used } of populations) {
  test(`M02 says which population it uses: ${name}`, () => {
    const council = buildCouncil({ populationUnder18: years.map((year) => ({ year, children: year })) })
    const result = childrenInCareRate.compute(many(3), council, asAt)
    assert.equal(result.denominator, used)
    assert.ok(result.publicNotes.some((note) => note.includes(`middle of ${used}`)))
  })
}

test('M02 without a population says why there is no rate', () => {
  const result = childrenInCareRate.compute(many(3), buildCouncil({ populationUnder18: [] }), AS_AT)
  assert.equal(result.value, null)
  assert.match(result.cannotCompute!, /no rate/)
})

const homes: [string, string][] = [
  ...['U1', 'U2', 'U3', 'U4', 'U5', 'U6'].map((code): [string, string] => [code, 'foster']),
  ['K1', 'home or secure'],
  ['K2', 'home or secure'],
  ['K3', 'supported'],
  ['H5', 'supported'],
  ['P1', 'parents'],
  ...['A3', 'A4', 'A5', 'A6'].map((code): [string, string] => [code, 'adoption']),
  ['S1', 'residential school'],
  ...['R1', 'R2', 'R3', 'R5'].map((code): [string, string] => [code, 'other residential']),
  ...['Z1', 'Z11', 'Z12', 'Z13', 'Z14', 'P3'].map((code): [string, string] => [code, 'other']),
  ['T0', 'temporary'],
  ['T4', 'temporary'],
  ['?', 'unknown'],
]

for (const [placement, group] of homes) {
  test(`M12 puts ${placement} with "${group}"`, () => {
    const { breakdown } = kindOfHome.compute([buildChildInCare('a', { placement })], buildCouncil(), AS_AT)
    assert.deepEqual(
      breakdown!.filter(({ count }) => count > 0).map(({ code, count, percent }) => [code, count, percent]),
      [[group, 1, 100]],
    )
  })
}

test('M12 groups add up to all children in our care, and rare groups show only when they occur', () => {
  const records = ['U1', 'U4', 'K2', 'P1'].map((placement, index) => buildChildInCare(`child-${index}`, { placement }))
  const { breakdown, numerator, denominator } = kindOfHome.compute(records, buildCouncil(), AS_AT)
  assert.deepEqual([numerator, denominator], [4, 4])
  assert.equal(
    breakdown!.reduce((sum, { count }) => sum + count, 0),
    4,
  )
  assert.equal(breakdown!.length, 8)
  assert.equal(breakdown![0]!.percent, 50)
})
