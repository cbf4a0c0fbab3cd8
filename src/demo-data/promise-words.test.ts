import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readingAge } from '../domain/own/reading-age.ts'
import { TEXT_LEVELS } from '../domain/own/text-level.ts'
import { DEMO_PROMISE_WORDS } from './promise-words.ts'

for (const [level, age] of [
  ['to 11', 9],
  ['12 to 15', 11],
] as const) {
  test(`the promises in words for ${level} are read at ${age}`, () => {
    const { fleschKincaid, smog } = readingAge(DEMO_PROMISE_WORDS.map(({ words }) => words[level].full))
    assert.ok(fleschKincaid <= age, `Flesch–Kincaid ${fleschKincaid.toFixed(1)}`)
    assert.ok(smog <= age + 1, `SMOG ${smog.toFixed(1)}`)
  })
}

test('every promise has words at every level, the youngest’s the shortest', () => {
  for (const { words } of DEMO_PROMISE_WORDS) {
    for (const level of TEXT_LEVELS) assert.ok(words[level].short.length <= 80 && words[level].full.length <= 600)
    assert.ok(words['to 11'].short.length <= 24, words['to 11'].short)
  }
})
