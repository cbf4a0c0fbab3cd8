import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownWords, sayTo } from './own-words.ts'

test('no text names the product, a legal status or a case', () => {
  for (const text of Object.values(ownWords).flat())
    assert.doesNotMatch(text, /\bkept\b|placement|looked.after|\bLAC\b|\bcase\b|contact|sibling|respite/i)
})

test('a level left out reads as the one before it', () => {
  assert.equal(sayTo('16 and over', 'say'), 'Say something')
  assert.equal(sayTo('16 and over', 'sayTo'), sayTo('12 to 15', 'sayTo'))
})
