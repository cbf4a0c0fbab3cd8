import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { A_WORD_EVERY } from '../plans/item-standing.ts'
import { addDays } from '../shared/calendar-date.ts'
import { findFew, isStale, listWaiting, newestWords, type Word } from './word.ts'

const today = '2026-07-10'
const edge = addDays(today, -A_WORD_EVERY)
const word = (measureId: string, asAt: string, why = 'Because.'): Word => ({
  measureId,
  asAt,
  why,
  nextStep: 'We look again.',
  saidBy: 'A colleague',
  saidOn: today,
})

describe('a word grows old after a quarter', () => {
  for (const [name, asAt, stale] of [
    ['a day inside the quarter', addDays(edge, 1), false],
    ['a quarter to the day', edge, false],
    ['a day longer', addDays(edge, -1), true],
  ] as const)
    test(name, () => assert.equal(isStale(asAt, today), stale))
})

test('the newest word speaks of the latest day, and of two for the same day the later said', () => {
  const newest = newestWords([
    word('M20', '2026-06-30', 'First'),
    word('M20', '2026-06-30', 'Then'),
    word('M20', '2026-03-31'),
  ])
  assert.equal(newest.get('M20')?.why, 'Then')
})

test('a measure waits when nothing was said of it, or only long ago', () => {
  const words = [word('M20', today), word('M21', addDays(edge, -1))]
  assert.deepEqual(listWaiting(['M20', 'M21', 'M22'], words, today), ['M21', 'M22'])
})

describe('few children in what somebody writes', () => {
  for (const [text, found] of [
    ['1 child moved', ['1 child']],
    ['and 5 children came', ['5 children']],
    ['6 children came', []],
    ['15 children came', []],
    ['0 children came', []],
    ['2.5 children', []],
    ['5% of children', []],
    ['Three of our older children left', []],
    ['three older children left', ['three older children']],
    ['Two young people and four siblings', ['Two young people', 'four siblings']],
    ['one very young baby', ['one very young baby']],
    ['twenty-two homes', []],
    ['looked at one by one with the young person', []],
    ['two of our children', ['two of our children']],
    ['3 homes closed', []],
    ['2 social workers left', []],
  ] as const)
    test(text, () => assert.deepEqual(findFew(text), found))
})
