import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayDay } from './say-day.ts'

const cases: [day: string, said: string][] = [
  ['2026-07-10', 'today'],
  ['2026-07-11', 'tomorrow'],
  ['2026-07-12', 'Sunday 12 July'],
  ['2026-07-09', 'yesterday'],
  ['2026-07-08', 'Wednesday 8 July'],
  ['2026-12-31', 'Thursday 31 December'],
  ['2027-01-01', 'Friday 1 January 2027'],
  ['2025-12-31', 'Wednesday 31 December 2025'],
]
for (const [day, said] of cases)
  test(`on 10 July 2026 a child says ${said} of ${day}`, () => assert.equal(sayDay(day, '2026-07-10'), said))
