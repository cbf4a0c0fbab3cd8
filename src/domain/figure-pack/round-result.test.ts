import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeCount, makeMean, makePercent } from '../measures/make-result.ts'
import { roundResult } from './round-result.ts'

const asAt = '2026-03-31'
const children = (many: number) => Array.from({ length: many }, (_, at) => `child ${at}`)
const round = (numbers: Record<string, number>) => (name: string) => numbers[name] ?? null

test('a percentage is of the rounded numbers, and nothing of it is hidden', () => {
  const result = makePercent(
    { id: 'M20', title: 'Homes', kind: 'percent' },
    { met: children(3), counted: children(47) },
    { asAt },
  )
  const { numerator, denominator, value, hidden } = roundResult(
    { ...result, hidden: ['numerator'] },
    round({ numerator: 5, denominator: 45 }),
  )
  assert.deepEqual([numerator, denominator, Math.round(value! * 10) / 10, hidden], [5, 45, 11.1, []])
  assert.equal(roundResult(result, round({ numerator: 0, denominator: 0 })).value, null)
})

test('groups are rounded with their total, and their shares are of it', () => {
  const breakdown = [3, 9].map((count, at) => ({ code: `${at}`, label: `Kind ${at}`, count, part: 'met' as const }))
  const result = makeCount({ id: 'M12', title: 'Homes', kind: 'list' }, children(12), { asAt, breakdown })
  const rounded = roundResult(result, round({ numerator: 10, 'cell 0': 0, 'cell 1': 10 }))
  assert.deepEqual(
    rounded.breakdown!.map(({ count, percent }) => [count, percent]),
    [
      [0, 0],
      [10, 100],
    ],
  )
  assert.equal(rounded.value, 10)
})

test('a rate follows its number over a public base, and an average stays', () => {
  const rate = {
    ...makePercent(
      { id: 'M02', title: 'Rate', kind: 'rate' },
      { met: children(8), counted: [], numbers: { numerator: 8, denominator: 1000 } },
      { asAt },
    ),
    value: 80,
  }
  assert.equal(roundResult(rate, round({ numerator: 10 })).value, 100)
  const mean = makeMean({ id: 'M56', title: 'Score', kind: 'mean' }, { counted: children(20), sum: 250 }, { asAt })
  assert.equal(roundResult(mean, round({ denominator: 20 })).value, 12.5)
})
