import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLateForHardNews, isTellingLate, lastLateDay, type ViewStanding, viewStanding } from './view-standing.ts'

const plain = { isHard: false, toldOn: null, reply: null }
const cases: [string, Parameters<typeof viewStanding>[0], ViewStanding][] = [
  ['nothing came back yet', { withdrawnOn: null, answers: [] }, 'to answer'],
  ['an answer alone, before the child’s word', { withdrawnOn: null, answers: [plain] }, 'answered'],
  ['hard news before it is told', { withdrawnOn: null, answers: [{ ...plain, isHard: true }] }, 'to tell'],
  [
    'hard news that was told',
    { withdrawnOn: null, answers: [{ isHard: true, toldOn: '2026-07-10', reply: null }] },
    'answered',
  ],
  ['rule 14: “a bit”', { withdrawnOn: null, answers: [{ ...plain, reply: 'a bit' }] }, 'still open'],
  ['rule 14: “no”', { withdrawnOn: null, answers: [{ ...plain, reply: 'no' }] }, 'still open'],
  ['rule 14: the child’s yes', { withdrawnOn: null, answers: [{ ...plain, reply: 'yes' }] }, 'closed'],
  ['a new answer after “no”', { withdrawnOn: null, answers: [{ ...plain, reply: 'no' }, plain] }, 'answered'],
  ['taken back', { withdrawnOn: '2026-07-10', answers: [{ ...plain, reply: 'no' }] }, 'taken back'],
]
for (const [name, view, standing] of cases)
  test(`what a child said, ${name}: ${standing}`, () => assert.equal(viewStanding(view), standing))

const holidays = new Set(['2026-08-31'])
const times: [string, boolean][] = [
  ['2026-07-09T18:00', false],
  ['2026-07-10T14:59', false],
  ['2026-07-10T15:00', true],
  ['2026-07-11T09:00', true],
  ['2026-07-12T20:00', true],
  ['2026-07-13T16:00', false],
  ['2026-08-31T10:00', true],
  ['2026-09-01T16:00', false],
]
for (const [now, isLate] of times)
  test(`rule 12: hard news at ${now} is ${isLate ? 'too late in the week' : 'in time'}`, () =>
    assert.equal(isLateForHardNews(now, holidays), isLate))

for (const [today, isLate] of [
  ['2026-07-14', false],
  ['2026-07-15', true],
] as const)
  test(`rule 12: written on a Friday and untold on ${today} is ${isLate ? 'late' : 'in time'}`, () =>
    assert.equal(isTellingLate('2026-07-10', today, holidays), isLate))

test('rule 12: on a Wednesday what was written until Friday is late, and nothing newer', () =>
  assert.equal(lastLateDay('2026-07-15', holidays), '2026-07-12'))
