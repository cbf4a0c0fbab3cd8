import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allMeasures, findMeasure } from './all-measures.ts'
import { buildChildInCare, buildCouncil } from './build-child.ts'
import { isGivenByHand } from './given-by-hand.ts'

const byHand = allMeasures.filter(isGivenByHand)

test('a measure whose data no file gives says which data is missing, and where to give the number', () => {
  assert.ok(byHand.length > 40)
  for (const measure of byHand) {
    const { value, cannotCompute } = measure.compute([buildChildInCare('a')], buildCouncil(), '2026-03-31')
    assert.equal(value, null, measure.id)
    assert.match(cannotCompute!, /^Kept does not hold .{8,}\. Who is responsible can type the number in/, measure.id)
  }
})

test('every measure of the reference has its definition', () => {
  const ranges = [
    [1, 15],
    [20, 31],
    [40, 62],
    [70, 81],
    [90, 95],
    [100, 106],
    [110, 126],
    [130, 138],
  ] as const
  for (const [from, to] of ranges)
    for (let number = from; number <= to; number += 1)
      assert.ok(findMeasure(`M${String(number).padStart(2, '0')}`), `M${number}`)
  for (const id of ['M27c', 'M74g']) assert.equal(findMeasure(id)?.id, id)
})
