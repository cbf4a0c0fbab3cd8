import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildChild, buildChildInCare, buildCouncil, buildEpisode } from '../build-child.ts'
import type { Episode } from '../in-care.ts'
import type { Measure } from '../measure.ts'
import { endedUnplanned } from './ended-unplanned.ts'
import { farAndOutside } from './far-and-outside.ts'
import { settledForTwoYears } from './settled-for-two-years.ts'
import { threeHomesInTwoYears } from './three-homes-in-two-years.ts'
import { whyTheyMoved } from './why-they-moved.ts'
import { withFamilyAndFriends } from './with-family-and-friends.ts'
import { withOurOwnCarers } from './with-our-own-carers.ts'

const AS_AT = '2026-03-31'
const numbersOf = (measure: Measure, ...children: ReturnType<typeof buildChild>[]) => {
  const { numerator, denominator } = measure.compute(children, buildCouncil(), AS_AT)
  return [numerator, denominator]
}
/** Homes one after another, each from its day to the day of the next. */
const homes = (...stays: Partial<Episode>[]) =>
  stays.map((stay, index) =>
    buildEpisode({
      reasonForNewEpisode: index === 0 ? 'S' : 'P',
      endsOn: stays[index + 1]?.startsOn ?? null,
      miles: index,
      ...stay,
    }),
  )

test('M13 is of fostered children only', () => {
  const children = [
    buildChildInCare('own', { placement: 'U6', provider: 'PR1' }),
    buildChildInCare('kin', { placement: 'U1', provider: 'PR1' }),
    buildChildInCare('agency', { placement: 'U4', provider: 'PR4' }),
    buildChildInCare('unknown', { placement: 'U4', provider: null }),
    buildChildInCare('home', { placement: 'K2', provider: 'PR1' }),
  ]
  assert.deepEqual(numbersOf(withOurOwnCarers, ...children), [2, 4])
})

test('M14 is of all children in our care', () => {
  const children = ['U1', 'U2', 'U3', 'U4', 'K2', 'P1'].map((placement) => buildChildInCare(placement, { placement }))
  assert.deepEqual(numbersOf(withFamilyAndFriends, ...children), [3, 6])
})

const young = '2012-05-05'
const settled: { name: string; bornOn?: string | null; episodes: Episode[]; expected: number[] }[] = [
  { name: 'in care two and a half years to the day', episodes: homes({ startsOn: '2023-10-01' }), expected: [1, 1] },
  { name: 'in care a day less', episodes: homes({ startsOn: '2023-10-02' }), expected: [0, 0] },
  {
    name: 'the same home two years to the day',
    episodes: homes({ startsOn: '2023-01-01' }, { startsOn: '2024-04-01' }),
    expected: [1, 1],
  },
  {
    name: 'the same home a day less',
    episodes: homes({ startsOn: '2023-01-01' }, { startsOn: '2024-04-02' }),
    expected: [0, 1],
  },
  {
    name: 'a change of legal status alone',
    episodes: homes({ startsOn: '2023-01-01' }, { startsOn: '2025-04-02', reasonForNewEpisode: 'L' }),
    expected: [1, 1],
  },
  {
    name: 'away in hospital and back',
    episodes: [
      buildEpisode({ startsOn: '2023-01-01', endsOn: '2025-05-01' }),
      buildEpisode({ startsOn: '2025-05-01', endsOn: '2025-05-04', reasonForNewEpisode: 'P', placement: 'T1' }),
      buildEpisode({ startsOn: '2025-05-04', reasonForNewEpisode: 'P' }),
    ],
    expected: [1, 1],
  },
  {
    name: 'with adopters, and two years with the home before',
    episodes: homes({ startsOn: '2023-01-01' }, { startsOn: '2025-09-01', placement: 'A6' }),
    expected: [1, 1],
  },
  {
    name: 'with adopters, and less than two years with the home before',
    episodes: homes(
      { startsOn: '2023-01-01' },
      { startsOn: '2024-04-02' },
      { startsOn: '2025-09-01', placement: 'A6' },
    ),
    expected: [0, 1],
  },
  {
    name: 'a day out of care',
    episodes: [
      buildEpisode({ startsOn: '2022-01-01', endsOn: '2024-01-01', reasonEnded: 'E4A' }),
      buildEpisode({ startsOn: '2024-01-02' }),
    ],
    expected: [0, 0],
  },
  {
    name: 'short breaks before',
    episodes: [
      buildEpisode({ startsOn: '2022-01-01', endsOn: '2024-01-01', legalStatus: 'V4' }),
      buildEpisode({ startsOn: '2024-01-01' }),
    ],
    expected: [0, 0],
  },
  { name: '15 until tomorrow', bornOn: '2010-04-01', episodes: homes({ startsOn: '2023-01-01' }), expected: [1, 1] },
  { name: '16 today', bornOn: '2010-03-31', episodes: homes({ startsOn: '2023-01-01' }), expected: [0, 0] },
  { name: 'no birth date', bornOn: null, episodes: homes({ startsOn: '2023-01-01' }), expected: [0, 0] },
]
for (const { name, bornOn = young, episodes, expected } of settled) {
  test(`M21 ${name}: ${expected.join(' of ')}`, () => {
    assert.deepEqual(numbersOf(settledForTwoYears, buildChild({ bornOn, episodes })), expected)
  })
}
test('M21 born on 29 February, 16 on 1 March of a common year', () => {
  const child = buildChild({ bornOn: '2008-02-29', episodes: homes({ startsOn: '2020-01-01' }) })
  const on = (day: string) => settledForTwoYears.compute([child], buildCouncil(), day).denominator
  assert.deepEqual([on('2024-02-28'), on('2024-02-29')], [1, 0])
})

const twoYears: [string, Episode[], number[]][] = [
  [
    'in care two years to the day',
    homes({ startsOn: '2024-04-01' }, { startsOn: '2025-01-01' }, { startsOn: '2026-01-01' }),
    [1, 1],
  ],
  [
    'in care a day less',
    homes({ startsOn: '2024-04-02' }, { startsOn: '2025-01-01' }, { startsOn: '2026-01-01' }),
    [0, 0],
  ],
  ['two homes', homes({ startsOn: '2020-01-01' }, { startsOn: '2025-01-01' }), [0, 1]],
  [
    'the first left the day before the two years',
    homes({ startsOn: '2020-01-01' }, { startsOn: '2024-03-31' }, { startsOn: '2025-01-01' }),
    [0, 1],
  ],
]
for (const [name, episodes, expected] of twoYears) {
  test(`M22 ${name}: ${expected.join(' of ')}`, () => {
    assert.deepEqual(numbersOf(threeHomesInTwoYears, buildChild({ episodes })), expected)
  })
}

const far: [number | null, boolean | null, number][] = [
  [20, false, 0],
  [20.1, false, 1],
  [20.1, true, 0],
  [null, false, 0],
  [30, null, 0],
]
for (const [miles, insideArea, met] of far) {
  test(`M26 ${miles ?? 'unknown'} miles, inside ${insideArea}: ${met}, and counted`, () => {
    const known = buildChildInCare('known')
    assert.deepEqual(numbersOf(farAndOutside, known, buildChildInCare('a', { miles, insideArea })), [met, 2])
  })
}
test('M26 without a directory says so', () => {
  const result = farAndOutside.compute([buildChildInCare('a')], buildCouncil({ hasPostcodes: false }), AS_AT)
  assert.match(result.cannotCompute!, /directory/)
})

const moved = (childId: string, ...moves: [string, string | null][]) =>
  buildChild({
    childId,
    episodes: moves.map(([endsOn, reasonPlaceChanged]) =>
      buildEpisode({ startsOn: '2024-01-01', endsOn, reasonEnded: 'X1', reasonPlaceChanged }),
    ),
  })
const moves = [
  moved('a', ['2025-04-01', 'CREQB'], ['2025-08-01', 'CARPL']),
  moved('b', ['2025-03-31', 'ALLEG'], ['2026-03-31', 'CHILD'], ['2026-04-01', 'STAND']),
  moved('c', ['2025-05-01', 'PLACE'], ['2025-06-01', null], ['2025-07-01', 'OTHER']),
]
test('M29 counts moves of the year with a reason, not changes of status alone', () => {
  const result = endedUnplanned.compute(moves, buildCouncil(), AS_AT)
  assert.deepEqual([result.numerator, result.denominator], [2, 4])
  assert.deepEqual(
    [result.met, result.counted],
    [
      ['a', 'b'],
      ['a', 'b', 'c'],
    ],
  )
})
test('M30 tells them by reason, and how many children stand behind each', () => {
  const twice = moved('d', ['2025-05-01', 'CHILD'], ['2025-06-01', 'CHILD'])
  const { breakdown, numerator, met } = whyTheyMoved.compute([...moves, twice], buildCouncil(), AS_AT)
  assert.deepEqual([numerator, met.length], [6, 4])
  const child = breakdown!.find(({ code }) => code === 'CHILD')!
  assert.deepEqual([child.count, child.children], [3, 2])
})
test('M29 and M30 without a reason recorded say that there is none', () => {
  for (const measure of [endedUnplanned, whyTheyMoved])
    assert.match(measure.compute([buildChildInCare('a')], buildCouncil(), AS_AT).cannotCompute!, /No move/)
})
