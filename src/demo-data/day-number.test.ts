import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ageOn, birthday } from '../domain/shared/calendar-date.ts'
import { ageAt, birthdayOf, completedYears, dayOf, isoOf, weekdayFrom } from './day-number.ts'

test('days and dates are two forms of one thing', () => {
  for (const date of ['1969-12-31', '1970-01-01', '2024-02-29', '2026-03-31']) assert.equal(isoOf(dayOf(date)), date)
})

test('birthdays and ages are those of the domain, leap days included', () => {
  const born = ['2008-02-29', '2008-02-28', '2008-03-01', '2010-11-10']
  for (const birth of born) {
    for (const age of [0, 1, 4, 16, 18]) {
      const day = birthdayOf(dayOf(birth), age)
      assert.equal(isoOf(day), birthday(birth, age))
      for (const near of [day - 1, day, day + 1]) assert.equal(ageAt(dayOf(birth), near), ageOn(birth, isoOf(near)))
    }
  }
})

test('a weekend moves on to Monday', () => {
  const cases = [
    ['2026-11-06', '2026-11-06'],
    ['2026-11-07', '2026-11-09'],
    ['2026-11-08', '2026-11-09'],
    ['2026-11-09', '2026-11-09'],
  ] as const
  for (const [from, to] of cases) assert.equal(isoOf(weekdayFrom(dayOf(from))), to)
})

test('a collection year is complete on its 31 March', () => {
  assert.deepEqual(completedYears('2026-03-30', 2), [2024, 2025])
  assert.deepEqual(completedYears('2026-03-31', 2), [2025, 2026])
  assert.deepEqual(completedYears('2026-11-10', 2), [2025, 2026])
})
