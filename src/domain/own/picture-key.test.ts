import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isKeyTooPlain, KEY_PICTURES, makeDoorWord, readCode, readDoorWord, readPictures } from './picture-key.ts'

test('there are 24 different pictures, so four in order are one of 331,776', () => {
  assert.equal(new Set(KEY_PICTURES).size, 24)
  assert.equal(24 ** 4, 331_776)
})

const pictures: [claim: string, text: string, chosen: string[] | null][] = [
  ['none chosen yet', '', []],
  ['four in order', 'cat sun boat cat', ['cat', 'sun', 'boat', 'cat']],
  ['five are too many', 'cat sun boat cat dog', null],
  ['a picture that is not on offer', 'cat lion', null],
]
for (const [claim, text, chosen] of pictures) test(claim, () => assert.deepEqual(readPictures(text), chosen))

const plain: [claim: string, chosen: string[], isPlain: boolean][] = [
  ['four of one picture are too plain', ['cat', 'cat', 'cat', 'cat'], true],
  ['two different pictures are too plain', ['cat', 'dog', 'cat', 'dog'], true],
  ['three different pictures will do', ['cat', 'dog', 'sun', 'cat'], false],
]
for (const [claim, chosen, isPlain] of plain) test(claim, () => assert.equal(isKeyTooPlain(chosen), isPlain))

const words: [claim: string, text: string, word: string | null][] = [
  ['as it was given', 'brave-otter-42', 'brave-otter-42'],
  ['with spaces and capitals', '  Brave Otter 42 ', 'brave-otter-42'],
  ['a number too short', 'brave-otter-4', null],
  ['one word', 'otter', null],
  ['nothing', '', null],
]
for (const [claim, text, word] of words) test(`a door name: ${claim}`, () => assert.equal(readDoorWord(text), word))

test('every door name that can be made can be read back, in any writing', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.nat(), (...numbers) => {
      let next = 0
      const word = makeDoorWord((below) => numbers[next++]! % below)
      assert.equal(readDoorWord(word.replaceAll('-', ' ').toUpperCase()), word)
    }),
  )
})

const codes: [claim: string, text: string, code: string | null][] = [
  ['six figures', '048213', '048213'],
  ['with a gap', ' 048 213 ', '048213'],
  ['five figures', '48213', null],
  ['letters', '04821a', null],
]
for (const [claim, text, code] of codes) test(`a code: ${claim}`, () => assert.equal(readCode(text), code))
