// Long because it is tables of cases: each published figure and each fault of a file stands with what it gives.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import {
  type Direction,
  findChange,
  findStanding,
  findStepsToNextBand,
  sayAgainst,
  summariseNeighbours,
} from './compare.ts'
import { readNeighbours } from './read-neighbours.ts'
import { readNumber, readRelease } from './read-release.ts'

const folder = new URL('../../../test/vectors/comparators/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const values: Record<string, Record<string, number | null>> = JSON.parse(read('authorities-2025.json'))
const neighbours: Record<string, string[]> = JSON.parse(read('neighbours-2025.json'))
const own = { code: '831', newCode: 'E06000015' }

describe('rank, quarter and neighbours, as the published figures of 2025 give them', () => {
  // Measure, which way is good, councils with a value, the three cuts; then for three authorities: value, rank, quarter,
  // and of their neighbours how many have a value, the mean and the median (fewer than six: none).
  const cases: [
    string,
    Direction,
    number,
    [number, number, number],
    Record<string, [number, number, string, number | null, number, number]>,
  ][] = [
    [
      'M112',
      'higher',
      149,
      [87, 91, 93],
      { 831: [90, 82, 'C', 10, 87.7, 88.5], 830: [96, 6, 'A', 10, 91.8, 91.5], 884: [90, 82, 'C', 9, 92.1111, 92] },
    ],
    [
      'M113',
      'higher',
      152,
      [49, 54.5, 60],
      { 831: [53, 84, 'C', 10, 48.2, 49], 830: [61, 31, 'A', 10, 53.4, 51.5], 884: [55, 71, 'B', 10, 56, 56] },
    ],
    [
      'M20',
      'lower',
      151,
      [8, 10, 12],
      { 831: [8, 26, 'A', 10, 10.1, 10.5], 830: [12, 104, 'C', 10, 10.6, 10.5], 884: [10, 58, 'B', 10, 10.8, 10.5] },
    ],
    [
      'M21',
      'higher',
      150,
      [63, 68, 72],
      { 831: [75, 18, 'A', 10, 66.7, 66], 830: [54, 147, 'D', 10, 71, 71], 884: [66, 92, 'C', 10, 67.5, 69.5] },
    ],
    [
      'M51',
      'higher',
      151,
      [89, 93, 96],
      { 831: [95, 47, 'B', 10, 91.7, 93.5], 830: [92, 78, 'C', 10, 88.5, 91], 884: [95, 47, 'B', 10, 90.3, 91] },
    ],
    [
      'M52',
      'higher',
      151,
      [75, 83, 90.5],
      { 831: [88, 52, 'B', 10, 82.9, 84.5], 830: [83, 75, 'C', 10, 79.9, 81], 884: [72, 124, 'D', 10, 80, 83.5] },
    ],
    [
      'M76',
      'lower',
      150,
      [17.4, 20.65, 23.875],
      {
        831: [19.7, 66, 'B', 10, 21.19, 20.7],
        830: [21.7, 87, 'C', 10, 20.77, 20.4],
        884: [13.2, 3, 'A', 10, 20.23, 18.9],
      },
    ],
    [
      'M56',
      'lower',
      151,
      [14.25, 15, 15.85],
      {
        831: [15.9, 114, 'D', 10, 15.06, 15.6],
        830: [16.4, 132, 'D', 10, 15.7, 15.85],
        884: [14.3, 39, 'B', 10, 15.47, 15.45],
      },
    ],
    [
      'M93',
      'lower',
      92,
      [0, 2, 4],
      { 831: [5, 79, 'D', null, 0, 0], 830: [3, 51, 'C', 10, 1.8, 2], 884: [0, 1, 'A', 6, 1.8333, 2] },
    ],
  ]
  for (const [measure, direction, of, cuts, authorities] of cases) {
    test(`${measure}, where ${direction} is better`, () => {
      const placed = Object.entries(values[measure]!).map(([code, value]) => ({ code, value }))
      for (const [code, [value, rank, band, known, mean, median]] of Object.entries(authorities)) {
        assert.equal(values[measure]![code], value)
        const standing = findStanding(placed, code, direction)!
        assert.deepEqual([standing.of, standing.rank, standing.band], [of, rank, band])
        assert.deepEqual(standing.cuts.map(round), cuts)
        const among = summariseNeighbours(placed, neighbours[code]!)
        assert.deepEqual(
          among && { of: among.of, mean: round(among.mean), median: round(among.median) },
          known === null ? null : { of: known, mean, median },
        )
      }
    })
  }

  test('a measure without a good way has no rank, and a council without a value none either', () => {
    const placed = [1, 2, 3, 4].map((value) => ({ code: String(value), value }))
    assert.equal(findStanding(placed, '1', 'none'), null)
    assert.equal(findStanding([...placed, { code: '5', value: null }], '5', 'higher'), null)
  })

  test('four more young people in a suitable home of 235 would reach the next quarter', () => {
    assert.equal(
      findStepsToNextBand({ band: 'C', cuts: [87, 91, 93] }, { count: 212, base: 235, direction: 'higher' }),
      4,
    )
    assert.equal(
      findStepsToNextBand({ band: 'A', cuts: [87, 91, 93] }, { count: 230, base: 235, direction: 'higher' }),
      null,
    )
    assert.equal(findStepsToNextBand({ band: 'D', cuts: [8, 10, 12] }, { count: 14, base: 100, direction: 'lower' }), 2)
  })

  test('a change is told from one year to the next, and never over a gap', () => {
    const years = [
      { year: 2019, value: 37 },
      { year: 2022, value: 31 },
      { year: 2023, value: null },
      { year: 2024, value: 34 },
      { year: 2025, value: 35 },
    ]
    assert.deepEqual(
      [2025, 2024, 2023, 2022].map((year) => findChange(years, year)),
      [1, null, null, null],
    )
  })

  test('better and worse go with the good way; without one it is higher or lower', () => {
    assert.deepEqual(
      [sayAgainst(2, 1, 'higher'), sayAgainst(2, 1, 'lower'), sayAgainst(2, 1, 'none'), sayAgainst(1, 1, 'lower')],
      ['better than', 'worse than', 'higher than', 'the same as'],
    )
  })
})

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

describe('a file of the DfE', () => {
  const table = (name: string) => parse(read(name)) as string[][]

  test('is read by its columns, with a byte order mark or without', () => {
    const release = readRelease(table('cla_number_and_rate_per_10k_children.csv'), own)
    assert.deepEqual(release.findings, [])
    const find = (measureId: string, year: number, code: string) =>
      release.values.find((value) => value.measureId === measureId && value.year === year && value.code === code)
    assert.equal(find('M01', 2025, '831')!.value, 545)
    assert.equal(find('M02', 2025, '831')!.value, 88)
    assert.equal(find('M01', 2025, 'E92000001')!.value, 81_770)
    assert.equal(find('M02', 2024, 'E12000004')!.level, 'regional')
    assert.equal(find('M01', 2025, '884')!.name, 'Herefordshire, County of')
  })

  test('an academic year is named by the year in which it ends, and a sign is never a nought', () => {
    const release = readRelease(table('ks4_la.csv'), own)
    const own2025 = release.values.filter(({ code }) => code === '831')
    assert.deepEqual(
      own2025.map(({ measureId, year, value, symbol }) => [measureId, year, value, symbol]),
      [
        ['M73', 2025, 18.9, null],
        ['M74', 2025, 15.7, null],
      ],
    )
    const homes = readRelease(table('la_care_leavers_accommodation_suitability.csv'), own)
    assert.equal(homes.values.find(({ code }) => code === '831')!.value, 90)
  })

  const header = [
    'time_period',
    'time_identifier',
    'geographic_level',
    'country_code',
    'country_name',
    'region_code',
    'region_name',
    'old_la_code',
    'la_name',
    'new_la_code',
    'population_type',
    'children_count',
    'rate_per_10000',
  ]
  const row = (given: Record<string, string> = {}) => {
    const cells: Record<string, string> = {
      time_period: '2025',
      time_identifier: 'Reporting year',
      geographic_level: 'Local authority',
      country_code: 'E92000001',
      country_name: 'England',
      region_code: 'E12000004',
      region_name: 'East',
      old_la_code: '831',
      la_name: 'Here',
      new_la_code: 'E06000015',
      population_type: 'Children looked after on 31 March',
      children_count: '12',
      rate_per_10000: '9',
      ...given,
    }
    return header.map((name) => cells[name]!)
  }
  const codes = (...rows: string[][]) => readRelease([header, ...rows], own).findings.map(({ code }) => code)

  test('of one figure given in several versions the surest counts, in whatever order they stand', () => {
    const version = (name: string, rate: string) => [...row({ rate_per_10000: rate }), name]
    const of = (...rows: string[][]) =>
      readRelease([[...header, 'version'], ...rows], own)
        .values.filter(({ measureId }) => measureId === 'M02')
        .map(({ value }) => value)
    const [provisional, revised, final] = [version('Provisional', '7'), version('Revised', '8'), version('Final', '9')]
    assert.deepEqual(of(final, revised, provisional), [9])
    assert.deepEqual(of(provisional, revised, final), [9])
    assert.deepEqual(of(revised, provisional), [8])
  })

  const faults: [string, string[][], string[]][] = [
    ['a year of six digits in a file of four', [row({ time_period: '202425' })], ['E2']],
    ['years of two families', [row(), row({ time_identifier: 'Academic year', time_period: '202324' })], ['E3']],
    ['a sign that nobody knows', [row({ rate_per_10000: '?' })], ['E4']],
    ['a figure twice', [row(), row()], ['E5', 'E5']],
    ['a council without a region', [row(), row({ old_la_code: '832', region_code: '' })], ['E6']],
    ['all England with a council’s code', [row(), row({ geographic_level: 'National' })], ['E7']],
    ['a code that is none', [row(), row({ old_la_code: '83' })], ['E8']],
    ['a count that is not whole', [row({ children_count: '1.5' })], ['E10']],
    ['none of our own council', [row({ old_la_code: '832', new_la_code: '' })], ['E12']],
    ['nothing wrong', [row()], []],
  ]
  for (const [claim, rows, expected] of faults)
    test(`is asked about: ${claim}`, () => assert.deepEqual(codes(...rows), expected))

  test('without its columns it is refused with a sentence, and an unknown one says that nothing is known of it', () => {
    assert.match(readRelease([['name', 'number']], own).findings[0]!.words, /no underlying-data file/)
    assert.equal(readRelease([header.slice(0, 10), row().slice(0, 10)], own).findings[0]!.code, 'E11')
  })

  test('the other spelling of a column is read, and said', () => {
    const other = header.map((name) => (name === 'geographic_level' ? 'geographical_level' : name))
    const release = readRelease([other, row()], own)
    assert.deepEqual([release.values.length, release.findings.map(({ code }) => code)], [2, ['W1']])
  })

  test('signs: each is kept with its reason, old ones under their new name', () => {
    const percent = { kind: 'percent', decimals: 0 } as const
    assert.deepEqual(
      ['c', 'Z', 'x', 'k', 'low', 'u', '~', ':'].map((raw) => (readNumber(raw, percent) as { symbol: string }).symbol),
      ['c', 'z', 'x', 'k', 'low', 'u', 'low', 'x'],
    )
    assert.equal((readNumber('20.399999999999999', { kind: 'percent', decimals: 1 }) as { value: number }).value, 20.4)
    assert.equal((readNumber('101', percent) as { code: string }).code, 'E9')
  })
})

describe('a list of statistical neighbours', () => {
  test('is read by position, its labels trimmed and in any case', () => {
    const cells = (code: string) =>
      Array.from({ length: 10 }, (_, at) => [String(300 + at), at === 0 ? 'Very Close' : 'Close '])
        .flat()
        .toSpliced(0, 0, code, 'Here', code, '3', 'East')
    const header = ['\uFEFFLA num', 'LA Name', 'LA number', 'GOInd', 'GOReg', 'SN1', 'SNP', 'SN2', 'SNP']
    const { neighbours: found, faults } = readNeighbours([header, cells('831')])
    assert.deepEqual(faults, [])
    assert.equal(found.length, 10)
    assert.deepEqual(found[0], { authority: '831', rank: 1, neighbour: '300', label: 'very close' })
    assert.equal(found[9]!.label, 'close')
  })

  test('what is no such list says so, and a neighbour that cannot be read is named', () => {
    assert.match(readNeighbours([['a', 'b']]).faults[0]!, /no list of statistical neighbours/)
    assert.match(
      readNeighbours([
        ['LA num', 'SN1', 'SNP'],
        ['831', 'x', 'Close'],
      ]).faults[0]!,
      /Row 2: neighbour 1 of 831/,
    )
  })
})
