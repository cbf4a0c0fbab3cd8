import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { hideMeasure } from '../disclosure/hide-measure.ts'
import { resultOfStated } from '../local-measures/stated-value.ts'
import { findMeasure } from './all-measures.ts'
import { buildChildInCare, buildCouncil } from './build-child.ts'
import { explainStockAndFlow } from './explain-stock-and-flow.ts'
import { childrenInCareRate } from './in-care/children-in-care-rate.ts'
import { makeCount, makePercent } from './make-result.ts'
import { roundHalfUp } from './round-half-up.ts'
import { sayValue } from './say-value.ts'

/**
 * Figures that were published are reproduced from their numbers. Those of England and of authorities are the Department
 * for Education's: Children looked after in England including adoptions, Open Government Licence v3.0.
 */
const share = (numerator: number, denominator: number, decimals = 0) =>
  roundHalfUp((numerator / denominator) * 100, decimals)

/** The numerators that a printed percentage leaves possible. */
function listNumerators(percent: number, base: number, decimals = 0): [least: number, most: number, how: number] {
  const found = Array.from({ length: base + 1 }, (_, index) => index).filter(
    (numerator) => share(numerator, base, decimals) === percent,
  )
  return [found[0]!, found.at(-1)!, found.length]
}

describe('rounding, as the DfE’s published figures are rounded', () => {
  const halves: [number, number, number][] = [
    [2.5, 0, 3],
    [0.5, 0, 1],
    [-2.5, 0, -3],
    [12.45, 1, 12.5],
    [5.5901, 2, 5.59],
  ]
  for (const [value, decimals, expected] of halves)
    test(`${value} to ${decimals} places: ${expected}`, () => assert.equal(roundHalfUp(value, decimals), expected))

  test('what rounds to nought is said to be less than the least that could be shown; a nought is a true nought', () => {
    assert.equal(sayValue(0.49, { kind: 'percent', decimals: 0 }), 'less than 0.5%')
    assert.equal(sayValue(0.5, { kind: 'percent', decimals: 0 }), '1%')
    assert.equal(sayValue(0, { kind: 'percent', decimals: 0 }), '0%')
  })

  test('decimals are those the DfE gives: whole percentages, one for scores and learning, two for suspensions', () => {
    const decimals = (id: string) => findMeasure(id)!.decimals
    assert.deepEqual(['M20', 'M113', 'M02'].map(decimals), [0, 0, 0])
    assert.deepEqual(['M56', 'M73', 'M74', 'M75', 'M76'].map(decimals), [1, 1, 1, 1, 1])
    assert.equal(decimals('M77'), 2)
  })
})

describe('what a printed percentage gives away', () => {
  const printed: [string, number, number, number, [number, number, number]][] = [
    ['D11 two places of 805', 5.59, 805, 2, [45, 45, 1]],
    ['D12 one place of 805', 39.4, 805, 1, [317, 317, 1]],
    ['D13 two places of 805', 13.42, 805, 2, [108, 108, 1]],
    ['D14 a whole number of 620', 62, 620, 0, [382, 387, 6]],
    ['D15 a whole number of 620', 71, 620, 0, [438, 443, 6]],
    ['D16 “over 94%” of 379', 94, 379, 0, [355, 358, 4]],
    ['D18 95% of 20', 95, 20, 0, [19, 19, 1]],
    ['D19 90% of 20', 90, 20, 0, [18, 18, 1]],
  ]
  for (const [name, percent, base, decimals, expected] of printed)
    test(`${name}: ${expected.slice(0, 2).join(' to ')}`, () =>
      assert.deepEqual(listNumerators(percent, base, decimals), expected))

  test('D17 a 4 shown as 15% tells that its base is 26 or 27', () => {
    const bases = Array.from({ length: 100 }, (_, index) => index + 4).filter((base) => share(4, base) === 15)
    assert.deepEqual(bases, [26, 27])
  })

  const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index))
  const shown = (met: number, counted: number, threshold = 5) => {
    const result = makePercent(
      { id: 'x', title: 'x' },
      { met: ids(met), counted: ids(counted) },
      { asAt: '2026-03-31' },
    )
    const made = hideMeasure(result, { threshold })
    return [made.numerator.shown, made.value.shown]
  }
  test('D17, D18, D19 and D25: such a percentage is hidden with its numbers', () => {
    assert.deepEqual(shown(4, 27, 4), [null, null])
    assert.deepEqual(shown(19, 20), [null, null])
    assert.deepEqual(shown(18, 20), [null, null])
    assert.deepEqual(shown(3, 3), [null, null])
  })
  test('D24 nought of nought is no percentage', () => {
    const result = makePercent({ id: 'x', title: 'x' }, { met: [], counted: [] }, { asAt: '2026-03-31' })
    assert.deepEqual(
      [result.value, result.cannotCompute],
      [null, 'There is nobody to count, so there is no percentage.'],
    )
  })
  test('S19 of 40 complaints the 6 by young people may be shown; 3 employed and 2 trainees may not', () => {
    const count = (number: number) =>
      hideMeasure(makeCount({ id: 'x', title: 'x' }, ids(number), { asAt: '2026-03-31' }))
    assert.deepEqual(
      [6, 3, 2].map((number) => count(number).value.shown),
      [6, null, null],
    )
  })
})

describe('rates', () => {
  const rate = (children: number, population: number) => roundHalfUp((children / population) * 10_000)
  test('S1 70,440 at 60 per 10,000 means a population of 11,642,976 to 11,838,655', () => {
    assert.deepEqual(
      [11_642_975, 11_642_976, 11_838_655, 11_838_656].map((population) => rate(70_440, population)),
      [61, 60, 60, 59],
    )
  })
  test('S5 287 at 80 per 10,000 means one of 35,653 to 36,100', () => {
    assert.deepEqual(
      [35_652, 35_653, 36_100, 36_101].map((population) => rate(287, population)),
      [81, 80, 80, 79],
    )
  })
  test('S23 545 children of 62,113 are 88 per 10,000', () => {
    const council = buildCouncil({ populationUnder18: [{ year: 2024, children: 62_113 }] })
    const children = Array.from({ length: 545 }, (_, index) => buildChildInCare(`child-${index}`))
    const { value } = childrenInCareRate.compute(children, council, '2025-03-31')
    assert.equal(roundHalfUp(value!, 1), 87.7)
    assert.equal(sayValue(value!, childrenInCareRate), '88')
  })
})

describe('published shares and changes', () => {
  const shares: [string, number, number, number, number][] = [
    ['S8 three or more homes', 45, 805, 2, 5.59],
    ['S8 the DfE’s of the same year', 67, 801, 0, 8],
    ['S8 the DfE’s of the year before', 62, 709, 0, 9],
    ['S9 outside the area', 317, 805, 1, 39.4],
    ['S10 three or more workers', 108, 805, 2, 13.42],
    ['S24 in work or learning', 125, 237, 1, 52.7],
    ['S24 as shown', 125, 237, 0, 53],
    ['with our own carers', 379, 379 + 222, 2, 63.06],
    ['S2 the rise of 970', 970, 69_470, 3, 1.396],
    ['S2 as shown', 970, 69_470, 0, 1],
    ['S4 alone in this country', 4_192, 70_440, 2, 5.95],
  ]
  for (const [name, numerator, denominator, decimals, expected] of shares)
    test(`${name}: ${expected}%`, () => assert.equal(share(numerator, denominator, decimals), expected))

  test('S2, S3, S4 changes between years fit their totals', () => {
    assert.equal(70_440 - 970, 69_470)
    assert.deepEqual([roundHalfUp(70_440 / 1.055), roundHalfUp(70_440 / 1.045)], [66_768, 67_407])
    assert.deepEqual([roundHalfUp(1_470 / 0.54), roundHalfUp(1_470 / 0.54) + 1_470], [2_722, 4_192])
  })
  test('S7 seven kinds make 799 of 805: the one not printed is 6', () => {
    assert.equal(805 - [379, 222, 32, 34, 59, 32, 41].reduce((sum, count) => sum + count, 0), 6)
  })
  test('S10, S13 a fall of 0.73 points is 5.2% less; a gap goes from 43 to 31.8 points, or from 46 to 51', () => {
    assert.equal(roundHalfUp(14.15 - 13.42, 2), 0.73)
    assert.equal(roundHalfUp(((14.15 - 13.42) / 14.15) * 100, 1), 5.2)
    const gap = findMeasure('M74g')!
    assert.deepEqual(
      [sayValue(43 - 31.8, gap), sayValue(51 - 46, gap), gap.direction],
      ['11.2 points', '5.0 points', 'lower'],
    )
  })
  test('S15 parts of a survey add up, or leave a rest that is not stated', () => {
    assert.deepEqual([32 + 31, 100 - (45 + 33 + 18)], [63, 4])
  })
  test('S17 percentages of 225 and 620 leave these numbers possible', () => {
    const possible = [
      listNumerators(30, 225),
      listNumerators(23, 225),
      listNumerators(62, 620),
      listNumerators(71, 620),
    ]
    assert.deepEqual(
      possible.map(([least, most]) => [least, most]),
      [
        [67, 68],
        [51, 52],
        [382, 387],
        [438, 443],
      ],
    )
  })
  test('S24 the parts of an activity table add up to its total', () => assert.equal(125 + 97 + 15, 237))
})

describe('stock and flow that differ are explained', () => {
  const flows: [string, [number, number, number, number], number][] = [
    ['S16 as the council printed it', [627, 211, 225, 620], 7],
    ['S16 as the DfE says now', [627, 219, 229, 620], 3],
    ['S21 England 2025', [83_530, 32_270, 34_450, 81_770], 420],
    ['S22 one authority, 2025', [598, 156, 217, 545], 8],
  ]
  for (const [name, [opening, started, ceased, closing], difference] of flows)
    test(`${name}: differs by ${difference}`, () => {
      const explained = explainStockAndFlow({ opening, started, ceased, closing })
      assert.equal(explained.difference, difference)
      assert.match(explained.sentence, /more than once|handed over|came late/)
    })
})

test('S12 9.12% of part of a school year is marked, and never set beside whole ones', () => {
  const typed = {
    id: '1',
    measureId: 'M76',
    numerator: 36,
    denominator: 395,
    value: null,
    children: null,
    status: 'provisional' as const,
    source: 'The virtual school',
    replaces: null,
    reason: null,
    statedBy: 'Ana',
    statedOn: '2019-03-01',
  }
  const isPart = (fromOn: string, asAt: string) =>
    resultOfStated(findMeasure('M76')!, [{ ...typed, fromOn, asAt }], asAt)!.isPartYear
  assert.deepEqual([isPart('2018-09-01', '2019-02-15'), isPart('2017-09-01', '2018-07-20')], [true, false])
})
