import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allMeasures } from '../../../domain/measures/all-measures.ts'
import { buildChildInCare, buildCouncil } from '../../../domain/measures/build-child.ts'
import { makeCount } from '../../../domain/measures/make-result.ts'
import { presentFigure } from './figure.presenter.ts'
import { presentGroups } from './groups-chart.ts'

function titleOf(counts: number[]): string | undefined {
  const breakdown = counts.map((count, index) => ({
    code: `k${index}`,
    label: `Kind ${index}`,
    count,
    part: 'met' as const,
  }))
  const children = Array.from({ length: counts.reduce((sum, count) => sum + count, 0) }, (_, index) => String(index))
  const result = makeCount({ id: 'M08', title: 'x', kind: 'list' }, children, { asAt: '2026-03-31', breakdown })
  return presentGroups({}, presentFigure(result, false))?.title
}

test('the groups of a figure say which is the largest, and nothing of hidden ones', () => {
  assert.equal(titleOf([10, 40, 20]), 'The largest group: Kind 1, 40 (57%)')
  assert.match(titleOf([3, 40, 20, 30])!, /of those shown: Kind 1, 40/)
  assert.equal(titleOf([3, 2]), 'The groups are hidden, so that nobody can be recognised')
  assert.equal(titleOf([0, 0]), 'Nobody in any group')
})

test('a figure without groups has no picture of them', () => {
  const result = makeCount({ id: 'M01', title: 'x' }, ['a'], { asAt: '2026-03-31' })
  assert.equal(presentGroups({}, presentFigure(result, true)), null)
})

test('every group’s name fits beside its bar', () => {
  const records = [buildChildInCare('a')]
  for (const measure of allMeasures)
    for (const { label } of measure.compute(records, buildCouncil(), '2026-03-31').breakdown ?? [])
      assert.ok(label.length <= 36, `${measure.id}: ${label}`)
})
