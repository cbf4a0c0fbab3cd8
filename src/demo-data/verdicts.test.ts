import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findMoreThan } from '../domain/disclosure/more-than.ts'
import { VERDICTS } from '../domain/promises/verdict.ts'
import { makeExampleshire } from './council.ts'
import { DEMO_PROMISE_WORDS } from './promise-words.ts'
import { makeVerdicts } from './verdicts.ts'

const TODAY = '2026-07-10'
const council = makeExampleshire({ children: 60, careExperienced: 30, years: 3, seed: 1, today: TODAY })
const verdicts = makeVerdicts(council.children, TODAY)

test('about forty children of different ages answered, the same for the same day', () => {
  const children = new Set(verdicts.map(({ childCode }) => childCode))
  assert.ok(children.size >= 38 && children.size <= 44, String(children.size))
  assert.deepEqual(makeVerdicts(council.children, TODAY), verdicts)
})

test('of the papers most say a bit, and some answers are too few to show', () => {
  const latest = new Map<string, (typeof verdicts)[number]>()
  for (const one of verdicts.filter(({ promiseTitle }) => promiseTitle === 'Papers that are mine'))
    if ((latest.get(one.childCode)?.saidOn ?? '') <= one.saidOn) latest.set(one.childCode, one)
  const said = [...latest.values()]
  const counts = VERDICTS.map((word) => ({ said: word, children: said.filter((one) => one.said === word).length }))
  assert.ok(counts[1]!.children * 2 > said.length)
  assert.ok(counts.some(({ children }) => children > 0 && findMoreThan(children) === null))
})

test('every promise of the pledge has words for each age, and answers', () => {
  const titles = council.pledge.promises.filter(({ by }) => by !== 'you').map(({ title }) => title)
  const worded = new Set(DEMO_PROMISE_WORDS.map(({ title }) => title))
  const answered = new Set(verdicts.map(({ promiseTitle }) => promiseTitle))
  for (const title of titles) {
    assert.ok(worded.has(title), title)
    assert.ok(answered.has(title), title)
  }
})
