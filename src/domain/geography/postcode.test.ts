import assert from 'node:assert/strict'
import { test } from 'node:test'
import { normalisePostcode } from './postcode.ts'

const cases: [string | null, string | null][] = [
  ['ZZ1 1AA', 'ZZ1 1AA'],
  ['zz11aa', 'ZZ1 1AA'],
  ['  zz1  1aa ', 'ZZ1 1AA'],
  ['ZZ11 1AA', 'ZZ11 1AA'],
  ['Z1 1AA', 'Z1 1AA'],
  ['Z1Z1AA', 'Z1Z 1AA'],
  ['ZZ1Z 1AA', 'ZZ1Z 1AA'],
  ['ZZ1-1AA.', 'ZZ1 1AA'],
  ['gir 0aa', 'GIR 0AA'],
  ['', null],
  [null, null],
  ['?', null],
  ['ZZ1', null],
  ['ZZZ1 1AA', null],
  ['ZZ1 AAA', null],
  ['ZZ111 1AA', null],
]

test('a postcode is kept in capitals with one space, and what cannot be one is null', () => {
  for (const [text, expected] of cases) assert.equal(normalisePostcode(text), expected, String(text))
})
