import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type DigestItem, type DigestPart, listAsked } from './my-digest.ts'

const TODAY = '2026-07-10'
const ITEM: DigestItem = {
  progress: 'under way',
  dueOn: null,
  dueAsWritten: null,
  owners: ['Homes team', 'Voice team'],
  wayToTell: null,
  lastSaidOn: '2026-06-01',
  givenOn: null,
  parts: [],
}
const part = (given: Partial<DigestPart>): DigestPart => ({
  position: 1,
  how: null,
  owners: [],
  answeredBy: [],
  dueAsWritten: null,
  dueOn: null,
  progress: null,
  lastSaidOn: null,
  ...given,
})
const ask = (item: Partial<DigestItem>, who = 'ann', today = TODAY) =>
  listAsked([{ ...ITEM, ...item }], who, today).map(({ why, dueOn }) => [why, dueOn])

describe('two owners and two dates', () => {
  const dates = [part({ dueOn: '2026-07-01' }), part({ dueOn: '2026-07-20' })]
  for (const who of ['ann', 'ben'])
    test(`both dates are asked of ${who}`, () => {
      assert.deepEqual(ask({ parts: dates }, who), [
        ['late', '2026-07-01'],
        ['due soon', '2026-07-20'],
      ])
    })

  test('a word since the first date is an answer to it; the second is still asked about', () => {
    assert.deepEqual(ask({ parts: dates, lastSaidOn: '2026-07-02' }), [['due soon', '2026-07-20']])
    assert.deepEqual(ask({ parts: dates, lastSaidOn: '2026-07-02' }, 'ann', '2026-07-20'), [['due soon', '2026-07-20']])
    assert.deepEqual(ask({ parts: dates, lastSaidOn: '2026-07-02' }, 'ann', '2026-07-21'), [['late', '2026-07-20']])
  })

  test('a date that is done is asked about no more', () => {
    assert.deepEqual(ask({ parts: [part({ ...dates[0]!, progress: 'done' }), dates[1]!] }), [
      ['due soon', '2026-07-20'],
    ])
  })
})

describe('steps with owners of their own', () => {
  const steps = [
    part({ how: 'Meet early', owners: ['Homes team'], answeredBy: ['ann'], dueOn: '2026-07-01' }),
    part({ how: 'Ask each child', owners: ['Voice team'], answeredBy: ['ben'], dueOn: '2026-07-05' }),
  ]
  test('each asks its own owner and nobody else', () => {
    assert.deepEqual(ask({ parts: steps }, 'ann'), [['late', '2026-07-01']])
    assert.deepEqual(ask({ parts: steps }, 'ben'), [['late', '2026-07-05']])
  })
})

describe('named before its day', () => {
  for (const [today, asked] of [
    ['2026-07-05', []],
    ['2026-07-06', [['due soon', '2026-07-20']]],
    ['2026-07-20', [['due soon', '2026-07-20']]],
    ['2026-07-21', [['late', '2026-07-20']]],
  ] as const)
    test(today, () => assert.deepEqual(ask({ dueOn: '2026-07-20', lastSaidOn: '2026-07-01' }, 'ann', today), asked))
})

test('what is done asks nothing, what broke down asks, and a quarter without a word asks', () => {
  assert.deepEqual(ask({ progress: 'done', dueOn: '2026-01-01' }), [])
  assert.deepEqual(ask({ progress: 'broken down' }), [['broke down', null]])
  assert.deepEqual(ask({ lastSaidOn: '2026-01-01' }), [['no word for long', null]])
  assert.deepEqual(ask({ lastSaidOn: '2026-01-01', parts: [part({ dueOn: '2027-01-01' })] }), [
    ['no word for long', null],
  ])
  assert.deepEqual(ask({ lastSaidOn: '2026-07-09' }), [])
})
