import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { makePercent } from '../measures/make-result.ts'
import { partOf, shareFromCount, shareFromMeasure } from './promise-share.ts'
import { decidePromise, findPromiseState, isFresh, type PromiseFacts, sayRule, shareKept } from './promise-state.ts'

const day = '2026-07-10'
const before = '2026-07-09'
const after = '2026-07-11'
const nothing: PromiseFacts = { share: null, owner: null, dueOn: null, reason: null }

const cases: ({ why: string; state: string } & Partial<PromiseFacts>)[] = [
  { why: 'nothing at all', state: 'unknown' },
  { why: 'just short of kept', share: 0.949, state: 'partly' },
  { why: 'at the line', share: 0.95, state: 'kept' },
  { why: 'at the line, as a count', share: 19 / 20, state: 'kept' },
  { why: 'half', share: 0.5, state: 'partly' },
  { why: 'under half', share: 0.499, state: 'not-kept' },
  { why: 'under half, whatever is planned', share: 0.2, owner: 'A', dueOn: '2027-01-01', state: 'not-kept' },
  { why: '38 of 46 with a day', share: 38 / 46, owner: 'A', dueOn: after, state: 'on-the-way' },
  { why: '38 of 46 on the day', share: 38 / 46, owner: 'A', dueOn: day, state: 'on-the-way' },
  { why: '38 of 46 the day after', share: 38 / 46, owner: 'A', dueOn: before, state: 'not-kept' },
  { why: '38 of 46 without a day', share: 38 / 46, owner: 'A', state: 'partly' },
  { why: 'kept although the day passed', share: 1, owner: 'A', dueOn: before, state: 'kept' },
  { why: 'the day before it is due', owner: 'A', dueOn: after, state: 'on-the-way' },
  { why: 'on the day it is due', owner: 'A', dueOn: day, state: 'on-the-way' },
  { why: 'the day after it was due', owner: 'A', dueOn: before, state: 'not-kept' },
  { why: 'a day without an owner is no plan', dueOn: after, state: 'unknown' },
  { why: 'an owner without a day is no plan', owner: 'A', state: 'unknown' },
  { why: 'a reason, the day before its review', reason: { reviewOn: after }, state: 'cannot' },
  { why: 'a reason, on the day of its review', reason: { reviewOn: day }, state: 'cannot' },
  { why: 'a reason, the day after its review', reason: { reviewOn: before }, state: 'unknown' },
  { why: 'a reason and few', share: 0.3, reason: { reviewOn: after }, state: 'cannot' },
  { why: 'a reason whose day passed, and few', share: 0.3, reason: { reviewOn: before }, state: 'not-kept' },
  { why: 'a reason, but kept all the same', share: 0.97, reason: { reviewOn: after }, state: 'kept' },
]
describe('rules 1 and 2: the state of a promise follows from facts', () => {
  for (const { why, state, ...facts } of cases)
    test(`${why}: ${state}`, () => assert.equal(findPromiseState({ ...nothing, ...facts }, day), state))

  test('a council’s own lines are followed, and printed', () => {
    const rule = { keptFrom: 80, partlyFrom: 40 }
    assert.equal(findPromiseState({ ...nothing, share: 0.8 }, day, rule), 'kept')
    assert.equal(findPromiseState({ ...nothing, share: 0.4 }, day, rule), 'partly')
    assert.match(sayRule(rule), /at least 80 of every 100.*at least 40/)
  })

  test('how it was decided is said, and never rounds up over a line', () => {
    const decided = decidePromise({ ...nothing, share: 0.949, owner: 'A', dueOn: after }, day)
    assert.match(decided.because, /true for 94 of every 100/)
    assert.match(decided.because, /11 July 2026; after that day it is not kept/)
  })
})

test('where fewer is better, a promise is kept for those it did not happen to', () => {
  assert.equal(shareKept(10, 'lower'), 0.9)
  assert.equal(shareKept(90, 'higher'), 0.9)
  assert.equal(shareKept(90, 'none'), null)
  assert.equal(shareKept(null, 'lower'), null)
})

const measured = (id: string, kept: number, of: number) => {
  const ids = (count: number) => Array.from({ length: count }, (_, index) => `${index}`)
  return makePercent({ id, title: 'x' }, { met: ids(kept), counted: ids(of) }, { asAt: day })
}

describe('rule 39: a share is shown whole or hidden whole', () => {
  for (const [kept, of, isHidden] of [
    [38, 46, false],
    [46, 51, true], // leaves 5
    [45, 51, false], // leaves 6
    [5, 46, true],
    [6, 46, false],
    [46, 46, false],
    [10, 10, true], // a base too small for a percentage
  ] as const) {
    test(`${kept} of ${of} is ${isHidden ? 'hidden' : 'shown'}, measured or counted by hand`, () => {
      const fromMeasure = shareFromMeasure(measured('M42', kept, of))!
      const proof = { keptFor: kept, madeTo: of, addedOn: before, goodUntil: day, title: 'Counted' }
      const fromCount = shareFromCount([proof], day)!
      for (const share of [fromMeasure, fromCount]) {
        assert.equal(share.isHidden, isHidden)
        assert.equal(partOf(share), isHidden ? null : kept / of)
        if (isHidden) assert.doesNotMatch(JSON.stringify(share), new RegExp(`\\b${of}\\b`))
      }
    })
  }

  test('of a measure where fewer is better, the others are those it is kept for', () => {
    assert.deepEqual(partOf(shareFromMeasure(measured('M20', 20, 100))), 0.8)
  })
  test('a measure without a good direction makes no promise kept', () => {
    assert.equal(shareFromMeasure(measured('M12', 20, 100)), null)
    assert.equal(shareFromMeasure(undefined), null)
  })
})

describe('rule 4: proof older than its period decays to “we do not know”', () => {
  const count = (addedOn: string, goodUntil: string, keptFor: number) => ({
    keptFor,
    madeTo: 60,
    addedOn,
    goodUntil,
    title: 'Asked at reviews',
  })
  for (const [name, goodUntil, state] of [
    ['the day before its last', after, 'kept'],
    ['on its last day', day, 'kept'],
    ['the day after its last', before, 'unknown'],
  ] as const) {
    test(`a count ${name}: ${state}`, () => {
      const share = partOf(shareFromCount([count('2026-04-01', goodUntil, 60)], day))
      assert.equal(findPromiseState({ ...nothing, share }, day), state)
      assert.equal(isFresh({ goodUntil }, day), state === 'kept')
    })
  }
  test('the newest count that still counts is the one', () => {
    const proofs = [count('2026-04-01', after, 30), count('2026-06-01', after, 45), count('2026-07-01', before, 60)]
    assert.equal(partOf(shareFromCount(proofs, day)), 0.75)
  })
})
