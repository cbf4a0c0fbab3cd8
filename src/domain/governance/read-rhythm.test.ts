import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type HowOften, readHowOften } from './read-rhythm.ts'
import type { Rhythm } from './rhythm.ts'
import { sayHowOften, sayRhythm } from './say-rhythm.ts'

describe('how often, as people write it', () => {
  const READ: [string, HowOften][] = [
    ['every three months', { kind: 'every', months: 3 }],
    ['Every 3 months.', { kind: 'every', months: 3 }],
    ['quarterly', { kind: 'every', months: 3 }],
    ['every two  months', { kind: 'every', months: 2 }],
    ['monthly', { kind: 'every', months: 1 }],
    ['twice a month', { kind: 'twice a month' }],
    ['half-termly', { kind: 'half-termly' }],
    ['once each half term', { kind: 'half-termly' }],
    ['twice a year', { kind: 'every', months: 6 }],
    ['yearly', { kind: 'every', months: 12 }],
    ['in March, June and October', { kind: 'in months', months: [3, 6, 10] }],
    ['Jan, jul', { kind: 'in months', months: [1, 7] }],
  ]
  for (const [text, rule] of READ) test(`“${text}”`, () => assert.deepEqual(readHowOften(text), rule))

  const ASKED: [string, RegExp][] = [
    ['bi-monthly', /Every two months, or twice a month\?/],
    ['Bimonthly', /Every two months, or twice a month\?/],
    ['bi monthly, on Tuesdays', /Every two months, or twice a month\?/],
    ['bi-annually', /Twice a year, or every two years\?/],
    ['biennial', /Twice a year, or every two years\?/],
    ['bi–weekly', /Every two weeks, or twice a week\?/],
    ['regularly', /nobody could say when one is missed/],
    ['every 0 months', /in one of these ways/],
    ['every 25 months', /in one of these ways/],
    ['in Marchember', /in one of these ways/],
    ['', /in one of these ways/],
  ]
  for (const [text, asked] of ASKED)
    test(`“${text}” is asked back`, () => {
      const answer = readHowOften(text)
      assert.match('ask' in answer ? answer.ask : '', asked)
    })

  test('what a rhythm is called reads as that rhythm again', () => {
    const weekday = 2
    const place = { week: 2 as const, weekday, skips: [] }
    const rhythms = fc.oneof(
      fc.integer({ min: 1, max: 24 }).map((months): Rhythm => ({ kind: 'every', months, from: '2026-01', ...place })),
      fc
        .subarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], { minLength: 1 })
        .map((months): Rhythm => ({ kind: 'in months', months, ...place })),
      fc.constant<Rhythm>({ kind: 'half-termly', nth: 3, weekday }),
      fc.constant<Rhythm>({ kind: 'twice a month', weeks: [1, 3], weekday, skips: [] }),
    )
    fc.assert(
      fc.property(rhythms, (rhythm) => {
        const again = readHowOften(sayHowOften(rhythm))
        assert.ok('kind' in again, sayHowOften(rhythm))
        assert.equal(again.kind, rhythm.kind)
        if ('months' in again && 'months' in rhythm) assert.deepEqual(again.months, rhythm.months)
      }),
    )
  })

  test('a rule is said in whole sentences', () => {
    const august: Rhythm = { kind: 'every', months: 3, from: '2026-01', week: 2, weekday: 2, skips: [8] }
    assert.equal(
      sayRhythm(august),
      'Every three months, on the second Tuesday. It does not meet in August: that meeting is held in the month after.',
    )
    assert.equal(
      sayRhythm({ kind: 'half-termly', nth: 3, weekday: 3 }),
      'Once in each half term, on its third Wednesday.',
    )
  })
})
