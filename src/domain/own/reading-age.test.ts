import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countSyllables, readingAge, sentencesOf } from './reading-age.ts'

const cases: [word: string, syllables: number][] = [
  ['cat', 1],
  ['home', 1],
  ['happy', 2],
  ['promise', 2],
  ['promised', 2],
  ['picture', 2],
  ['little', 2],
  ['wanted', 2],
  ['yes', 1],
  ['family', 3],
  ['remember', 3],
  ['accommodation', 5],
]
for (const [word, syllables] of cases)
  test(`${word} has ${syllables}`, () => assert.equal(countSyllables(word), syllables))

test('a text is cut where its sentences end', () => {
  assert.deepEqual(sentencesOf('Hello! Is it true? Yes. At 10.30'), ['Hello', 'Is it true', 'Yes', 'At 10.30'])
})

test('office language is far older than a child’s', () => {
  const office = [
    'The local authority will undertake a statutory assessment of the accommodation requirements identified within the pathway plan.',
  ]
  assert.ok(readingAge(office).fleschKincaid > 18)
  assert.ok(readingAge(office).smog > 18)
  const child = readingAge(['The dog ran to the park. It was fun. We all had a good time.'])
  assert.ok(child.fleschKincaid < 7)
  assert.ok(child.smog < 9)
})
