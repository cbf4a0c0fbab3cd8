import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findMoreThan, sayMoreThan } from './more-than.ts'

const cases: [children: number, moreThan: number | null][] = [
  [0, null],
  [1, null],
  [5, null],
  [6, 5],
  [10, 5],
  [11, 10],
  [15, 10],
  [16, 15],
  [100, 95],
  [101, 100],
]
for (const [children, moreThan] of cases)
  test(`${children} children are shown as ${sayMoreThan(moreThan)}`, () =>
    assert.equal(findMoreThan(children), moreThan))

/** What a reader of the number can still believe: up to five where there is none. */
const possible = (moreThan: number | null) =>
  moreThan === null ? { from: 0, to: 5 } : { from: moreThan + 1, to: moreThan + 5 }

test('two numbers, of two days or of two lists of which one holds the other, never show that one to five children make the difference', () => {
  fc.assert(
    fc.property(fc.nat({ max: 60 }), fc.integer({ min: 0, max: 9 }), (children, more) => {
      const one = possible(findMoreThan(children))
      const other = possible(findMoreThan(children + more))
      const least = Math.max(0, other.from - one.to)
      const most = other.to - one.from
      // Rule 39: a difference of more than five, or none at all, is always as good an answer.
      assert.ok(!(least >= 1 && most <= 5), `${children} and ${children + more}`)
    }),
  )
})

test('it is said in words', () => {
  assert.equal(sayMoreThan(null), 'five children or fewer')
  assert.equal(sayMoreThan(5), 'more than five children')
  assert.equal(sayMoreThan(10, 'young people'), 'more than 10 young people')
})
