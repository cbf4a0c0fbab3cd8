import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayDay } from './say-day.ts'

for (const [day, today, said] of [
  ['2026-07-10', '2026-07-03', 'Friday 10 July'],
  ['2026-12-31', '2026-01-01', 'Thursday 31 December'],
  ['2027-01-01', '2026-12-31', 'Friday 1 January 2027'],
  ['2025-12-31', '2026-01-01', 'Wednesday 31 December 2025'],
] as const)
  test(`${day} is said as “${said}” on ${today}`, () => assert.equal(sayDay(day, today), said))
