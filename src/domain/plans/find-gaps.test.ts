import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findGaps, findUsedTwice, type Gap, type GapFacts } from './find-gaps.ts'

const GOOD: GapFacts = {
  reference: '1',
  priority: 'Homes',
  owners: ['Homes team'],
  dueOn: '2026-06-30',
  dueAsWritten: 'June 2026',
  wayToTell: 'Moves',
  parts: [],
  answeredBy: [],
  gone: [],
}
const part = { owners: [], dueOn: null, dueAsWritten: null, how: null }
const dates = [
  { ...part, dueOn: '2026-05-31', dueAsWritten: 'May 2026' },
  { ...part, dueOn: '2027-05-31', dueAsWritten: 'May 2027' },
]

describe('what an action leaves open', () => {
  const cases: [string, Partial<GapFacts>, Gap[]][] = [
    ['nothing', {}, []],
    ['nobody named', { owners: [] }, ['no owner']],
    ['nobody named, but somebody here answers for it', { owners: [], answeredBy: ['a'] }, []],
    ['nobody named, but each step has somebody', { owners: [], parts: [{ ...part, owners: ['Voice team'] }] }, []],
    ['its owner has left', { answeredBy: ['a'], gone: ['a'] }, ['owner left']],
    ['one of two owners has left', { answeredBy: ['a', 'b'], gone: ['a'] }, []],
    ['no date', { dueOn: null, dueAsWritten: '' }, ['no date']],
    ['no date, and a day was added', { dueOn: null, dueAsWritten: '', parts: [dates[0]!] }, []],
    ['ongoing', { dueOn: null, dueAsWritten: 'Ongoing' }, ['a date that is no date']],
    ['two dates', { dueOn: null, dueAsWritten: 'May 2026 then May 2027', parts: dates }, ['two dates']],
    [
      'two dates, each with its step',
      { dueOn: null, dueAsWritten: 'May 2026 then May 2027', parts: dates.map((one) => ({ ...one, how: 'Ask' })) },
      [],
    ],
    ['no way to tell', { wayToTell: null }, ['no way to tell']],
  ]
  for (const [name, facts, gaps] of cases)
    test(`${name}: ${gaps.join(', ') || 'no gap'}`, () =>
      assert.deepEqual(findGaps([{ ...GOOD, ...facts }])[0]!.gaps, gaps))
})

test('a number used twice is found in the plan, or in its priority where numbers start again', () => {
  const of = (reference: string | null, priority: string) => ({ reference, priority })
  assert.equal(findUsedTwice([of('1', 'a'), of('2', 'a'), of('2', 'b')]).size, 2)
  assert.equal(findUsedTwice([of('1', 'a'), of('2', 'a'), of('1', 'b'), of('2', 'b')]).size, 0)
  assert.equal(findUsedTwice([of('1', 'a'), of('2', 'a'), of('2', 'a'), of('1', 'b')]).size, 2)
  assert.equal(findUsedTwice([of(null, 'a'), of(null, 'a'), of('', 'a'), of('', 'a')]).size, 0)
})
