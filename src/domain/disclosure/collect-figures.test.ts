import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { makeCount, makePercent } from '../measures/make-result.ts'
import type { MeasureResult } from '../measures/measure.ts'
import { audit } from './audit.ts'
import { collectFigures, markHidden } from './collect-figures.ts'
import { hideMeasure } from './hide-measure.ts'
import { type Highs, loadHighs } from './linear-model.ts'
import { protect } from './protect.ts'

let highs: Highs

before(async () => {
  highs = await loadHighs()
})

const day = { asAt: '2026-03-31' }

function children(from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, index) => `child-${from + index}`)
}

function share(id: string, met: string[], counted: string[]): MeasureResult {
  return makePercent({ id, title: id }, { met, counted }, day)
}

function hide(results: MeasureResult[]) {
  const collected = collectFigures(results, 5)
  const protection = protect(collected.pack, highs, { seconds: 5, now: () => 0 })
  const attack = audit(collected.pack, protection.pattern, highs)
  const marked = markHidden(results, collected, protection.pattern.hidden)
  return { collected, attack, shown: new Map(marked.map((result) => [result.id, hideMeasure(result)])) }
}

describe('the figures of one day are one pack', () => {
  test('the same children behind two measures are one cell', () => {
    const { collected } = hide([
      share('A', children(0, 40), children(0, 90)),
      share('B', children(0, 30), children(0, 90)),
    ])
    assert.equal(collected.cellOf.get('A denominator'), collected.cellOf.get('B denominator'))
  })

  test('two bases that differ by two children give those two away, so one of them is hidden', () => {
    const { shown, attack } = hide([
      share('activity', children(0, 125), children(0, 237)),
      share('home', children(20, 190), children(0, 235)),
    ])
    const bases = ['activity', 'home'].map((id) => shown.get(id)!.denominator.hidden)
    assert.equal(bases.filter((hidden) => hidden).length, 1)
    assert.deepEqual(attack.open, [])
  })

  test('two groups that make the base with a small third one hide the third and a partner', () => {
    const all = children(0, 100)
    const { shown, attack } = hide([
      share('working', all.slice(0, 60), all),
      share('not working', all.slice(60, 97), all),
      share('not known', all.slice(97), all),
    ])
    assert.ok(shown.get('not known')!.numerator.hidden)
    assert.equal([...shown.values()].filter((result) => result.numerator.hidden).length, 2)
    assert.deepEqual(attack.open, [])
  })

  test('a small number in one measure is protected against its sum in another', () => {
    const all = children(0, 60)
    const { shown, attack } = hide([
      makeCount({ id: 'M01', title: 'in care' }, all, day),
      makeCount({ id: 'older', title: 'older' }, all.slice(0, 57), day),
      makeCount({ id: 'younger', title: 'younger' }, all.slice(57), day),
    ])
    assert.ok(!shown.get('M01')!.numerator.hidden)
    assert.ok(shown.get('older')!.numerator.hidden && shown.get('younger')!.numerator.hidden)
    assert.ok(attack.safe)
  })

  test('reviews of few children are hidden, however many they are', () => {
    const few = { ...share('reviews', children(0, 2), children(0, 3)), numerator: 20, denominator: 30 }
    const { shown } = hide([few])
    assert.ok(shown.get('reviews')!.numerator.hidden && shown.get('reviews')!.denominator.hidden)
  })

  test('figures of nobody small stay as they are', () => {
    const { shown } = hide([share('A', children(0, 40), children(0, 90))])
    assert.deepEqual([shown.get('A')!.numerator.shown, shown.get('A')!.denominator.shown], [40, 90])
  })
})
