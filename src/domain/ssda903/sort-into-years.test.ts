import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadReturn, toFile, writeReturn, writeText } from '../../../test/vectors/ssda903/write-return.ts'
import { readReturn } from './read-return.ts'
import type { ReturnFile } from './return.ts'
import type { TableName } from './tables.ts'

function yearsOf(files: ReturnFile[], options: { year?: number } = {}) {
  const { faults, returns } = readReturn(files, options)
  assert.deepEqual(faults, [])
  return returns.map(({ year }) => year)
}

function messagesOf(files: ReturnFile[], options: { year?: number } = {}) {
  const { faults, returns } = readReturn(files, options)
  assert.deepEqual(returns, [])
  return faults.map(({ file, message }) => `${file}: ${message}`)
}

type Row = Record<string, string>
const inferred: [what: string, rows: Partial<Record<TableName, Row[]>>, year: number][] = [
  ['an end on the first day', { Episodes: [{ DECOM: '10/06/2015', DEC: '01/04/2025' }] }, 2026],
  ['an end on the last day before', { Episodes: [{ DECOM: '10/06/2015', DEC: '31/03/2025' }] }, 2025],
  ['starts alone, the latest', { Episodes: [{ DECOM: '10/06/2015' }, { DECOM: '02/02/2025' }] }, 2025],
  ['reviews where no episode ended', { Episodes: [{ DECOM: '10/06/2015' }], Reviews: [{}] }, 2026],
  [
    'most ends, not one typed wrong',
    {
      Episodes: ['06', '07', '08'].map((month) => ({
        DECOM: `01/${month}/2024`,
        DEC: month === '08' ? '01/08/2036' : `20/${month}/2025`,
      })),
    },
    2026,
  ],
]

for (const [what, tables, year] of inferred) {
  test(`the year is known by ${what}`, () => assert.deepEqual(yearsOf(writeReturn(tables)), [year]))
}

test('a start far ahead among many is taken for a slip', () => {
  const starts = Array.from({ length: 60 }, (_, at) => ({
    DECOM: `${String((at % 28) + 1).padStart(2, '0')}/0${(at % 3) + 5}/2025`,
  }))
  const { returns } = readReturn(writeReturn({ Episodes: [...starts, { DECOM: '01/01/2099' }] }))
  assert.equal(returns[0]?.year, 2026)
})

test('a year that is given overrides the dates', () => {
  assert.deepEqual(yearsOf(writeReturn({}), { year: 2027 }), [2027])
})

test('files without a date have no year, and it is said to name one', () => {
  const files = writeReturn({ Episodes: [] })
  assert.match(messagesOf(files).join(), /No date in these files.+Name the year/)
  assert.deepEqual(yearsOf(files, { year: 2026 }), [2026])
})

test('folders keep the files of a year together', () => {
  assert.deepEqual(yearsOf([...loadReturn(2026, 'new'), ...loadReturn(2025, 'old')]), [2025, 2026])
})

test('tables of one year in several folders are one return', () => {
  const files = loadReturn(2025).map((file, at) => ({ ...file, group: `folder ${at}` }))
  assert.deepEqual(yearsOf(files), [2025])
})

test('in one heap the health, leaving-care and permanence files go with their own years', () => {
  const { returns } = readReturn(
    [...loadReturn(2025), ...loadReturn(2026)].sort((a, b) => (a.name.slice(5) < b.name.slice(5) ? 1 : -1)),
  )
  for (const { year, tables } of returns) {
    assert.deepEqual(
      tables.filter(({ file, rows }) => rows > 0 && !file.startsWith(String(year))),
      [],
    )
  }
})

test('the same table twice in a year is refused', () => {
  const files = [...writeReturn({ Reviews: [{}] }), toFile(writeText('Reviews'), 'again.csv')]
  assert.match(
    messagesOf(files).join(),
    /again\.csv: This is a second Reviews file for 2025-26; the first is Reviews\.csv/,
  )
})

test('two years cannot be taken as one that is given', () => {
  assert.match(
    messagesOf([...loadReturn(2025), ...loadReturn(2026)], { year: 2026 }).join(),
    /second Episodes file for 2025-26/,
  )
})

for (const table of ['Header', 'Episodes'] as const) {
  test(`a return without ${table} is refused`, () => {
    const files = writeReturn({ Reviews: [{}] }).filter(({ name }) => name !== `${table}.csv`)
    assert.match(messagesOf(files).join(), new RegExp(`There is no ${table} file for 2025-26`))
  })
}

test('reviews of a year without episodes are refused', () => {
  const old = toFile(writeText('Reviews', [{ REVIEW: '01/07/2023' }]), 'old.csv')
  assert.match(
    messagesOf([...loadReturn(2025), ...loadReturn(2026), old]).join(),
    /of 2023-24, and there is no Episodes file/,
  )
})
