import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { makePercent } from '../measures/make-result.ts'
import { differenceBetween, surenessOf, type Validated } from './validated.ts'

const figure = (met: string[], counted: string[]) =>
  makePercent({ id: 'M20', title: 'Moves' }, { met, counted }, { asAt: '2026-03-31' })
const checked = (result: ReturnType<typeof figure>): Validated => ({
  measureId: 'M20',
  asAt: '2026-03-31',
  sealNumber: 7,
  result,
  validatedBy: 'A colleague',
  validatedOn: '2026-05-01',
})
const before = figure(['a', 'b'], ['a', 'b', 'c', 'd'])

describe('how sure a figure is', () => {
  test('nobody checked it: provisional', () => assert.equal(surenessOf([], before).status, 'provisional'))
  test('checked and the same: validated', () => assert.equal(surenessOf([checked(before)], before).status, 'validated'))
  test('checked, the same share of others: restated, since its parts differ', () =>
    assert.equal(surenessOf([checked(before)], figure(['a'], ['a', 'b'])).status, 'restated'))
  test('checked again after it changed: validated as of the later check', () => {
    const now = figure(['a'], ['a', 'b'])
    assert.equal(surenessOf([checked(before), checked(now)], now).status, 'validated')
  })
})

test('what differs is said by child: who is newly met, no longer met, came in, went out', () => {
  assert.deepEqual(differenceBetween(before, figure(['b', 'e'], ['b', 'c', 'd', 'e'])), {
    newlyMet: ['e'],
    noLongerMet: ['a'],
    cameIn: ['e'],
    wentOut: ['a'],
  })
  assert.deepEqual(differenceBetween(before, before), { newlyMet: [], noLongerMet: [], cameIn: [], wentOut: [] })
})
