import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findInitials, sayWhere } from './initials.ts'

const CASES: [words: string, found: string[]][] = [
  ['J.S. moved twice', ['J.S.']],
  ['J. S. moved twice', ['J. S.']],
  ['We spoke of JS.', ['JS']],
  ['child A and Child B', ['child A', 'Child B']],
  ['a young person K came', ['young person K']],
  ['É.D. moved', ['É.D.']],
  ['The UK, a GP and HR', []],
  ['A child a day', []],
  ['The EHC plan and the PEP', []],
  ['A1 and M25', []],
  ['I. It was late', []],
  ['', []],
]

describe('initials in words that go out', () => {
  for (const [words, found] of CASES)
    test(`“${words}”: ${found.join(', ') || 'none'}`, () =>
      assert.deepEqual(
        findInitials(words).map(({ text }) => text),
        found,
      ))

  test('a place is said with the words around it', () => {
    const words = `${'We met. '.repeat(10)}Then J.S. spoke. ${'We left. '.repeat(10)}`
    assert.match(sayWhere(words, words.indexOf('J.S.'), 4), /^….*Then J\.S\. spoke\..*…$/)
    assert.equal(sayWhere('J.S.', 0, 4), 'J.S.')
  })
})
