import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countReadingMinutes, splitParagraphs } from './reading-time.ts'

for (const [words, minutes] of [
  [0, 0],
  [1, 1],
  [179, 1],
  [180, 2],
  [1080, 9],
] as const)
  test(`${words} words are read in ${minutes} minutes`, () =>
    assert.equal(countReadingMinutes('word '.repeat(words)), minutes))

test('an empty line parts paragraphs; a line end alone does not', () => {
  assert.deepEqual(splitParagraphs('One\nand the same.\r\n\r\nTwo.\n\n\n  \n'), ['One and the same.', 'Two.'])
})
