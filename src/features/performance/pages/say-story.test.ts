import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Target } from '../../../domain/measure-story/target.ts'
import { makePercent } from '../../../domain/measures/make-result.ts'
import { isComparable, sayMove, sayTarget } from './say-story.ts'
import { drawLine } from './score-row.presenter.ts'

const percent = { id: 'M113', kind: 'percent', decimals: 0, direction: 'lower' } as const
const shown = (plotted: number | null, isHidden = false) => ({
  value: plotted === null ? '–' : `${plotted}%`,
  plotted,
  isHidden,
  cannotCompute: '',
})
const target: Target = {
  measureId: 'M113',
  fromOn: '2025-04-01',
  toOn: '2026-03-31',
  way: 'at most',
  value: null,
  pointsAt: null,
  pointed: null,
  near: 0,
  why: 'Our plan',
  setBy: 'A colleague',
  setOn: '2025-04-02',
}

describe('a move in words', () => {
  for (const [name, direction, now, before, said] of [
    ['not in education or work goes down: better', 'lower', 30, 40, 'down from 40% a year before: better'],
    ['not in education or work goes up: worse', 'lower', 40, 30, 'up from 30% a year before: worse'],
    ['in touch goes up: better', 'higher', 40, 30, 'up from 30% a year before: better'],
    ['children in care have no good direction', 'none', 40, 30, 'up from 30% a year before'],
    ['the same', 'lower', 40, 40, 'the same as a year before'],
    ['hidden now: nothing is said', 'lower', null, 40, ''],
    ['hidden before: nothing is said', 'lower', 40, null, ''],
  ] as const)
    test(name, () => assert.equal(sayMove({ ...percent, direction }, shown(now), shown(before)), said))
})

describe('only equal times are compared', () => {
  const result = (asAt: string, isPartYear: boolean) =>
    makePercent({ id: 'M113', title: '' }, { met: ['a'], counted: ['a', 'b'] }, { asAt, isPartYear })
  test('part of a year with part of a year', () =>
    assert.ok(isComparable(result('2026-07-10', true), result('2025-07-10', true))))
  test('never a part with a whole', () =>
    assert.ok(!isComparable(result('2026-07-10', true), result('2026-03-31', false))))
  test('never a day with itself', () =>
    assert.ok(!isComparable(result('2026-03-31', false), result('2026-03-31', false))))
})

describe('a target that points at the year before', () => {
  const at = (now: number | null, before: number | null) =>
    sayTarget(percent, [target], {
      asAt: '2025-07-10',
      isPartYear: true,
      now: shown(now),
      yearBefore: before === null ? null : shown(before),
    })
  test('met when it is no more', () => assert.equal(at(40, 40)!.standing!.word, 'met'))
  test('missed when it is more', () => assert.equal(at(41, 40)!.standing!.word, 'missed'))
  test('not judged without a year before', () => assert.equal(at(41, null)!.standing, null))
  test('a number to reach by the end of the year is not judged before it', () => {
    const said = (isPartYear: boolean) =>
      sayTarget(percent, [{ ...target, value: 50 }], {
        asAt: '2025-07-10',
        now: shown(40),
        yearBefore: null,
        isPartYear,
      })!
    assert.equal(said(true).standing, null)
    assert.match(said(true).text, /judged when the year is over$/)
    assert.equal(said(false).standing!.word, 'met')
  })
  test('one that points at England says its number and year, and says so where nothing is held', () => {
    const said = (pointed: Target['pointed']) =>
      sayTarget(percent, [{ ...target, pointsAt: 'England', pointed }], {
        asAt: '2025-07-10',
        now: shown(40),
        yearBefore: shown(10),
        isPartYear: false,
      })!
    assert.equal(said({ value: 41, year: 2025 }).short, 'at most the figure of England: 41% in 2025')
    assert.equal(said({ value: 41, year: 2025 }).standing!.word, 'met')
    assert.equal(said({ value: 39, year: 2025 }).standing!.word, 'missed')
    assert.match(said(null).short, /of which nothing published is held/)
    assert.equal(said(null).standing, null)
  })
  test('not judged where the figure is hidden', () => assert.equal(at(null, 40)!.standing, null))
})

test('a little line begins at nought, and there is none where a value is hidden', () => {
  assert.equal(drawLine([0, 50, 100]), '3.0,21.0 48.0,12.0 93.0,3.0')
  assert.equal(drawLine([50, null, 100]), '')
  assert.equal(drawLine([0, 0]), '')
})
