import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import fc from 'fast-check'
import { audit } from './audit.ts'
import { buildPack, type PackSize } from './build-pack.ts'
import { explain } from './explain.ts'
import { type Highs, loadHighs } from './linear-model.ts'
import { offerMerges } from './offer-merges.ts'
import type { SdcCell, SdcPack } from './pack.ts'
import { makePattern, protect } from './protect.ts'
import { roundControlled } from './round-controlled.ts'
import { roundPrinted } from './round-printed.ts'

let highs: Highs
/** A clock that stands still: all the time that is needed. */
const limits = { seconds: 20, now: () => 0 }

before(async () => {
  highs = await loadHighs()
})

/** One row of parts and its total, which is public. */
function buildRow(
  values: number[],
  rule: Partial<SdcPack['rule']> = {},
  total: Partial<SdcCell> = { hide: 'never' },
): SdcPack {
  const parts = values.map((value, index) => ({ id: `part ${index}`, value, weight: 10 }))
  const sum = values.reduce((all, value) => all + value, 0)
  return {
    format: 'sdc-pack/1',
    rule: { threshold: 5, zeros: 'hideable', symbol: 'one', protect: 'whole-range', ...rule },
    cells: [...parts, { id: 'total', value: sum, weight: 100, ...total }],
    relations: [{ id: 'row', total: 'total', parts: parts.map(({ id }) => id) }],
  }
}

describe('made-up packs of every usual size', () => {
  const sample: [PackSize, number[]][] = [
    ['S', [1, 2, 3, 4, 5, 6, 7]],
    ['M', [1, 5, 7]],
  ]
  for (const [size, seeds] of sample)
    for (const seed of seeds)
      test(`${size} ${seed}: nothing is open, nothing is hidden for nothing, and nothing less would do`, () => {
        const pack = buildPack(size, seed)
        const protection = protect(pack, highs, limits)
        const attack = audit(pack, protection.pattern, highs)
        assert.equal(protection.outcome, 'safe')
        assert.deepEqual([attack.open, attack.hiddenForNothing, attack.contradiction], [[], [], false])
        assert.equal(protection.pattern.claims, 'optimal')
        assert.equal(protection.weight, protection.bound)
      })

  test('the same pack gives the same pattern, in whatever order it is written', () => {
    const pack = buildPack('M', 7)
    const turned = { ...pack, cells: pack.cells.toReversed(), relations: pack.relations.toReversed() }
    const one = protect(pack, highs, limits).pattern.hidden.toSorted()
    assert.deepEqual(protect(turned, highs, limits).pattern.hidden.toSorted(), one)
  })

  test('cut off at once, the pattern is still safe, and its gap is told', () => {
    const pack = buildPack('M', 5)
    const protection = protect(pack, highs, { ...limits, seconds: 0 })
    assert.ok(audit(pack, protection.pattern, highs).safe)
    assert.equal(protection.pattern.claims, 'bound')
    assert.ok(protection.bound > 0 && protection.bound <= protection.weight)
  })

  test('a first safe pattern is told before the least is known', () => {
    const pack = buildPack('M', 5)
    const told: number[] = []
    const last = protect(pack, highs, { ...limits, onSafe: (first) => told.push(first.weight) })
    assert.equal(told.length, 1)
    assert.ok(told[0]! >= last.weight)
  })
})

/** Two tables crossed, small, with public totals: what subsets of them are safe can be tried one by one. */
const smallTable = fc
  .record({
    values: fc.array(fc.nat({ max: 14 }), { minLength: 6, maxLength: 6 }),
    weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 6, maxLength: 6 }),
    zeros: fc.constantFrom('hideable' as const, 'shown' as const),
    protect: fc.constantFrom('whole-range' as const, 'beyond' as const, 3),
    isTotalHideable: fc.boolean(),
  })
  .map(({ values, weights, zeros, protect, isTotalHideable }): SdcPack => {
    const at = (row: number, column: number) => `${row}${column}`
    const sum = (indexes: number[]) => indexes.reduce((all, index) => all + values[index]!, 0)
    return {
      format: 'sdc-pack/1',
      rule: { threshold: 3, zeros, symbol: 'one', protect },
      cells: [
        ...values.map((value, index) => ({ id: at(Math.floor(index / 3), index % 3), value, weight: weights[index]! })),
        {
          id: 'row 0',
          value: sum([0, 1, 2]),
          weight: 12,
          hide: isTotalHideable ? ('may' as const) : ('never' as const),
        },
        { id: 'row 1', value: sum([3, 4, 5]), hide: 'never' },
        ...[0, 1, 2].map((column) => ({
          id: `column ${column}`,
          value: sum([column, column + 3]),
          hide: 'never' as const,
        })),
      ],
      relations: [
        ...[0, 1].map((row) => ({ id: `r${row}`, total: `row ${row}`, parts: [at(row, 0), at(row, 1), at(row, 2)] })),
        ...[0, 1, 2].map((column) => ({
          id: `c${column}`,
          total: `column ${column}`,
          parts: [at(0, column), at(1, column)],
        })),
      ],
    }
  })

test('of all the patterns of a small table, tried one by one, none that is safe weighs less', () => {
  fc.assert(
    fc.property(smallTable, (pack) => {
      const protection = protect(pack, highs, limits)
      const small = new Set(protection.primary)
      const free = pack.cells.filter(
        (cell) => cell.hide !== 'never' && !small.has(cell.id) && !(pack.rule.zeros === 'shown' && cell.value === 0),
      )
      let least = Number.POSITIVE_INFINITY
      for (let which = 0; which < 2 ** free.length; which++) {
        const chosen = free.filter((_, index) => which & (1 << index))
        const weight = chosen.reduce((sum, cell) => sum + (cell.weight ?? 1), 0)
        if (weight >= least) continue
        const pattern = makePattern(pack, new Set([...small, ...chosen.map(({ id }) => id)]), 0, 'heuristic')
        if (audit(pack, pattern, highs).safe) least = weight
      }
      assert.equal(protection.outcome === 'safe' ? protection.weight : Number.POSITIVE_INFINITY, least)
    }),
    { numRuns: 25, seed: 4 },
  )
})

describe('what cannot be published', () => {
  test('data that disagrees with itself is refused with the equation and the gap, and everything is hidden', () => {
    const pack = buildRow([20, 3, 30])
    pack.cells.find((cell) => cell.id === 'total')!.value = 55
    const protection = protect(pack, highs, limits)
    assert.equal(protection.outcome, 'contradictory')
    assert.deepEqual(protection.contradictions, [{ relation: 'row', gap: -2 }])
    assert.deepEqual(protection.pattern.hidden, ['part 0', 'part 1', 'part 2'])
  })

  test('a small number that is public already is listed, and not pretended to be protected', () => {
    const pack = buildRow([3, 0])
    const protection = protect(pack, highs, limits)
    assert.deepEqual(protection.knownSmall, ['total'])
    assert.deepEqual(protection.unprotectable, ['part 0'])
  })

  test('groups to merge are offered: the small ones with the smallest of the others', () => {
    const pack = buildRow([60, 1, 2, 40, 9])
    const merges = offerMerges(pack, protect(pack, highs, limits))
    assert.deepEqual(merges, [{ relation: 'row', parts: ['part 1', 'part 2', 'part 4'], count: 12 }])
  })

  test('where merging would leave too few, none is offered', () => {
    const pack = buildRow([3, 0, 0])
    assert.deepEqual(offerMerges(pack, protect(pack, highs, limits)), [])
  })
})

test('a second table that does not fit is no evidence, and one that fits finds nothing other than the attack alone', () => {
  const pack = buildRow([3, 20, 40])
  const { pattern, witnesses } = protect(pack, highs, limits)
  assert.deepEqual(audit(pack, pattern, highs, { witnesses }), audit(pack, pattern, highs))
  const alone = { ...pattern, hidden: ['part 0'] }
  const lies = [1, 2, 4, 5].map((value) => ({ 'part 0': value - 3 }))
  assert.deepEqual(audit(pack, alone, highs, { witnesses: lies }).open[0]!.fault, 'exact')
})

test('a cell may have a threshold of its own, for what hurts most', () => {
  const pack = buildRow([8, 30, 40])
  assert.deepEqual(protect(pack, highs, limits).pattern.hidden, [])
  pack.cells[0]!.threshold = 9
  const { pattern, primary } = protect(pack, highs, limits)
  assert.deepEqual(primary, ['part 0'])
  assert.equal(pattern.hidden.length, 2)
  assert.ok(audit(pack, pattern, highs).safe)
})

test('why a cell is hidden names what it protects, and by which sum', () => {
  const pack = buildRow([3, 20, 40])
  const protection = protect(pack, highs, limits)
  assert.deepEqual(explain(pack, protection), [
    { cell: 'part 0', why: 'small', threshold: 5 },
    { cell: 'part 1', why: 'protects', protects: ['part 0'], relations: ['row'] },
  ])
})

describe('rounding a whole pack', () => {
  test('every sum still holds, every number is a multiple near the true one, and none can be told', () => {
    const pack = buildPack('S', 3, { protect: 3 })
    const pattern = roundControlled(pack, highs, 5, 10)!
    const shown = (id: string) => pattern.rounded![id]!.shown!
    for (const cell of pack.cells) {
      assert.equal(shown(cell.id) % 5, 0)
      assert.ok(Math.abs(shown(cell.id) - cell.value) < 5)
    }
    for (const relation of pack.relations)
      if ('total' in relation)
        assert.equal(
          relation.parts.reduce((sum, id) => sum + shown(id), 0),
          shown(relation.total),
        )
  })

  test('beside numbers that are known, what they give away of a rounded small number is found', () => {
    const { cells, ...row } = buildRow([3, 20, 40])
    const know = (...ids: string[]) => ({
      ...row,
      rule: { ...row.rule, protect: 3 },
      cells: cells.map((cell) => (ids.includes(cell.id) ? { ...cell, hide: 'never' as const } : cell)),
    })
    const attack = (pack: ReturnType<typeof know>) =>
      audit(
        pack,
        roundPrinted(pack, highs, { printed: cells.map(({ id }) => id), base: 5, seconds: 5 })!.pattern,
        highs,
      )
    assert.ok(attack(know('total')).safe)
    assert.deepEqual(
      attack(know('total', 'part 1', 'part 2')).open.map(({ cell }) => cell),
      ['part 0'],
    )
  })
})
