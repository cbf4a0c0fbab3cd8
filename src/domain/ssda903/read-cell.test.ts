import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isIsoDate } from '../shared/calendar-date.ts'
import { readCell, sayWhatIsRight } from './read-cell.ts'
import { type CellType, tableNames, tableSpec } from './tables.ts'

const cases: [type: CellType, text: string, value: string | null][] = [
  ['date', '31/03/2026', '2026-03-31'],
  ['date', '29/02/2024', '2024-02-29'],
  ['date', '29/02/2025', null],
  ['date', '31/02/2025', null],
  ['date', '31/04/2025', null],
  ['date', '00/01/2025', null],
  ['date', '1/13/2025', null],
  ['date', '1/3/2025', null],
  ['date', '2025-05-01', null],
  ['date', '01/01/0202', null],
  ['partial date', 'ZZ/05/2020', 'ZZ/05/2020'],
  ['partial date', 'zz/zz/zzzz', 'ZZ/ZZ/ZZZZ'],
  ['partial date', '12/05/2020', '12/05/2020'],
  ['partial date', 'ZZ/13/2020', null],
  ['postcode', 'zx11aa', 'ZX1 1AA'],
  ['postcode', 'ZX1  1AA', 'ZX1 1AA'],
  ['postcode', 'X9', null],
  ['yes or no', '1', '1'],
  ['yes or no', '2', null],
  ['pupil number', 'a123456789012', 'A123456789012'],
  ['pupil number', 'A12345678901B', 'A12345678901B'],
  ['pupil number', 'I123456789012', null],
  ['pupil number', 'un4', 'UN4'],
  ['pupil number', 'UN6', null],
  ['provider number', 'sc123456', 'SC123456'],
  ['provider number', '1234567', '1234567'],
  ['provider number', 'XXXXXXX', 'XXXXXXX'],
  ['provider number', '123456', null],
  ['worker', 'sw10001', 'SW10001'],
  ['worker', '10001', null],
  ['worker', 'SW12345678901', null],
  ['authority', '999', '999'],
  ['authority', 'wal', 'WAL'],
  ['authority', '99', null],
  ['child', 'ab01', 'AB01'],
  ['child', 'x'.repeat(33), null],
  [{ from: 0, to: 40 }, '40', '40'],
  [{ from: 0, to: 40 }, '07', '7'],
  [{ from: 0, to: 40 }, '41', null],
  [{ from: 0, to: 40 }, '4.5', null],
  [{ codes: 'sex' }, '1', 'M'],
  [{ codes: 'sex' }, '2', 'F'],
  [{ codes: 'sex' }, 'f', 'F'],
  [{ codes: 'sex' }, '3', null],
  [{ codes: 'placement' }, 'h5', 'H5'],
  [{ codes: 'placement' }, 'Q1', null],
]

for (const [type, text, value] of cases) {
  const name = typeof type === 'string' ? type : JSON.stringify(type)
  test(`“${text}” as ${name} is ${value ?? 'not read'}`, () => assert.equal(readCell(type, text), value))
}

test('a date that is read is a day of the calendar', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 39 }),
      fc.integer({ min: 0, max: 19 }),
      fc.integer({ min: 1900, max: 2199 }),
      (day, month, year) => {
        const two = (value: number) => String(value).padStart(2, '0')
        const read = readCell('date', `${two(day)}/${two(month)}/${year}`)
        assert.equal(read !== null, isIsoDate(`${year}-${two(month)}-${two(day)}`))
      },
    ),
  )
})

test('every column says what is right for it', () => {
  for (const { type } of tableNames.flatMap((table) => tableSpec(table).columns)) {
    assert.match(sayWhatIsRight(type), /^Give .+\.$/)
  }
})
