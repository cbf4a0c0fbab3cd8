import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findIssueStanding, type IssueStanding, type StoodIssue, sayIssueCounts } from './issue-standing.ts'

const taken = (dueOn: string): StoodIssue => ({ state: 'taken', dueOn })
const open: StoodIssue = { state: 'open', dueOn: null }
const settled: StoodIssue = { state: 'settled', dueOn: '2026-01-01' }

describe('how an issue stands', () => {
  const cases: [what: string, StoodIssue, IssueStanding][] = [
    ['nothing is decided', open, 'waits'],
    ['the day before its day', taken('2026-07-11'), 'taken'],
    ['on its day', taken('2026-07-10'), 'taken'],
    ['the day after its day', taken('2026-07-09'), 'late'],
    ['settled, whatever its day was', settled, 'settled'],
  ]
  for (const [what, issue, standing] of cases)
    test(what, () => assert.equal(findIssueStanding(issue, '2026-07-10'), standing))
})

describe('counts of issues by how they stand', () => {
  const cases: [issues: StoodIssue[], said: string][] = [
    [[], ''],
    [[open], '1 waits'],
    [[open, open, taken('2026-07-10')], '2 wait and 1 is taken'],
    [[settled, taken('2026-07-09'), open, taken('2026-07-10')], '1 waits, 1 is taken, 1 is late and 1 is settled'],
  ]
  for (const [issues, said] of cases)
    test(said || 'none at all', () => assert.equal(sayIssueCounts(issues, '2026-07-10'), said))
})
