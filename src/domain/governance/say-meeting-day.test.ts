import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayHowFar, sayMeetingDay } from './say-meeting-day.ts'

test('a day is said with its weekday, and with its year where that is another', () => {
  assert.equal(sayMeetingDay('2026-07-14', '2026-07-10'), 'Tuesday 14 July')
  assert.equal(sayMeetingDay('2027-01-12', '2026-12-31'), 'Tuesday 12 January 2027')
})

for (const [day, said] of [
  ['2026-07-08', '2 days ago'],
  ['2026-07-09', 'yesterday'],
  ['2026-07-10', 'today'],
  ['2026-07-11', 'tomorrow'],
  ['2026-07-14', 'in 4 days'],
] as const)
  test(`${day} is ${said}`, () => assert.equal(sayHowFar(day, '2026-07-10'), said))
