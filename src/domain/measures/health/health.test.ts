import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildChildInCare, buildCouncil } from '../build-child.ts'
import type { ChildRecord } from '../child-record.ts'
import type { Measure } from '../measure.ts'
import { inTroubleWithTheLaw } from '../safe/in-trouble-with-the-law.ts'
import { averageScore } from './average-score.ts'
import { developmentChecks } from './development-checks.ts'
import { drugsOrAlcohol } from './drugs-or-alcohol.ts'
import { hadHelpForIt } from './had-help-for-it.ts'
import { jabsUpToDate } from './jabs-up-to-date.ts'
import { scoreKnown } from './score-known.ts'
import { scoreOfConcern } from './score-of-concern.ts'
import { seenADentist } from './seen-a-dentist.ts'
import { yearlyHealthCheck } from './yearly-health-check.ts'

const AS_AT = '2026-03-31'
type Health = ChildRecord['health'][number]
const year = (given: Partial<Health> = {}): Health => ({
  startsOn: '2025-04-01',
  endsOn: '2026-03-31',
  sdqScore: null,
  sdqReason: null,
  developmentCheck: null,
  immunisations: null,
  teethCheck: null,
  healthAssessment: null,
  substanceMisuse: null,
  interventionReceived: null,
  interventionOffered: null,
  ...given,
})
const child = (childId: string, given: Partial<Health> = {}, record: Partial<ChildRecord> = {}) =>
  buildChildInCare(childId, {}, { health: [year(given)], ...record })
const numbersOf = (measure: Measure, children: ChildRecord[], asAt = AS_AT) => {
  const { numerator, denominator } = measure.compute(children, buildCouncil(), asAt)
  return [numerator, denominator]
}

const shares: [Measure, keyof Health][] = [
  [yearlyHealthCheck, 'healthAssessment'],
  [seenADentist, 'teethCheck'],
  [jabsUpToDate, 'immunisations'],
  [drugsOrAlcohol, 'substanceMisuse'],
]
for (const [measure, answer] of shares) {
  test(`${measure.id} counts who has a yes; no, not known and no row at all stay in the number counted`, () => {
    const children = [
      child('yes', { [answer]: true }),
      child('no', { [answer]: false }),
      child('not known'),
      child('no row', {}, { health: [] }),
    ]
    assert.deepEqual(numbersOf(measure, children), [1, 4])
  })
}

const times: [string, string, number][] = [
  ['2025-03-31', 'since the day before the year', 1],
  ['2025-04-01', 'since its first day', 1],
  ['2025-04-02', 'since its second day', 0],
]
for (const [startsOn, words, counted] of times) {
  test(`M51 counts a child in care ${words}: ${counted}`, () => {
    const other = child('other', { healthAssessment: true })
    const asked = buildChildInCare('a', { startsOn }, { health: [year({ healthAssessment: true })] })
    assert.deepEqual(numbersOf(yearlyHealthCheck, [other, asked]), [1 + counted, 1 + counted])
  })
}
test('M51 leaves out who left on the last day of the year, and short breaks', () => {
  const left = buildChildInCare('left', { endsOn: AS_AT, reasonEnded: 'E4A' }, { health: [year()] })
  const short = buildChildInCare('short', { legalStatus: 'V4' }, { health: [year()] })
  assert.deepEqual(numbersOf(yearlyHealthCheck, [child('a'), left, short]), [0, 1])
})

const days: [string, string | null][] = [
  ['2026-03-30', '2025-03-31'],
  ['2026-03-31', '2026-03-31'],
  ['2026-11-22', '2026-03-31'],
  ['2025-03-30', null],
]
for (const [asAt, to] of days) {
  test(`M51 as at ${asAt} is of the newest whole year held: ${to ?? 'none'}`, () => {
    const record = buildChildInCare(
      'a',
      { startsOn: '2020-01-01' },
      {
        health: [year({ startsOn: '2024-04-01', endsOn: '2025-03-31' }), year()],
      },
    )
    const result = yearlyHealthCheck.compute([record], buildCouncil(), asAt)
    assert.equal(result.period?.to ?? null, to)
    if (to === null) assert.match(result.cannotCompute!, /OC2/)
  })
}

const underFive: [string | null, number][] = [
  ['2021-04-01', 1],
  ['2021-03-31', 0],
  [null, 0],
]
for (const [bornOn, counted] of underFive) {
  test(`M54 counts a child born ${bornOn ?? 'on no known day'}: ${counted}`, () => {
    const children = [child('a', { developmentCheck: true }, { bornOn })]
    assert.deepEqual(numbersOf(developmentChecks, children), [counted, counted])
  })
}

const asked: [string, number][] = [
  ['2021-04-01', 0],
  ['2021-03-31', 1],
  ['2009-04-01', 1],
  ['2009-03-31', 0],
]
for (const [bornOn, counted] of asked) {
  test(`M55 and M56 ask of a child born ${bornOn}: ${counted}`, () => {
    const children = [child('a', { sdqScore: 0 }, { bornOn })]
    assert.deepEqual(numbersOf(scoreKnown, children), [counted, counted])
    assert.equal(averageScore.compute(children, buildCouncil(), AS_AT).denominator, counted)
  })
}

test('M56 is the mean of the scores there are, and a score of nought is one', () => {
  const children = [child('a', { sdqScore: 0 }), child('b', { sdqScore: 20 }), child('c'), child('d', { sdqScore: 17 })]
  const result = averageScore.compute(children, buildCouncil(), AS_AT)
  assert.deepEqual([result.numerator, result.denominator, result.value], [37, 3, 37 / 3])
  assert.deepEqual(result.counted, ['a', 'b', 'd'])
})
test('M56 of nobody is no average', () => {
  assert.match(averageScore.compute([child('a')], buildCouncil(), AS_AT).cannotCompute!, /no average/)
})

const bands: [number, string][] = [
  [0, 'usual'],
  [13, 'usual'],
  [14, 'borderline'],
  [16, 'borderline'],
  [17, 'concern'],
  [40, 'concern'],
]
for (const [sdqScore, band] of bands) {
  test(`M57 a score of ${sdqScore} is "${band}"`, () => {
    const { breakdown, numerator, denominator } = scoreOfConcern.compute(
      [child('a', { sdqScore }), child('none')],
      buildCouncil(),
      AS_AT,
    )
    assert.deepEqual(
      breakdown!.filter(({ count }) => count > 0).map(({ code }) => code),
      [band],
    )
    assert.deepEqual([numerator, denominator], [band === 'concern' ? 1 : 0, 1])
  })
}

test('M59 is of those identified: had help, was offered and did not take it, or nothing is recorded', () => {
  const children = [
    child('a', { substanceMisuse: true, interventionReceived: true }),
    child('b', { substanceMisuse: true, interventionReceived: false, interventionOffered: true }),
    child('c', { substanceMisuse: true, interventionReceived: false, interventionOffered: false }),
    child('d', { substanceMisuse: false }),
  ]
  assert.deepEqual(numbersOf(hadHelpForIt, children), [1, 3])
  const { breakdown } = hadHelpForIt.compute(children, buildCouncil(), AS_AT)
  assert.deepEqual(
    breakdown!.map(({ count }) => count),
    [1, 1, 1],
  )
})

const ofAge: [string, number][] = [
  ['2016-04-01', 0],
  ['2016-03-31', 1],
  ['2008-04-01', 1],
  ['2008-03-31', 0],
]
for (const [bornOn, counted] of ofAge) {
  test(`M93 counts a child born ${bornOn}: ${counted}`, () => {
    const convictions = [{ startsOn: '2025-04-01', endsOn: '2026-03-31', convicted: true }]
    assert.deepEqual(numbersOf(inTroubleWithTheLaw, [child('a', {}, { bornOn, convictions })]), [counted, counted])
  })
}
test('M93 a conviction of another year is not of this one', () => {
  const convictions = [{ startsOn: '2024-04-01', endsOn: '2025-03-31', convicted: true }]
  assert.deepEqual(numbersOf(inTroubleWithTheLaw, [child('a', {}, { convictions })]), [0, 1])
})
