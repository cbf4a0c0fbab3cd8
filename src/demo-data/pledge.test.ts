import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allMeasures } from '../domain/measures/all-measures.ts'
import { TODAY } from './council-of-each-size.ts'
import { makePlan } from './plan.ts'
import { makePledge } from './pledge.ts'

test('ten promises are from us; what a measure can show is never typed', () => {
  const { promises } = makePledge(TODAY)
  assert.equal(promises.filter((one) => one.by === 'we').length, 10)
  assert.deepEqual(
    promises.map((one) => one.number),
    promises.map((_, index) => index + 1),
  )
  for (const { measureId, state } of promises) {
    assert.equal(measureId === null, state !== null)
    if (measureId !== null) assert.ok(allMeasures.some((measure) => measure.id === measureId))
    if (state?.word === 'on the way') assert.ok(state.owner !== '' && state.dueOn > TODAY)
  }
})

test('promises are short sentences that a ten-year-old can read', () => {
  for (const { text, title } of makePledge(TODAY).promises) {
    assert.ok(title.split(' ').length <= 6, title)
    for (const sentence of text.split(/[.:]\s/)) assert.ok(sentence.split(' ').length <= 26, sentence)
    assert.doesNotMatch(text, /placement|contact|sibling|LAC|care leaver/i)
  }
})

test('the plan shows gaps as gaps: some without owner, date or way to tell; some late, some done with evidence', () => {
  const { actions } = makePlan(TODAY)
  assert.ok(actions.length >= 12 && actions.length <= 16)
  const count = (is: (one: (typeof actions)[number]) => boolean) => actions.filter(is).length
  assert.ok(count((one) => one.owners.length === 0) >= 2)
  assert.ok(count((one) => one.dueOn === null) >= 3)
  assert.ok(count((one) => one.wayToTell === null) >= 2)
  assert.ok(count((one) => one.progress !== 'done' && one.dueOn !== null && one.dueOn < TODAY) >= 2)
  for (const { progress, evidence } of actions) assert.equal(progress === 'done', evidence !== null)
})
