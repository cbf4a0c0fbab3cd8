import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CodeSetName, codeSets } from '../ssda903/codes.ts'
import { sayCode } from './code-words.ts'

for (const [name, set] of Object.entries(codeSets)) {
  test(`every code of ${name} has words of its own`, () => {
    for (const code of set.codes.keys()) assert.notEqual(sayCode(name as CodeSetName, code), code)
  })
}

test('a suitable home is told from one that is not, and what is not known is said', () => {
  assert.equal(sayCode('accommodation', 'U1'), 'their own place, suitable')
  assert.equal(sayCode('accommodation', 'W2'), 'bed and breakfast, not suitable')
  assert.equal(sayCode('accommodation', '0'), 'not known')
  assert.equal(sayCode('placement', null), 'not known')
  assert.equal(sayCode('placement', 'Q9'), 'Q9')
})
