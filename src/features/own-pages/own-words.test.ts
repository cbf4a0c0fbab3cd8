import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readingAge, sentencesOf } from '../../domain/own/reading-age.ts'
import { type OwnWord, ownWords, sayTo } from './own-words.ts'

const at = (level: 'to 11' | '12 to 15') => (Object.keys(ownWords) as OwnWord[]).map((word) => sayTo(level, word))

for (const [level, age] of [
  ['to 11', 9],
  ['12 to 15', 11],
] as const) {
  test(`the fixed texts for ${level} are read at ${age}, and by the stricter formula at most a year later`, () => {
    const found = readingAge(at(level))
    assert.ok(found.fleschKincaid <= age, `Flesch–Kincaid ${found.fleschKincaid.toFixed(1)}`)
    // SMOG gives 8.1 to a text without one long word, so it says less about the easiest texts.
    assert.ok(found.smog <= age + 1, `SMOG ${found.smog.toFixed(1)}`)
  })

  test(`no single text for ${level} is more than three years harder than the rest may be`, () => {
    for (const text of at(level)) {
      if (sentencesOf(text).join(' ').split(' ').length < 8) continue
      const { fleschKincaid } = readingAge([text])
      assert.ok(fleschKincaid <= age + 3, `${fleschKincaid.toFixed(1)}: ${text}`)
    }
  })
}

test('no text names the product, a legal status or a case', () => {
  for (const text of Object.values(ownWords).flat())
    assert.doesNotMatch(text, /\bkept\b|placement|looked.after|\bLAC\b|\bcase\b|contact|sibling|respite/i)
})

test('a level left out reads as the one before it', () => {
  assert.equal(sayTo('16 and over', 'say'), 'Say something')
  assert.equal(sayTo('16 and over', 'sayTo'), sayTo('12 to 15', 'sayTo'))
})
