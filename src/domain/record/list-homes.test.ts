import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findHomeOn, listHomes, type Stay } from './list-homes.ts'

type Row = [startsOn: string, endsOn: string | null, reason: string, placement: string]
const stays = (rows: Row[]): Stay[] =>
  rows.map(([startsOn, endsOn, reasonForNewEpisode, placement]) => ({
    startsOn,
    endsOn,
    reasonForNewEpisode,
    placement,
  }))

const cases: [what: string, episodes: Row[], homes: string[]][] = [
  ['nothing, of no episode', [], []],
  ['one home', [['2024-01-01', null, 'S', 'U6']], ['2024-01-01 … U6']],
  [
    'one home where only the order changed',
    [
      ['2024-01-01', '2024-02-01', 'S', 'U6'],
      ['2024-02-01', null, 'L', 'U6'],
    ],
    ['2024-01-01 … U6'],
  ],
  [
    'one home that became a long-term one, with the order unchanged (T) and changed (U)',
    [
      ['2024-01-01', '2024-02-01', 'S', 'U6'],
      ['2024-02-01', '2024-03-01', 'T', 'U4'],
      ['2024-03-01', null, 'U', 'U5'],
    ],
    ['2024-01-01 … U5'],
  ],
  [
    'two homes where the carers changed (P), and with the order (B)',
    [
      ['2024-01-01', '2024-02-01', 'S', 'U6'],
      ['2024-02-01', '2024-03-01', 'P', 'U6'],
      ['2024-03-01', null, 'B', 'K2'],
    ],
    ['2024-01-01 2024-02-01 U6', '2024-02-01 2024-03-01 U6', '2024-03-01 … K2'],
  ],
  [
    'another home where the days do not meet, whatever the reason says',
    [
      ['2024-01-01', '2024-01-31', 'S', 'U6'],
      ['2024-02-01', null, 'L', 'U6'],
    ],
    ['2024-01-01 2024-01-31 U6', '2024-02-01 … U6'],
  ],
  [
    'a short stay away apart from the home before it and after it',
    [
      ['2024-01-01', '2024-02-01', 'S', 'U6'],
      ['2024-02-01', '2024-02-04', 'T', 'T1'],
      ['2024-02-04', null, 'T', 'U6'],
    ],
    ['2024-01-01 2024-02-01 U6', '2024-02-01 2024-02-04 T1', '2024-02-04 … U6'],
  ],
  ['a home whose beginning the return does not hold', [['2024-02-01', null, 'L', 'U6']], ['2024-02-01 … U6']],
]
for (const [what, episodes, homes] of cases) {
  test(`episodes tell of ${what}`, () => {
    const said = listHomes(stays(episodes)).map((home) => `${home.startsOn} ${home.endsOn ?? '…'} ${home.placement}`)
    assert.deepEqual(said, homes)
  })
}

const homes = listHomes(
  stays([
    ['2024-01-01', '2024-02-01', 'S', 'U6'],
    ['2024-02-01', '2024-03-01', 'P', 'K2'],
  ]),
)
for (const [day, placement] of [
  ['2023-12-31', undefined],
  ['2024-01-01', 'U6'],
  ['2024-01-31', 'U6'],
  ['2024-02-01', 'K2'],
  ['2024-02-29', 'K2'],
  ['2024-03-01', undefined],
] as const) {
  test(`on ${day} the home is ${placement ?? 'none'}`, () => assert.equal(findHomeOn(homes, day)?.placement, placement))
}
