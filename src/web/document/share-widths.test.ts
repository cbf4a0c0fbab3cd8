import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isShort, shareWidths, sum } from './share-widths.ts'

const LINE = 88
const table = (heads: string[], ...rows: string[][]) => ({
  title: 'A table',
  columns: heads.map((text) => ({ text, isNumeric: false })),
  rows,
})
const LONG = 'The office moved, and nobody had asked how she would get there. '.repeat(4)

test('a table whose cells stand on one line is as wide as they are', () => {
  const { fits, widths } = shareWidths(table(['Year', 'Seen'], ['2025', '12'], ['2026', '1,015']))
  assert.equal(fits, true)
  assert.ok(widths[0]! >= 4 && sum(widths) < LINE / 2)
})

test('a table with long cells fills the page; names, dates and numbers in it stay whole, and the longer cell gets more', () => {
  const { fits, widths } = shareWidths(
    table(
      ['What', 'Said', 'By when', 'Done'],
      ['A place of your own, and who helps with it', LONG, '30 September 2026', 'no'],
    ),
  )
  assert.equal(fits, false)
  assert.ok(Math.abs(sum(widths) - LINE) < 1e-9, String(sum(widths)))
  assert.ok(widths[1]! > widths[0]!)
  assert.ok(widths[2]! > '30 September 2026'.length)
  assert.ok(widths[3]! > 'Done'.length)
})

test('a long heading over short numbers breaks, before a cell does', () => {
  const { widths } = shareWidths(
    table(
      ['As at', 'Three or more social workers in the whole of the year', 'Of'],
      ['30 September 2026', '50%', '31 of 62 children and young people'],
    ),
  )
  assert.ok(widths[2]! >= '31 of 62 children and young people'.length)
  assert.ok(widths[1]! < 40)
})

test('lines of a cell are measured one by one', () => {
  const { fits } = shareWidths(table(['A', 'B'], ['first\nsecond\nthird '.repeat(3), `${'line\n'.repeat(40)}end`]))
  assert.equal(fits, true)
})

test('more columns than a page has room for share it, and none is lost', () => {
  const { fits, widths } = shareWidths(
    table(
      Array.from({ length: 14 }, () => 'Responsibilities'),
      Array.from({ length: 14 }, () => 'x'),
    ),
  )
  assert.equal(fits, false)
  assert.equal(widths.length, 14)
  assert.ok(widths.every((width) => width > 0))
})

test('a table without rows has the widths of its headings', () => {
  assert.equal(shareWidths(table(['One', 'Two'])).fits, true)
})

test('fourteen rows stay on one page, fifteen may go on', () => {
  const rows = (count: number) => table(['A'], ...Array.from({ length: count }, () => ['x']))
  assert.equal(isShort(rows(14)), true)
  assert.equal(isShort(rows(15)), false)
})
