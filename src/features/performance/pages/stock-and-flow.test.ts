import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { makeCount, makeNone } from '../../../domain/measures/make-result.ts'
import type { MeasureResult } from '../../../domain/measures/measure.ts'
import { presentStockAndFlow } from './stock-and-flow.presenter.ts'

const [BEFORE, AS_AT] = ['2025-03-31', '2026-03-31']
const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index))
const count = (id: string, asAt: string, children: number, isPartYear = false) =>
  makeCount({ id, title: id }, ids(children), { asAt, isPartYear })
const year = (start: number, came: number, left: number, end: number, isPartYear = false) => ({
  asAt: AS_AT,
  before: BEFORE,
  opening: [count('M01', BEFORE, start)],
  closing: [count('M01', AS_AT, end), count('M03', AS_AT, came, isPartYear), count('M04', AS_AT, left)],
})
const cellsOf = (given: ReturnType<typeof year>, isTrue: boolean) =>
  presentStockAndFlow([given], isTrue).table.rows[0]!.slice(1)

describe('who came and who left', () => {
  test('what adds up needs no explanation', () => {
    const shown = presentStockAndFlow([year(60, 12, 10, 62)], true)
    assert.deepEqual(shown.table.rows, [['31 March 2026', '60', '12', '10', '62', '62', '0']])
    assert.deepEqual(shown.explanations, [])
    assert.match(shown.sentence, /^In the year that we know whole/)
  })

  test('what does not is explained', () => {
    const shown = presentStockAndFlow([year(627, 211, 225, 620)], true)
    assert.deepEqual(cellsOf(year(627, 211, 225, 620), true), ['627', '211', '225', '613', '620', '+7'])
    assert.match(shown.explanations[0]!.text, /7 more/)
    assert.match(shown.sentence, /That is no mistake/)
  })

  test('rule 39: where one of those who came and left is hidden both are, since the ends would tell it', () => {
    assert.deepEqual(cellsOf(year(60, 4, 20, 44), false), ['60', 'c', 'c', '–', '44', '–'])
    assert.deepEqual(cellsOf(year(60, 20, 5, 75), false), ['60', 'c', 'c', '–', '75', '–'])
    assert.deepEqual(cellsOf(year(60, 4, 20, 44), true), ['60', '4', '20', '44', '44', '0'])
    assert.deepEqual(cellsOf(year(60, 6, 20, 46), false), ['60', '6', '20', '46', '46', '0'])
  })

  test('a part of a year is marked; what is not known, or of another day, makes no sum', () => {
    assert.equal(
      presentStockAndFlow([year(60, 12, 10, 62, true)], true).table.rows[0]![0],
      '31 March 2026, part of the year',
    )
    const unknown: MeasureResult = makeNone({ id: 'M03', title: 'M03' }, 'No return.', { asAt: AS_AT })
    const given = year(60, 12, 10, 62)
    assert.deepEqual(cellsOf({ ...given, closing: [given.closing[0]!, unknown, given.closing[2]!] }, true), [
      '60',
      '–',
      '10',
      '–',
      '62',
      '–',
    ])
    assert.deepEqual(cellsOf({ ...given, opening: [count('M01', '2024-03-31', 60)] }, true)[0], '–')
    assert.match(presentStockAndFlow([{ ...given, opening: [] }], true).sentence, /Of no year/)
  })
})
