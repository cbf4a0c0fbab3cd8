import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findFew } from '../domain/measure-story/word.ts'
import { findMeasure } from '../domain/measures/all-measures.ts'
import { demoStories, saidOn, storyDays } from './measure-story.ts'

describe('what Exampleshire says of its figures', () => {
  for (const { measureId, target, words } of demoStories)
    test(`${measureId}: a target in the direction that is good, and no few children in the words`, () => {
      const measure = findMeasure(measureId)
      assert.equal(target.way, measure?.direction === 'higher' ? 'at least' : 'at most')
      assert.deepEqual(findFew(words.flat().join('\n')), [])
    })
})

describe('the days spoken of are three, in order, and have come', () => {
  for (const [today, days] of [
    ['2026-07-10', ['2025-03-31', '2026-03-31', '2026-06-30']],
    ['2026-04-01', ['2024-03-31', '2025-03-31', '2026-03-31']],
    ['2026-03-31', ['2024-03-31', '2025-03-31', '2025-12-31']],
    ['2026-11-23', ['2025-03-31', '2026-03-31', '2026-09-30']],
  ] as const)
    test(today, () => assert.deepEqual(storyDays(today), days))
})

test('nothing was said on a day to come', () => {
  assert.equal(saidOn('2026-06-30', '2026-07-10'), '2026-07-10')
  assert.equal(saidOn('2026-03-31', '2026-07-10'), '2026-04-24')
})
