import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeArmsLength, makeBoardVisit, makeOfficerPledges } from './chief-officers.ts'

const TODAY = '2026-07-10'

test('the Chief Officer pledge was launched, reviewed and launched again with a reason', () => {
  const [first, second, ...more] = makeOfficerPledges(TODAY)
  assert.deepEqual(more, [])
  assert.ok(first!.agreedOn < second!.agreedOn && second!.agreedOn <= TODAY)
  assert.equal(first!.why, null)
  assert.ok(second!.why!.length >= 10)
})

test('what officers said at the board was said on that day, one of them of what broke down and was offered again', () => {
  const { heldOn } = makeBoardVisit(TODAY)
  const holds = makeOfficerPledges(TODAY)[1]!
  const said = holds.commitments.flatMap(({ updates }) => updates)
  assert.ok(said.some(({ isAtBoard }) => isAtBoard))
  for (const { saidOn, isAtBoard } of said) {
    assert.ok(saidOn >= holds.agreedOn && saidOn <= TODAY)
    assert.ok(!isAtBoard || saidOn === heldOn)
  }
  assert.deepEqual(
    holds.commitments[1]!.updates.map(({ progress }) => progress),
    ['under way', 'broken down', 'offered again'],
  )
})

test('obstacles came after the young person’s yes; some are out of the way, one is not', () => {
  for (const { saidYesOn, obstacles, what } of makeArmsLength(TODAY)) {
    assert.ok(makeOfficerPledges(TODAY)[1]!.commitments.some((one) => one.what === what))
    for (const { raisedOn, cleared } of obstacles)
      assert.ok(raisedOn >= saidYesOn && (cleared === null || cleared.on >= raisedOn))
    assert.deepEqual(new Set(obstacles.map(({ cleared }) => cleared === null)), new Set([true, false]))
  }
})
