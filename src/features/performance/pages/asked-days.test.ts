import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAskedDays } from './asked-days.form.ts'

const ask = (asAt: string, isTrue: boolean, knownOn = '') =>
  readAskedDays({ 'as-at': asAt, 'known-on': knownOn }, '2026-11-23', isTrue)

test('with the right to true figures any day up to today is given, as known on any day', () => {
  assert.deepEqual(
    [ask('2026-11-22', true, '2026-10-01').asAt, ask('2026-11-22', true, '2026-10-01').knownOn],
    ['2026-11-22', '2026-10-01'],
  )
  assert.equal(ask('', true).asAt, '2026-11-23')
})

const cases: [string, string][] = [
  ['', '2026-09-30'],
  ['2026-11-22', '2026-09-30'],
  ['2026-09-30', '2026-09-30'],
  ['2026-09-29', '2026-06-30'],
  ['2026-03-31', '2026-03-31'],
  ['2026-01-01', '2025-12-31'],
]
for (const [asked, given] of cases)
  test(`without it ${asked || 'nothing asked'} gives ${given}, as known now`, () => {
    assert.deepEqual([ask(asked, false, '2026-10-01').asAt, ask(asked, false, '2026-10-01').knownOn], [given, null])
  })

test('a day to come, or none, is said, and what was typed is kept', () => {
  assert.match(ask('2026-11-24', true).errors[0]!.text, /up to today/)
  assert.match(ask('2026-02-30', true).errors[0]!.text, /a day that exists/)
  assert.equal(ask('2026-02-30', true).typed.asAt, '2026-02-30')
})
