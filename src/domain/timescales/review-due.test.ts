import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays } from '../shared/calendar-date.ts'
import { addWorkingDays, findReviewDue, isWorkingDay } from './review-due.ts'

const christmas = new Set(['2025-12-25', '2025-12-26', '2026-01-01'])

const cases: [why: string, since: string, last: string | null, held: number, due: string][] = [
  ['first, from a Monday', '2026-06-01', null, 0, '2026-06-29'],
  ['first, from a Saturday', '2026-06-06', null, 0, '2026-07-03'],
  ['first, over Christmas and new year', '2025-12-15', null, 0, '2026-01-15'],
  ['second, three months after the first', '2026-01-01', '2026-01-30', 1, '2026-04-30'],
  ['second, where the month is shorter', '2025-11-01', '2025-11-30', 1, '2026-02-28'],
  ['later, six months after the last', '2024-01-01', '2026-01-15', 4, '2026-07-15'],
  ['first, from Christmas Day itself', '2025-12-25', null, 0, '2026-01-26'],
  ['first, from a leap day', '2028-02-29', null, 0, '2028-03-28'],
  ['first again, where the record counts none of the reviews it names', '2026-06-01', '2026-06-10', 0, '2026-06-29'],
  ['second, on the last day of a leap February', '2027-11-01', '2027-11-29', 1, '2028-02-29'],
  ['later, clamped to the end of February', '2025-01-01', '2026-08-31', 3, '2027-02-28'],
  ['later, on Christmas Day: a due day in months does not move', '2025-01-01', '2026-06-25', 3, '2026-12-25'],
  ['later, from a leap day', '2023-01-01', '2024-02-29', 3, '2024-08-29'],
]
for (const [why, since, last, held, due] of cases) {
  test(`a review is due: ${why}, on ${due}`, () => assert.equal(findReviewDue(since, last, held, christmas), due))
}

test('the first working day after an event is day one', () => {
  assert.equal(addWorkingDays('2025-12-24', 1, christmas), '2025-12-29')
})

test('counted in weeks it is the day that counting day by day gives, from any day, over any holiday', () => {
  const holidays = new Set([...christmas, '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-29'])
  for (let from = '2025-12-01'; from < '2026-06-30'; from = addDays(from, 1)) {
    let day = from
    for (let days = 0; days <= 25; days += 1) {
      assert.equal(addWorkingDays(from, days, holidays), day, `${days} after ${from}`)
      do day = addDays(day, 1)
      while (!isWorkingDay(day, holidays))
    }
  }
})
