import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ClaimDates, readClock } from './claim-clock.ts'

const holidays = new Set(['2026-08-31'])
const asked: ClaimDates = {
  askedOn: '2026-06-26',
  answerWithinDays: 10,
  answeredOn: null,
  decision: null,
  isToPay: true,
  paidOn: null,
}

const cases: [
  why: string,
  given: Partial<ClaimDates>,
  today: string,
  state: string,
  dueOn: string,
  daysLate: number,
  daysLeft: number,
][] = [
  ['on the day it was asked', {}, '2026-06-26', 'waiting', '2026-07-10', 0, 14],
  ['the day before it is due', {}, '2026-07-09', 'waiting', '2026-07-10', 0, 1],
  ['on the due day', {}, '2026-07-10', 'waiting', '2026-07-10', 0, 0],
  ['the Saturday after', {}, '2026-07-11', 'waiting', '2026-07-10', 0, 0],
  ['the Monday after', {}, '2026-07-13', 'late', '2026-07-10', 1, 0],
  ['a week after that', {}, '2026-07-20', 'late', '2026-07-10', 6, 0],
  ['asked on a Saturday', { askedOn: '2026-06-27' }, '2026-07-10', 'waiting', '2026-07-10', 0, 0],
  ['over a bank holiday', { askedOn: '2026-08-24' }, '2026-09-09', 'late', '2026-09-08', 1, 0],
  ['a yes not yet paid', { answeredOn: '2026-07-10', decision: 'yes' }, '2026-07-20', 'said yes', '2026-07-10', 0, 0],
  ['a yes that came late', { answeredOn: '2026-07-14', decision: 'yes' }, '2026-07-20', 'said yes', '2026-07-10', 2, 0],
  [
    'paid',
    { answeredOn: '2026-07-10', decision: 'yes', paidOn: '2026-07-15' },
    '2026-07-20',
    'done',
    '2026-07-10',
    0,
    0,
  ],
  [
    'a yes with nothing to pay',
    { answeredOn: '2026-07-10', decision: 'yes', isToPay: false },
    '2026-07-20',
    'done',
    '2026-07-10',
    0,
    0,
  ],
  ['a no', { answeredOn: '2026-07-10', decision: 'no' }, '2026-07-20', 'said no', '2026-07-10', 0, 0],
]
for (const [why, given, today, state, dueOn, daysLate, daysLeft] of cases) {
  test(`a claim’s clock: ${why} it is ${state}`, () =>
    assert.deepEqual(readClock({ ...asked, ...given }, today, holidays), { state, dueOn, daysLate, daysLeft }))
}
