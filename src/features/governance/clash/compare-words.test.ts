import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { compareWords, joinWords } from './compare-words.ts'

const CASES: [what: string, base: string, theirs: string, mine: string, joined: string][] = [
  ['both the same', 'We met.', 'We met at two.', 'We met at two.', 'We met at two.'],
  [
    'each in another place',
    'We met. We spoke.',
    'We met at two. We spoke.',
    'We met. We spoke long.',
    'We met at two. We spoke long.',
  ],
  ['only theirs', 'A nurse.', 'A second nurse.', 'A nurse.', 'A second nurse.'],
  ['only mine', 'A nurse.', 'A nurse.', 'A nurse from May.', 'A nurse from May.'],
  ['both at the same place', 'Agreed.', 'Agreed by all.', 'Agreed by most.', 'Agreed by all. Agreed by most.'],
  ['both from nothing', '', 'Pets were heard.', 'Dogs were heard.', 'Pets were heard. Dogs were heard.'],
  ['one took away what the other left alone', 'One two three.', 'One three.', 'One two three.', 'One three.'],
]

describe('two people’s words', () => {
  for (const [what, base, theirs, mine, joined] of CASES)
    test(`are joined: ${what}`, () => assert.equal(joinWords(base, theirs, mine), joined))

  test('what was added and taken out is told, and the rest is the text itself', () => {
    assert.deepEqual(compareWords('A nurse comes', 'A second nurse'), [
      { kind: 'same', text: 'A ' },
      { kind: 'added', text: 'second ' },
      { kind: 'same', text: 'nurse' },
      { kind: 'removed', text: ' comes' },
    ])
  })

  const text = fc
    .array(fc.constantFrom('we', 'met', 'at', 'two', 'pets', 'homes', 'nurse'))
    .map((words) => words.join(' '))

  test('no word that either added is lost, whatever they typed', () => {
    fc.assert(
      fc.property(text, text, text, (base, theirs, mine) => {
        const joined = countWords(joinWords(base, theirs, mine))
        const had = countWords(base)
        for (const typed of [countWords(theirs), countWords(mine)])
          for (const [word, count] of typed)
            if (count > (had.get(word) ?? 0)) assert.ok((joined.get(word) ?? 0) > 0, `${word} is lost`)
      }),
    )
  })

  test('a comparison holds every word of both texts, in order', () => {
    fc.assert(
      fc.property(text, text, (was, now) => {
        const parts = compareWords(was, now)
        const without = (kind: string) =>
          parts
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join('')
        assert.deepEqual(listWords(without('added')), listWords(was))
        assert.deepEqual(listWords(without('removed')), listWords(now))
      }),
    )
  })
})

function countWords(words: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of listWords(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

const listWords = (words: string) => words.split(/\s+/).filter(Boolean)
