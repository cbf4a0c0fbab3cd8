import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { inCareOn, of, sizes } from './council-of-each-size.ts'
import { toReturnFiles } from './return-files.ts'

const { council, options } = sizes[1]!

function read(year: number): Record<string, Record<string, string>[]> {
  const files = toReturnFiles(council, year)
  return Object.fromEntries(files.map(({ name, csv }) => [name, parse(csv, { columns: true })]))
}

test('a year has its eleven files; social workers are asked for from 2023-24', () => {
  assert.equal(toReturnFiles(council, 2026).length, 11)
  assert.ok(!toReturnFiles(council, 2023).some((file) => file.name === 'sw_episodes.csv'))
})

test('children with an open episode are those in care at the year’s end', () => {
  for (const year of [2022, 2025, 2026]) {
    const open = read(year)['episodes.csv']!.filter((row) => row.DEC === '')
    const inCare = council.children.filter((child) => inCareOn(child, `${year}-03-31`))
    assert.deepEqual(open.map((row) => row.CHILD).sort(), inCare.map((child) => child.code).sort())
  }
})

test('nothing is told that happened after the year', () => {
  const days = (rows: Record<string, string>[], column: string) =>
    rows.map((row) => row[column]!).filter((cell) => cell !== '')
  const files = read(2025)
  const dates = [
    ...days(files['episodes.csv']!, 'DECOM'),
    ...days(files['episodes.csv']!, 'DEC'),
    ...days(files['reviews.csv']!, 'REVIEW'),
    ...days(files['missing.csv']!, 'MIS_END'),
    ...days(files['sw_episodes.csv']!, 'SW_DEC'),
  ]
  for (const date of dates) {
    assert.match(date, /^\d\d\/\d\d\/\d{4}$/)
    assert.ok(date.split('/').reverse().join('-') <= '2025-03-31', date)
  }
})

test('every child of a file is in the header once, and a year of health is for each in care all year', () => {
  const files = read(2026)
  const header = files['header.csv']!.map((row) => row.CHILD)
  assert.equal(new Set(header).size, header.length)
  for (const rows of Object.values(files)) for (const row of rows) assert.ok(header.includes(row.CHILD!))
  const told = council.children.filter((child) => of(child, 'health_year').some((one) => one.startsOn === '2025-04-01'))
  assert.equal(files['oc2.csv']!.length, told.length)
  assert.ok(told.length > options.children / 3)
})

test('a return is written in the codes of its year', () => {
  const old = read(2024)
  assert.ok(old['header.csv']!.every((row) => /^[12]$/.test(row.SEX!)))
  assert.ok(old['episodes.csv']!.every((row) => !/^(K3|Z1\d)$/.test(row.PLACE!)))
  const now = read(2026)
  assert.ok(now['header.csv']!.every((row) => /^[MF]$/.test(row.SEX!)))
  assert.ok(now['episodes.csv']!.every((row) => !/^(H5|Z1)$/.test(row.PLACE!)))
})
