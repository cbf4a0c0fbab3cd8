import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isVerdict, VERDICTS } from './verdict.ts'

test('only the five words are a verdict', () => {
  assert.ok(VERDICTS.every(isVerdict))
  for (const word of ['kept', 'partly', 'Yes', '', undefined]) assert.equal(isVerdict(word), false)
})
