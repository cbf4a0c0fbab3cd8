import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseSayPictures, isFeeling, sayPictureWord } from './say-set.ts'

const cases: [why: string, given: string[], kept: string[]][] = [
  ['nothing', [], []],
  ['in the order of the set', ['moon', 'dog'], ['dog', 'moon']],
  ['each once', ['dog', 'dog'], ['dog']],
  ['nothing that is not on offer', ['dragon', '../dog', 'Dog', '', 'cat'], ['cat']],
]
for (const [why, given, kept] of cases) {
  test(`pictures: ${why}`, () => assert.deepEqual(chooseSayPictures(given), kept))
}

test('there are five feelings and no other', () => {
  assert.deepEqual(['happy', 'ok', 'sad', 'worried', 'angry', 'bored', '', undefined].map(isFeeling), [
    true,
    true,
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})

test('a picture is read by its word', () => {
  assert.equal(sayPictureWord('ball'), 'football')
  assert.equal(sayPictureWord('gone'), 'gone')
})
