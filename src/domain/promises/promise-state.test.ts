import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findPromiseState, shareKept } from './promise-state.ts'

const day = '2026-07-10'
const cases = [
  { why: 'just short of kept', share: 0.949, owner: null, dueOn: null, state: 'partly' },
  { why: 'at the line', share: 0.95, owner: null, dueOn: null, state: 'kept' },
  { why: 'half is partly', share: 0.5, owner: null, dueOn: null, state: 'partly' },
  { why: 'under half', share: 0.499, owner: null, dueOn: null, state: 'not-kept' },
  { why: 'a share beats a plan', share: 0.2, owner: 'A', dueOn: '2027-01-01', state: 'not-kept' },
  { why: 'the day before it is due', share: null, owner: 'A', dueOn: '2026-07-11', state: 'on-the-way' },
  { why: 'on the day', share: null, owner: 'A', dueOn: day, state: 'on-the-way' },
  { why: 'the day after', share: null, owner: 'A', dueOn: '2026-07-09', state: 'not-kept' },
  { why: 'a day without an owner is no plan', share: null, owner: null, dueOn: '2027-01-01', state: 'unknown' },
  { why: 'an owner without a day is no plan', share: null, owner: 'A', dueOn: null, state: 'unknown' },
]
for (const { why, state, ...facts } of cases) {
  test(`the state of a promise: ${why} is ${state}`, () => assert.equal(findPromiseState(facts, day), state))
}

test('where fewer is better, a promise is kept for those it did not happen to', () => {
  assert.equal(shareKept(10, 'lower'), 0.9)
  assert.equal(shareKept(90, 'higher'), 0.9)
  assert.equal(shareKept(90, 'none'), null)
  assert.equal(shareKept(null, 'lower'), null)
})
