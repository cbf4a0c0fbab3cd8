import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isId } from './is-id.ts'

for (const [text, isOne] of [
  ['00000000-0000-4000-8000-00000000000a', true],
  ['00000000-0000-4000-8000-00000000000A', true],
  ['00000000-0000-4000-8000-00000000000g', false],
  ['00000000-0000-4000-8000-00000000000a ', false],
  ['new', false],
  ['', false],
  [undefined, false],
] as const)
  test(`${JSON.stringify(text) ?? 'nothing'} is ${isOne ? 'an id' : 'no id'}`, () => assert.equal(isId(text), isOne))
