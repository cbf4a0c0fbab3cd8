import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addDays } from '../shared/calendar-date.ts'
import { A_WORD_EVERY, findOwed, isLate, listGaps, type Owed, type StandingFacts } from './item-standing.ts'

const today = '2026-07-10'
const good: StandingFacts = {
  progress: 'under way',
  dueOn: null,
  dueAsWritten: 'Ongoing',
  owners: ['Director of Housing'],
  wayToTell: 'Flats let',
  lastSaidOn: today,
  givenOn: '2025-07-01',
}

describe('late is worked out', () => {
  for (const [name, dueOn, progress, late] of [
    ['the day before', '2026-07-11', 'under way', false],
    ['on the day', today, 'under way', false],
    ['the day after', '2026-07-09', 'under way', true],
    ['the day after, but done', '2026-07-09', 'done', false],
    ['the day after, broken down', '2026-07-09', 'broken down', true],
    ['the day after, nothing said', '2026-07-09', null, true],
    ['no day', null, 'under way', false],
  ] as const)
    test(`${name}: ${late ? 'late' : 'not late'}`, () => assert.equal(isLate({ progress, dueOn }, today), late))
})

describe('a word is owed', () => {
  const long = addDays(today, -A_WORD_EVERY)
  const cases: [string, Partial<StandingFacts>, Owed][] = [
    ['said today', {}, null],
    ['said a quarter ago to the day', { lastSaidOn: long }, null],
    ['said a day longer ago', { lastSaidOn: addDays(long, -1) }, 'no word for long'],
    ['said the day before a quarter', { lastSaidOn: addDays(long, 1) }, null],
    ['given a quarter ago, nothing said', { lastSaidOn: null, givenOn: long }, null],
    ['given a day longer ago, nothing said', { lastSaidOn: null, givenOn: addDays(long, -1) }, 'no word yet'],
    ['nobody knows when it was given', { lastSaidOn: null, givenOn: null }, 'no word yet'],
    ['done', { progress: 'done', lastSaidOn: null }, null],
    ['broken down, said today', { progress: 'broken down' }, 'broke down'],
    ['offered again', { progress: 'offered again' }, null],
    ['late, last word before its day', { dueOn: '2026-07-09', lastSaidOn: '2026-07-08' }, 'late'],
    ['late, a word since its day', { dueOn: '2026-07-09', lastSaidOn: '2026-07-09' }, null],
    ['late, the word is old', { dueOn: '2026-01-09', lastSaidOn: '2026-01-10' }, 'late'],
    ['due today', { dueOn: today, lastSaidOn: '2026-07-08' }, null],
  ]
  for (const [name, facts, owed] of cases)
    test(`${name}: ${owed ?? 'nothing'}`, () => assert.equal(findOwed({ ...good, ...facts }, today), owed))
})

test('a gap is what the plan does not say; a day in words is a day', () => {
  assert.deepEqual(listGaps(good), [])
  assert.deepEqual(listGaps({ owners: [], dueOn: null, dueAsWritten: '', wayToTell: null }), [
    'no owner',
    'no date',
    'no way to tell',
  ])
})
