import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allMeasures } from '../domain/measures/all-measures.ts'
import { makeCommitments } from './commitments.ts'
import { TODAY } from './council-of-each-size.ts'
import { makePlan } from './plan.ts'
import { type DemoProof, makePledge } from './pledge.ts'

test('ten promises are from us, each with something that shows it or a reason; no state is typed', () => {
  const { promises } = makePledge(TODAY, 640)
  const ours = promises.filter((one) => one.by === 'we')
  assert.equal(ours.length, 10)
  assert.deepEqual(
    promises.map((one) => one.number),
    promises.map((_, index) => index + 1),
  )
  for (const { measureId, proofs, owner, reason } of promises) {
    assert.ok(measureId === null || allMeasures.some((measure) => measure.id === measureId))
    for (const proof of proofs) assert.ok(proof.addedOn <= TODAY && proof.goodUntil > proof.addedOn)
    // Rule 4: neither a count nor a reason is the owner's.
    for (const proof of proofs) if (proof.count) assert.notEqual(proof.by, owner)
    if (reason) assert.ok(reason.by !== owner && reason.saidOn <= TODAY && reason.reviewOn > TODAY)
  }
  const isFresh = (one: DemoProof) => one.goodUntil >= TODAY
  const proofs = ours.flatMap((one) => one.proofs)
  assert.ok(proofs.filter(isFresh).length >= 8 && proofs.filter((one) => !isFresh(one)).length >= 3)
})

test('promises are short sentences that a ten-year-old can read', () => {
  for (const { text, title } of makePledge(TODAY, 640).promises) {
    assert.ok(title.split(' ').length <= 6, title)
    for (const sentence of text.split(/[.:]\s/)) assert.ok(sentence.split(' ').length <= 26, sentence)
    assert.doesNotMatch(text, /placement|contact|sibling|LAC|care leaver/i)
  }
})

test('the plan shows gaps as gaps: some without owner, date or way to tell; some late, some done with evidence', () => {
  const { actions } = makePlan(TODAY)
  assert.equal(actions.length, 32)
  const count = (is: (one: (typeof actions)[number]) => boolean) => actions.filter(is).length
  assert.ok(count((one) => one.owners.length === 0) >= 2)
  assert.ok(count((one) => one.dueOn === null) >= 3)
  assert.ok(count((one) => one.wayToTell === null) >= 2)
  assert.ok(count((one) => one.progress !== 'done' && one.dueOn !== null && one.dueOn < TODAY) >= 2)
  for (const { progress, evidence, updates } of actions) {
    assert.equal(progress === 'done', evidence !== null)
    for (const one of updates) assert.ok(one.saidOn <= TODAY && (one.progress !== 'done' || one.proof !== null))
  }
  const { promises } = makePledge(TODAY, 640)
  for (const { number } of promises.filter((one) => one.by === 'we'))
    assert.ok(
      actions.some(({ promise }) => promise === number),
      `promise ${number} has an action`,
    )
  for (const { measureId } of actions)
    assert.ok(measureId === null || allMeasures.some((measure) => measure.id === measureId))
})

test('sixteen commitments by four directorates: some done with proof, some broken down, some with no word at all', () => {
  const { commitments, agreedOn } = makeCommitments(TODAY)
  assert.equal(commitments.length, 16)
  assert.equal(new Set(commitments.map((one) => one.directorate)).size, 4)
  const last = commitments.map(({ updates }) => updates.findLast(({ progress }) => progress !== null)?.progress)
  for (const word of ['under way', 'done', 'broken down', 'offered again', undefined])
    assert.ok(last.includes(word as never))
  for (const one of commitments.flatMap(({ updates }) => updates)) {
    assert.ok(one.saidOn > agreedOn && one.saidOn <= TODAY)
    assert.ok(one.progress !== 'done' || one.proof !== null)
  }
})
