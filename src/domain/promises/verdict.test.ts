import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hideVerdicts, isVerdict, sayMost, VERDICTS } from './verdict.ts'

const count = (numbers: readonly number[]) => VERDICTS.map((said, nth) => ({ said, children: numbers[nth]! }))

const cases: [claim: string, given: number[], shown: (number | null)[]][] = [
  ['nobody has answered', [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]],
  ['six are shown', [6, 6, 6, 6, 6], [6, 6, 6, 6, 6]],
  ['two small ones hide each other', [20, 5, 1, 9, 0], [20, null, null, 9, 0]],
  ['one small one takes the next smallest with it', [20, 12, 5, 9, 0], [20, 12, null, null, 0]],
  ['one alone is hidden with the first of the empty ones', [3, 0, 0, 0, 0], [null, null, 0, 0, 0]],
  ['five are hidden and six are not', [5, 6, 30, 40, 0], [null, null, 30, 40, 0]],
  ['of two equal ones the first goes', [2, 8, 8, 20, 0], [null, null, 8, 20, 0]],
  ['all small, all hidden', [1, 2, 3, 4, 5], [null, null, null, null, null]],
]
for (const [claim, given, shown] of cases) {
  test(claim, () =>
    assert.deepEqual(
      hideVerdicts(count(given)).map(({ children }) => children),
      shown,
    ),
  )
}

const anyCounts = fc.array(fc.nat({ max: 40 }), { minLength: 5, maxLength: 5 })

test('1 to 5 are never shown, and what is shown is true', () => {
  fc.assert(
    fc.property(anyCounts, (given) => {
      for (const [nth, { children }] of hideVerdicts(count(given)).entries()) {
        if (children === null) continue
        assert.equal(children, given[nth])
        assert.ok(children === 0 || children > 5)
      }
    }),
  )
})

test('whoever knows how many answered in all can work no hidden answer out', () => {
  fc.assert(
    fc.property(anyCounts, (given) => {
      const shown = hideVerdicts(count(given))
      const hidden = shown.filter(({ children }) => children === null).length
      assert.notEqual(hidden, 1)
    }),
  )
})

test('only the five words are a verdict', () => {
  assert.ok(VERDICTS.every(isVerdict))
  for (const word of ['kept', 'partly', 'Yes', '', undefined]) assert.equal(isVerdict(word), false)
})

test('the total is said in words alone', () => {
  assert.equal(sayMost('a bit'), 'More than half of those who answered say a bit.')
  assert.doesNotMatch(sayMost(null), /\d/)
})
