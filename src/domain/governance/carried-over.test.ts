import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findActionState, listCarriedOver } from './carried-over.ts'

const action = (minutedOn: string, dueOn: string, doneOn: string | null) => ({ minutedOn, dueOn, doneOn })

describe('actions that carry over', () => {
  for (const [what, due, done, today, state] of [
    ['the day before it is due', '2026-07-10', null, '2026-07-09', 'on the way'],
    ['the day it is due', '2026-07-10', null, '2026-07-10', 'on the way'],
    ['the day after', '2026-07-10', null, '2026-07-11', 'late'],
    ['done late', '2026-07-10', '2026-07-20', '2026-07-21', 'done'],
    ['as seen before it was done', '2026-07-10', '2026-07-20', '2026-07-15', 'late'],
    ['due on a leap day, the day after', '2028-02-29', null, '2028-03-01', 'late'],
  ] as const)
    test(`${what}: ${state}`, () => assert.equal(findActionState(action('2026-04-01', due, done), today), state))

  for (const [what, minuted, done, isCarried] of [
    ['not done', '2026-01-13', null, true],
    ['done after the last meeting', '2026-01-13', '2026-04-15', true],
    ['done on the day of the last meeting', '2026-01-13', '2026-04-14', false],
    ['done before the last meeting', '2026-01-13', '2026-04-01', false],
    ['minuted at this meeting', '2026-07-14', null, false],
    ['minuted at a later meeting', '2026-10-13', null, false],
  ] as const)
    test(`${what}: ${isCarried ? 'asked about' : 'not asked about'}`, () => {
      const all = [action(minuted, '2026-06-01', done)]
      assert.equal(listCarriedOver(all, '2026-07-14', '2026-04-14').length, isCarried ? 1 : 0)
    })

  test('at a body’s first meeting everything minuted before it is asked about', () => {
    assert.equal(listCarriedOver([action('2026-01-13', '2026-02-01', '2026-02-01')], '2026-07-14', null).length, 1)
  })
})
