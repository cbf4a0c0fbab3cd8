import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AnswerGiven, countDaysLate, findChallengeState } from './challenge-state.ts'

const accepted: AnswerGiven = { verdict: 'accepted' }
const refused: AnswerGiven = { verdict: 'not answered yet' }
const waiting: AnswerGiven = { verdict: null }
const cases: [string, AnswerGiven[], string, string][] = [
  ['nothing said, the day before it is due', [], '2026-07-02', 'open'],
  ['nothing said, the day it is due', [], '2026-07-03', 'open'],
  ['nothing said, the day after', [], '2026-07-04', 'late'],
  ['an answer waits for those who asked, however late', [waiting], '2026-09-01', 'answered'],
  ['"not answered yet" keeps it open', [refused], '2026-07-03', 'open'],
  ['"not answered yet", and the new day went by', [refused], '2026-07-04', 'late'],
  ['a second answer waits', [refused, waiting], '2026-07-04', 'answered'],
  ['accepted at last', [refused, accepted], '2026-09-01', 'accepted'],
]

for (const [name, answers, today, state] of cases)
  test(`a challenge, ${name}, is ${state}`, () => assert.equal(findChallengeState('2026-07-03', answers, today), state))

test('days late are counted from the day after it was due', () => {
  assert.equal(countDaysLate('2026-07-03', '2026-07-03'), 0)
  assert.equal(countDaysLate('2026-07-03', '2026-07-04'), 1)
})
