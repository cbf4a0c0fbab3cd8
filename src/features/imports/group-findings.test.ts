import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupFindings, sayCause } from './group-findings.ts'
import { blankFinding } from './import.store.ts'

const cases: [string, string][] = [
  ['LS cannot be “X9”. Give a code.', 'LS cannot be “…”. Give a code.'],
  ['It ends on 3 July 2025, before it starts on 14 July 2025.', 'It ends on [date], before it starts on [date].'],
  ['This row is the same as line 1,204. Delete one.', 'This row is the same as line …. Delete one.'],
  ['Give a real day as day/month/year, such as 31/03/2026.', 'Give a real day as day/month/year, such as 31/03/2026.'],
]

test('a cause is the sentence without its value, day and line', () => {
  for (const [message, cause] of cases) assert.equal(sayCause(message), cause)
})

test('findings are grouped by table, column and cause, the most frequent first', () => {
  const finding = (line: number, column: string, childCode: string, value: string) => ({
    ...blankFinding,
    table: 'Reviews',
    line,
    column,
    childCode,
    message: `${column} cannot be “${value}”.`,
  })
  const groups = groupFindings([
    finding(2, 'DOB', 'A', 'x'),
    finding(3, 'REVIEW', 'A', 'x'),
    finding(4, 'REVIEW', 'A', 'y'),
    finding(5, 'REVIEW', 'B', 'z'),
  ])
  assert.deepEqual(
    groups.map(({ column, count, children, lines }) => [column, count, children, lines]),
    [
      ['REVIEW', 3, 2, [3, 4, 5]],
      ['DOB', 1, 1, [2]],
    ],
  )
})
