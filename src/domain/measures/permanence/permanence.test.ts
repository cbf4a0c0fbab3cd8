import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildChild, buildCouncil, buildEpisode } from '../build-child.ts'
import type { ChildRecord } from '../child-record.ts'
import type { Measure } from '../measure.ts'
import { adopted } from './adopted.ts'
import { careToNewFamily } from './care-to-new-family.ts'
import { courtToMatch } from './court-to-match.ts'
import { newFamilyInTime } from './new-family-in-time.ts'
import { placedInAYear } from './placed-in-a-year.ts'
import { planNoLongerAdoption } from './plan-no-longer-adoption.ts'
import { specialGuardians } from './special-guardians.ts'

const AS_AT = '2026-03-31'
interface Way {
  cameOn?: string
  orderOn?: string
  placedOn?: string
  adoptedOn?: string
  matchedOn?: string
  reasonEnded?: string
  byFormerCarer?: boolean
}
/** Came into care, a placement order with the same carers, moved in with adopters, adopted. */
function adoptedChild(childId: string, way: Way = {}): ChildRecord {
  const { cameOn = '2024-01-01', orderOn = '2024-06-01', placedOn = '2024-12-01', adoptedOn = '2025-06-01' } = way
  return buildChild({
    childId,
    episodes: [
      buildEpisode({ startsOn: cameOn, endsOn: orderOn, legalStatus: 'C1' }),
      buildEpisode({ startsOn: orderOn, endsOn: placedOn, legalStatus: 'E1', reasonForNewEpisode: 'L' }),
      buildEpisode({
        startsOn: placedOn,
        endsOn: adoptedOn,
        legalStatus: 'E1',
        reasonForNewEpisode: way.byFormerCarer ? 'T' : 'P',
        placement: way.byFormerCarer ? 'A5' : 'A6',
        reasonEnded: way.reasonEnded ?? 'E12',
        miles: way.byFormerCarer ? 4 : 30,
      }),
    ],
    adoptions: [
      {
        startsOn: '2024-05-01',
        endsOn: null,
        matchedOn: way.matchedOn ?? '2024-11-01',
        byFormerCarer: way.byFormerCarer ?? false,
        adopters: 2,
        adopterSex: 'FF',
        adopterStatus: 'L12',
      },
    ],
  })
}
const resultOf = (measure: Measure, ...children: ChildRecord[]) => measure.compute(children, buildCouncil(), AS_AT)
const left = (childId: string, reasonEnded: string, endsOn = '2025-06-01') =>
  buildChild({ childId, episodes: [buildEpisode({ endsOn, reasonEnded })] })

test('M100 and M104 are of children who left in the year', () => {
  const children = [
    adoptedChild('a'),
    adoptedChild('last day', { adoptedOn: '2026-03-31', reasonEnded: 'E11' }),
    adoptedChild('after', { adoptedOn: '2026-04-01' }),
    adoptedChild('before', { adoptedOn: '2025-03-31' }),
    left('guardian', 'E45'),
    left('carer', 'E48'),
    left('arrangements', 'E41'),
    left('home', 'E4A'),
  ]
  const numbers = (measure: Measure) => {
    const { numerator, denominator } = resultOf(measure, ...children)
    return [numerator, denominator]
  }
  assert.deepEqual(
    [numbers(adopted), numbers(specialGuardians)],
    [
      [2, 6],
      [2, 6],
    ],
  )
})

test('M101 counts days from coming into care to moving in with the new family', () => {
  const result = resultOf(careToNewFamily, adoptedChild('a'), adoptedChild('b', { cameOn: '2024-01-03' }))
  assert.deepEqual([result.numerator, result.denominator, result.value], [335 + 333, 2, 334])
  assert.deepEqual(result.period, { from: '2023-04-01', to: AS_AT })
})
test('M101 where foster carers adopt, counts to the day they became the child’s carers', () => {
  assert.equal(resultOf(careToNewFamily, adoptedChild('a', { byFormerCarer: true })).value, 0)
})

const years: [string, number | null][] = [
  ['2023-03-31', null],
  ['2023-04-01', 1],
  ['2026-03-31', 1],
  ['2026-04-01', null],
]
for (const [adoptedOn, counted] of years) {
  test(`M101 is of three years: adopted on ${adoptedOn}, ${counted ?? 'not'} counted`, () => {
    const child = adoptedChild('a', { cameOn: '2021-01-01', orderOn: '2021-06-01', placedOn: '2022-01-01', adoptedOn })
    assert.equal(resultOf(careToNewFamily, child).denominator, counted)
  })
}
test('M101 of three years of which fewer are held says so', () => {
  const noteOf = (returnYears: number[]) =>
    careToNewFamily.compute([adoptedChild('a')], buildCouncil({ returnYears }), AS_AT).publicNotes.join(' ')
  assert.match(noteOf([2025, 2026]), /Fewer than three years/)
  assert.doesNotMatch(noteOf([2024, 2025, 2026]), /Fewer than three years/)
})

const matches: [string, number][] = [
  ['2024-06-02', 1],
  ['2024-06-01', 0],
  ['2024-05-01', 0],
]
for (const [matchedOn, days] of matches) {
  test(`M102 an order on 1 June and a match on ${matchedOn}: ${days}`, () => {
    assert.equal(resultOf(courtToMatch, adoptedChild('a', { matchedOn })).value, days)
  })
}
test('M102 without a placement order, or without an answer about the match, nobody is counted', () => {
  const without = { ...adoptedChild('a'), adoptions: [] }
  assert.match(resultOf(courtToMatch, without).cannotCompute!, /placement order/)
})

const waits: [string, number][] = [
  ['2025-03-02', 1],
  ['2025-03-03', 0],
]
for (const [placedOn, met] of waits) {
  test(`M103 came on 1 January 2024 and moved in on ${placedOn}: ${met}`, () => {
    const { numerator, denominator } = resultOf(newFamilyInTime, adoptedChild('a', { placedOn }))
    assert.deepEqual([numerator, denominator], [met, 1])
  })
}

const decided: [string | null, string, (number | null)[]][] = [
  ['2025-05-31', '2026-03-31', [1, 1]],
  ['2025-03-31', '2026-03-31', [1, 1]],
  ['2025-03-30', '2026-03-31', [0, 1]],
  ['2025-05-31', '2026-04-01', [0, 0]],
  [null, '2026-03-31', [0, 0]],
]
for (const [decidedOn, placedOn, expected] of decided) {
  test(`M105 decided ${decidedOn ?? 'on no known day'}, placed ${placedOn}: ${expected.join(' of ')}`, () => {
    const child = {
      ...adoptedChild('a', { placedOn, adoptedOn: '2026-10-01' }),
      adoptionDecisions: decidedOn === null ? [] : [{ startsOn: decidedOn, endsOn: null, reasonCeased: null }],
    }
    const { numerator, denominator } = resultOf(placedInAYear, child)
    assert.deepEqual([numerator, denominator], expected)
  })
}

const ends: [string | null, string | null, number][] = [
  ['2025-03-31', 'RD1', 0],
  ['2025-04-01', 'RD1', 1],
  ['2026-03-31', 'RD2', 1],
  ['2026-04-01', 'RD2', 0],
  ['2025-06-01', null, 0],
  [null, null, 0],
]
for (const [endsOn, reasonCeased, counted] of ends) {
  test(`M106 a decision ended ${endsOn ?? 'never'} (${reasonCeased ?? 'no reason'}): ${counted}`, () => {
    const child = buildChild({ adoptionDecisions: [{ startsOn: '2024-01-01', endsOn, reasonCeased }] })
    assert.equal(resultOf(planNoLongerAdoption, child).value, counted)
  })
}
