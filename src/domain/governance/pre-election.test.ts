import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findRunning, isMember, isNewClaim } from './pre-election.ts'

const SPRING = { startsOn: '2026-03-27', endsOn: '2026-05-07' }
const BY_ELECTION = { startsOn: '2026-05-01', endsOn: '2026-05-21' }

describe('the time before an election', () => {
  for (const [what, today, expected] of [
    ['the day before it begins', '2026-03-26', null],
    ['its first day', '2026-03-27', SPRING],
    ['its last day', '2026-05-07', BY_ELECTION],
    ['the day after, another one running', '2026-05-08', BY_ELECTION],
    ['the day after the last', '2026-05-22', null],
  ] as const)
    test(what, () => assert.equal(findRunning([SPRING, BY_ELECTION], today), expected))

  test('of two that run the longer is said', () =>
    assert.equal(findRunning([BY_ELECTION, SPRING], '2026-05-02'), BY_ELECTION))

  for (const [title, expected] of [
    ['Lead member for children', true],
    ['Leader of the council', true],
    ['Cllr Example', true],
    ['Vice-chair of the board', true],
    ['Director of Children’s Services', false],
    ['Head of service for children in our care', false],
    ['the Children in Care Council', false],
    ['Team leader', false],
  ] as const)
    test(`${title} is ${expected ? '' : 'not '}a member`, () => assert.equal(isMember(title), expected))

  for (const [on, period, expected] of [
    ['2026-03-26', SPRING, false],
    ['2026-03-27', SPRING, true],
    ['2026-06-01', SPRING, true],
    ['2026-04-01', null, false],
  ] as const)
    test(`claimed on ${on}${period ? '' : ', no election near'}: ${expected ? 'waits' : 'is told'}`, () =>
      assert.equal(isNewClaim(on, period), expected))
})
