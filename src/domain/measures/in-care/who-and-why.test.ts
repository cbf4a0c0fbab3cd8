import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { buildChild, buildChildInCare, buildCouncil, buildEpisode } from '../build-child.ts'
import type { Measure, MeasureResult } from '../measure.ts'
import { ageBands } from './age-bands.ts'
import { aloneInThisCountry } from './alone-in-this-country.ts'
import { boysAndGirls } from './boys-and-girls.ts'
import { cameBack } from './came-back.ts'
import { ethnicity } from './ethnicity.ts'
import { legalStatus } from './legal-status.ts'
import { whyTheyCame } from './why-they-came.ts'
import { whyTheyLeft } from './why-they-left.ts'

const AS_AT = '2026-03-31'
const groupsOf = ({ breakdown }: MeasureResult) =>
  breakdown!.flatMap(({ code, count }) => (count > 0 ? [[code, count]] : []))
const groupOf = (measure: Measure, ...given: Parameters<typeof buildChildInCare>) =>
  groupsOf(measure.compute([buildChildInCare(...given)], buildCouncil(), AS_AT))[0]?.[0]

const alone: [string | null, number][] = [
  [null, 1],
  ['2026-03-30', 0],
  ['2026-03-31', 0],
  ['2026-04-01', 1],
]
for (const [endsOn, expected] of alone) {
  test(`M05 counts a child alone in this country whose status ends ${endsOn ?? 'on no known day'}: ${expected}`, () => {
    const child = buildChildInCare('a', {}, { unaccompanied: [{ startsOn: '2009-01-01', endsOn }] })
    assert.equal(aloneInThisCountry.compute([child, buildChildInCare('b')], buildCouncil(), AS_AT).value, expected)
  })
}
test('M05 leaves out who has left our care', () => {
  const child = buildChildInCare('a', { endsOn: AS_AT }, { unaccompanied: [{ startsOn: '2009-01-01', endsOn: null }] })
  assert.equal(aloneInThisCountry.compute([child], buildCouncil(), AS_AT).value, 0)
})

const ages: [string | null, string, string][] = [
  ['2025-04-01', AS_AT, 'under 1'],
  ['2025-03-31', AS_AT, '1 to 4'],
  ['2021-04-01', AS_AT, '1 to 4'],
  ['2021-03-31', AS_AT, '5 to 9'],
  ['2016-04-01', AS_AT, '5 to 9'],
  ['2016-03-31', AS_AT, '10 to 15'],
  ['2010-04-01', AS_AT, '10 to 15'],
  ['2010-03-31', AS_AT, '16 and over'],
  // Born on a leap day: a year older on 1 March of a common year.
  ['2024-02-29', '2025-02-28', 'under 1'],
  ['2024-02-29', '2025-03-01', '1 to 4'],
  ['2020-02-29', '2025-02-28', '1 to 4'],
  ['2020-02-29', '2025-03-01', '5 to 9'],
  ['2020-02-29', '2028-02-29', '5 to 9'],
  [null, AS_AT, 'unknown'],
]
for (const [bornOn, asAt, band] of ages) {
  test(`M06 puts a child born ${bornOn ?? 'on no known day'} in "${band}" on ${asAt}`, () => {
    const child = buildChildInCare('a', { startsOn: '2024-06-01' }, { bornOn })
    assert.deepEqual(groupsOf(ageBands.compute([child], buildCouncil(), asAt)), [[band, 1]])
  })
}

describe('M07, M07e and M08 put each code in its group', () => {
  for (const [sex, group] of Object.entries({ F: 'girls', 2: 'girls', M: 'boys', 1: 'boys', U: 'unknown' }))
    test(`sex ${sex}: ${group}`, () => assert.equal(groupOf(boysAndGirls, 'a', {}, { sex }), group))
  const ethnicities = {
    white: ['WBRI', 'WIRI', 'WOTH', 'WIRT', 'WROM'],
    mixed: ['MWBC', 'MWBA', 'MWAS', 'MOTH'],
    asian: ['AIND', 'APKN', 'ABAN', 'AOTH', 'CHNE'],
    black: ['BCRB', 'BAFR', 'BOTH'],
    other: ['OOTH'],
    unknown: ['REFU', 'NOBT'],
  }
  for (const [group, codes] of Object.entries(ethnicities))
    for (const code of codes)
      test(`ethnic group ${code}: ${group}`, () =>
        assert.equal(groupOf(ethnicity, 'a', {}, { ethnicity: code }), group))
  const statuses = {
    C2: 'full',
    C1: 'interim',
    E1: 'placement',
    V2: 'agreed',
    L1: 'protection',
    J1: 'justice',
    '?': 'unknown',
  }
  for (const [code, group] of Object.entries(statuses))
    test(`legal status ${code}: ${group}`, () => assert.equal(groupOf(legalStatus, 'a', { legalStatus: code }), group))
})

test('groups add up to all, and each percentage is of all', () => {
  const records = ['F', 'F', 'F', 'M'].map((sex, index) => buildChildInCare(`c${index}`, {}, { sex }))
  const { numerator, denominator, value, breakdown } = boysAndGirls.compute(records, buildCouncil(), AS_AT)
  assert.deepEqual([numerator, denominator, value], [4, 4, 4])
  assert.deepEqual(
    breakdown!.map(({ percent }) => percent),
    [75, 25],
  )
})

test('M09 takes the need of the first start in the year, and no start of another year', () => {
  const came = (childId: string, days: [string, string][]) =>
    buildChild({
      childId,
      episodes: days.map(([startsOn, need]) => buildEpisode({ startsOn, endsOn: startsOn, reasonEnded: 'E4A', need })),
    })
  const records = [
    came('before', [['2025-03-31', 'N2']]),
    came('first day', [['2025-04-01', 'N1']]),
    came('last day', [['2026-03-31', 'N3']]),
    came('after', [['2026-04-01', 'N4']]),
    came('twice', [
      ['2025-05-01', 'N8'],
      ['2025-09-01', 'N5'],
    ]),
    came('bad code', [['2025-05-01', 'N9']]),
  ]
  assert.deepEqual(groupsOf(whyTheyCame.compute(records, buildCouncil(), AS_AT)), [
    ['N1', 1],
    ['N3', 1],
    ['N8', 1],
    ['unknown', 1],
  ])
})

const leavings: [string, string, number][] = [
  ['2024-05-31', 'E4A', 0],
  ['2024-06-01', 'E4A', 1],
  ['2025-05-31', 'E4A', 1],
  ['2025-05-31', 'X1', 0],
]
for (const [leftOn, reason, met] of leavings) {
  test(`M10 a child who left on ${leftOn} (${reason}) and came on 1 June 2025: ${met}`, () => {
    const episodes = [
      buildEpisode({ startsOn: '2023-01-01', endsOn: leftOn, reasonEnded: reason }),
      buildEpisode({ startsOn: '2025-06-01' }),
    ]
    const result = cameBack.compute([buildChild({ episodes })], buildCouncil(), AS_AT)
    assert.deepEqual([result.numerator, result.denominator], [met, 1])
  })
}

test('M10 says when the year before is not held', () => {
  const records = [buildChildInCare('a', { startsOn: '2025-06-01' })]
  const noteOf = (returnYears: number[]) =>
    cameBack.compute(records, buildCouncil({ returnYears }), AS_AT).publicNotes.some((note) => /year before/.test(note))
  assert.deepEqual([noteOf([2026]), noteOf([2025, 2026]), noteOf([])], [true, false, false])
})

test('M11 takes the reason of the last leaving in the year', () => {
  const reasons = {
    E4A: 'home',
    E4B: 'home',
    E11: 'adopted',
    E45: 'guardian',
    E41: 'arrangements',
    E13: 'without order',
  }
  for (const [reasonEnded, group] of Object.entries({
    ...reasons,
    E6: 'own place',
    E17: 'stayed',
    E3: 'handed over',
    E8: 'other',
    E9: 'other',
  })) {
    const episodes = [
      buildEpisode({ startsOn: '2024-01-01', endsOn: '2025-04-01', reasonEnded: 'E8' }),
      buildEpisode({ startsOn: '2025-06-01', endsOn: AS_AT, reasonEnded }),
    ]
    assert.deepEqual(groupsOf(whyTheyLeft.compute([buildChild({ episodes })], buildCouncil(), AS_AT)), [[group, 1]])
  }
})
