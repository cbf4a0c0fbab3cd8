import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { agrees } from './check-totals.ts'
import { readRelease } from './read-release.ts'

const own = { code: '831', newCode: 'E06000099' }
const HEADER =
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,new_la_code,cla_group,sw_stability,number,percentage'
const row = (what: string, number: string, percent: string, code = '831') =>
  `2025,Reporting year,Local authority,E92000001,England,E12000099,A region,${code},Council ${code},,CLA on 31 March,${what},${number},${percent}`.split(
    ',',
  )
const MANY = '3 or more social workers during the year'
const find = (...rows: string[][]) =>
  readRelease([HEADER.split(','), ...rows], own).findings.map(({ code, words, isFatal }) => [code, words, isFatal])

describe('number, percentage and of how many', () => {
  test('that agree are no finding', () => {
    assert.deepEqual(find(row(MANY, '90', '30'), row('Total children', '300', '100')), [])
  })

  test('that disagree are told with their place, and the percentage is kept', () => {
    const rows = [row(MANY, '90', '33'), row('Total children', '300', '100')]
    assert.deepEqual(find(...rows), [
      [
        'W3',
        'M23 in 2025: number and percentage disagree by more than rounding for Council 831. The percentage is kept.',
        false,
      ],
    ])
    assert.equal(readRelease([HEADER.split(','), ...rows], own).values[0]!.value, 33)
  })

  test('where the row of all is missing, it is told for how many places', () => {
    const rows = ['831', '832', '833', '834', '835'].map((code) => row(MANY, '90', '30', code))
    assert.deepEqual(find(...rows), [
      [
        'E13',
        'M23 in 2025: the file does not say of how many the share is for Council 831, Council 832, Council 833 and 2 more.',
        false,
      ],
    ])
  })

  test('a sign instead of a number says nothing against it', () => {
    assert.deepEqual(find(row(MANY, 'c', '30'), row('Total children', '300', '100')), [])
    assert.deepEqual(find(row(MANY, '90', 'c'), row('Total children', 'c', '100')), [])
  })

  for (const [level, count, total, value, decimals, expected] of [
    ['authority', 1, 3, 33, 0, true],
    ['authority', 1, 3, 34, 0, false],
    ['authority', 1, 8, 12.5, 1, true],
    ['authority', 1, 8, 13, 0, true],
    ['authority', 1, 8, 12, 0, true],
    ['authority', 1, 8, 14, 0, false],
    ['national', 10, 30, 40, 0, true],
    ['national', 10, 30, 15, 0, true],
    ['national', 10, 30, 70, 0, false],
    ['national', 40_000, 80_000, 51, 0, false],
    ['authority', 0, 0, 50, 0, true],
  ] as const)
    test(`${count} of ${total} ${expected ? 'can' : 'cannot'} be ${value}%, for ${level}`, () => {
      const share = { measureId: 'M23', year: 2025, level, name: 'Here', value, count }
      assert.equal(agrees({ value: share, total }, decimals), expected)
    })
})
