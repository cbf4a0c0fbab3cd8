import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildChild, buildChildInCare, buildCouncil, buildEpisode } from './build-child.ts'
import { threeOrMoreHomes } from './homes/three-or-more-homes.ts'
import { threeOrMoreWorkers } from './homes/three-or-more-workers.ts'

const AS_AT = '2026-03-31'
const withMoves = (childId: string, days: string[], endsOn: string | null = null) =>
  buildChild({
    childId,
    episodes: [null, ...days].map((day, index) =>
      buildEpisode({
        startsOn: day ?? '2024-06-01',
        endsOn: days[index] ?? endsOn,
        reasonForNewEpisode: day ? 'P' : 'S',
        miles: index,
      }),
    ),
  })

test('M20 counts children in our care with three or more homes', () => {
  const records = [
    withMoves('one', []),
    withMoves('two', ['2025-06-01']),
    withMoves('three', ['2025-06-01', '2025-07-01']),
    withMoves('left', ['2025-06-01', '2025-07-01'], '2026-03-31'),
  ]
  const result = threeOrMoreHomes.compute(records, buildCouncil(), AS_AT)
  assert.deepEqual([result.numerator, result.denominator], [1, 3])
  assert.deepEqual(result.met, ['three'])
  assert.equal(threeOrMoreHomes.compute(records, buildCouncil(), '2025-06-30').numerator, 0)
})

const workers: { name: string; periods: [string, string, string | null][]; isMet: boolean }[] = [
  {
    name: 'two',
    periods: [
      ['a', '2025-04-01', '2025-06-01'],
      ['b', '2025-06-01', null],
    ],
    isMet: false,
  },
  {
    name: 'three',
    periods: [
      ['a', '2025-04-01', '2025-06-01'],
      ['b', '2025-06-01', '2025-09-01'],
      ['c', '2025-09-01', null],
    ],
    isMet: true,
  },
  {
    name: 'one who came back',
    periods: [
      ['a', '2025-04-01', '2025-06-01'],
      ['b', '2025-06-01', '2025-09-01'],
      ['a', '2025-09-01', null],
    ],
    isMet: false,
  },
  {
    name: 'one who ended the day before the year',
    periods: [
      ['a', '2024-04-01', '2025-03-31'],
      ['b', '2025-03-31', '2025-09-01'],
      ['c', '2025-09-01', null],
    ],
    isMet: false,
  },
  {
    name: 'one who ended on its first day',
    periods: [
      ['a', '2024-04-01', '2025-04-01'],
      ['b', '2025-04-01', '2025-09-01'],
      ['c', '2025-09-01', null],
    ],
    isMet: true,
  },
  {
    name: 'one who began on its last day',
    periods: [
      ['a', '2024-04-01', '2025-09-01'],
      ['b', '2025-09-01', '2026-03-31'],
      ['c', '2026-03-31', null],
    ],
    isMet: true,
  },
  {
    name: 'one who began the day after',
    periods: [
      ['a', '2024-04-01', '2025-09-01'],
      ['b', '2025-09-01', '2026-04-01'],
      ['c', '2026-04-01', null],
    ],
    isMet: false,
  },
]

for (const { name, periods, isMet } of workers) {
  test(`M23 three or more workers: ${name}, ${isMet ? 'yes' : 'no'}`, () => {
    const list = periods.map(([worker, startsOn, endsOn]) => ({ worker, startsOn, endsOn }))
    const result = threeOrMoreWorkers.compute([buildChildInCare('a', {}, { workers: list })], buildCouncil(), AS_AT)
    assert.deepEqual([result.numerator, result.denominator], [Number(isMet), 1])
  })
}

test('M23 counts time before care, keeps children without a worker, and says how many', () => {
  const list = ['a', 'b', 'c'].map((worker, index) => ({
    worker,
    startsOn: `2025-0${index + 5}-01`,
    endsOn: `2025-0${index + 6}-01`,
  }))
  const records = [buildChildInCare('new', { startsOn: '2026-02-01' }, { workers: list }), buildChildInCare('none')]
  const result = threeOrMoreWorkers.compute(records, buildCouncil(), AS_AT)
  assert.deepEqual([result.numerator, result.denominator], [1, 2])
  assert.ok(result.notes.some((note) => note.startsWith('For 1 child no social worker')))
})

test('M23 has no figure where no worker is recorded at all', () => {
  assert.match(
    threeOrMoreWorkers.compute([buildChildInCare('a')], buildCouncil(), AS_AT).cannotCompute!,
    /No social worker/,
  )
})
