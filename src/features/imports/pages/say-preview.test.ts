import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blankFinding } from '../import.store.ts'
import type { Preview } from '../preview.store.ts'
import { sayPreview } from './say-preview.ts'

const counts = { new: 214, changed: 9, ended: 3, unchanged: 6101, withdrawn: 0, refused: 14 }
const row = (line: number) => ({
  ...blankFinding,
  severity: 'row' as const,
  year: 2026,
  table: 'Reviews',
  line,
  childCode: 'SECRET',
  message: 'REVIEW is blank.',
})
const preview: Preview = {
  id: 'x',
  children: 1120,
  newChildren: 250,
  years: [
    {
      year: 2026,
      children: 1120,
      files: [],
      totals: counts,
      byTable: [{ table: 'Reviews', counts: { ...counts, refused: 14 } }],
    },
  ],
  faults: [],
  refused: Array.from({ length: 14 }, (_, at) => row(at + 2)),
  warnings: [],
  notes: [{ ...blankFinding, year: 2026, message: 'There is no DoLo file.' }],
}

test('the terminal shows counts a year, the first faults and how many more, and no child’s number', () => {
  const lines = sayPreview(preview)
  assert.equal(lines[0], '2025-26: 1,120 children: 214 new facts, 9 changed, 3 ended, 6,101 the same, 14 rows refused.')
  assert.equal(lines[1], '  Refused rows by table: Reviews 14.')
  assert.equal(lines[2], '  Refused: 2025-26, Reviews, line 2: REVIEW is blank.')
  assert.equal(lines[12], '  … and 4 more.')
  assert.equal(lines[13], '  Note on 2025-26: There is no DoLo file.')
  assert.doesNotMatch(lines.join(), /SECRET/)
})

test('a refused set says what to put right in which file', () => {
  const faults = [
    { ...blankFinding, severity: 'file' as const, file: 'a.csv', line: 3, message: 'This line has 4 cells.' },
  ]
  assert.deepEqual(sayPreview({ ...preview, faults }), [
    'These files were refused: 1 thing to put right. Nothing was kept.',
    '  a.csv, line 3: This line has 4 cells.',
  ])
})
