import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerBy, coverFrom } from './cover-from.ts'

const holidays = new Set(['2026-08-31', '2026-12-25', '2026-12-28'])
const cases: [why: string, saidOn: string, time: string, from: string][] = [
  ['on a Monday', '2026-07-06', '09:30', '2026-07-07T09:30'],
  ['on a Thursday', '2026-07-09', '16:00', '2026-07-10T16:00'],
  ['on a Friday: the weekend does not count', '2026-07-10', '16:00', '2026-07-13T16:00'],
  ['on a Saturday: the first working day', '2026-07-11', '20:15', '2026-07-13T20:15'],
  ['on a Sunday night', '2026-07-12', '23:59', '2026-07-13T23:59'],
  ['on the Friday before a bank holiday', '2026-08-28', '10:00', '2026-09-01T10:00'],
  ['on the bank holiday itself', '2026-08-31', '10:00', '2026-09-01T10:00'],
  ['on Christmas Eve', '2026-12-24', '12:00', '2026-12-29T12:00'],
]
for (const [why, saidOn, time, from] of cases) {
  test(`said ${why}, the cover may open it from ${from}`, () => assert.equal(coverFrom(saidOn, time, holidays), from))
}

test('an answer is expected within three working days', () => {
  assert.equal(answerBy('2026-07-06', holidays), '2026-07-09')
  assert.equal(answerBy('2026-07-10', holidays), '2026-07-15')
  assert.equal(answerBy('2026-08-27', holidays), '2026-09-02')
})
