import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeReturn } from '../../../test/vectors/ssda903/write-return.ts'
import { applyChanges, compareWithRecord } from './compare.ts'
import { readReturn } from './read-return.ts'
import { summariseChanges } from './summarise-changes.ts'
import type { TableName } from './tables.ts'

type Rows = Partial<Record<TableName, Record<string, string>[]>>
const read = (rows: Rows) => readReturn(writeReturn(rows), { year: 2026 }).returns[0]!

function summarise(before: Rows, after: Rows) {
  const record = applyChanges([], compareWithRecord([], read(before)))
  return summariseChanges(compareWithRecord(record, read(after)), read(after))
}

const none = { new: 0, changed: 0, ended: 0, unchanged: 0, withdrawn: 0, refused: 0 }
const blank = { HOME_POST: '', PL_POST: '', URN: '' }

test('a row with two facts counts once, and a refused row counts as refused', () => {
  const returned = read({ Episodes: [{}, { LS: '?', DECOM: '11/06/2025' }] })
  const { totals, byTable } = summariseChanges(compareWithRecord([], returned), returned)
  assert.deepEqual(totals, { ...none, new: 2, refused: 1 })
  assert.deepEqual(
    byTable.map(({ table, counts }) => [table, counts.new, counts.refused]),
    [
      ['Header', 1, 0],
      ['Episodes', 1, 1],
    ],
  )
})

const cases: [what: string, before: Rows, after: Rows, counts: Partial<typeof none>][] = [
  ['the same again', {}, {}, { unchanged: 2 }],
  ['an end', {}, { Episodes: [{ DEC: '01/09/2025', REC: 'X1' }] }, { unchanged: 1, ended: 1 }],
  ['another legal status', {}, { Episodes: [{ LS: 'C1' }] }, { unchanged: 1, changed: 1 }],
  ['an address that was not known', { Episodes: [blank] }, {}, { unchanged: 1, changed: 1 }],
  ['an address that is taken back', {}, { Episodes: [blank] }, { unchanged: 1, changed: 1 }],
  ['another start', {}, { Episodes: [{ DECOM: '11/06/2025' }] }, { unchanged: 1, new: 1, withdrawn: 1 }],
]

for (const [what, before, after, counts] of cases) {
  test(`${what} is counted by rows`, () => assert.deepEqual(summarise(before, after).totals, { ...none, ...counts }))
}

test('examples are at most five of each, and say where the row is', () => {
  const rows = Array.from({ length: 8 }, (_, at) => ({ REVIEW: `0${at + 1}/07/2025` }))
  const reviews = summarise({}, { Reviews: rows }).byTable.find(({ table }) => table === 'Reviews')!
  assert.equal(reviews.counts.new, 8)
  assert.equal(reviews.examples.new?.length, 5)
  assert.deepEqual(reviews.examples.new?.[0], {
    childCode: 'A1',
    kind: 'review',
    startsOn: '2025-07-01',
    endsOn: '2025-07-01',
    file: 'Reviews.csv',
    line: 2,
  })
})
