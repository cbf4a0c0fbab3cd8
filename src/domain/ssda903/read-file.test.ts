import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { takeTime } from '../../../test/vectors/ssda903/take-time.ts'
import { toFile, writeText } from '../../../test/vectors/ssda903/write-return.ts'
import { readFile } from './read-file.ts'
import { readReturn } from './read-return.ts'
import { columnNames, type TableName, tableNames } from './tables.ts'

function rowsOf(text: string | Uint8Array) {
  const read = readFile(typeof text === 'string' ? toFile(text) : { name: 'table.csv', bytes: text })
  assert.ok('table' in read, JSON.stringify(read))
  return read.table
}

function faultsOf(content: string | Uint8Array | number[]) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content)
  const read = readFile({ name: 'table.csv', bytes })
  assert.ok('faults' in read, 'the file was read')
  return read.faults
}

for (const table of tableNames) {
  test(`${table} is known by its columns, in any order`, () => {
    const names = columnNames(table).toReversed()
    assert.equal(rowsOf(`${names.join(',')}\n`).table, table)
  })
}

const reviews = 'CHILD,DOB,REVIEW,REVIEW_CODE'

const harmless: [what: string, text: string][] = [
  ['ends of line of Unix', `${reviews}\nA1,05/05/2012,01/07/2025,PN1\n`],
  ['ends of line of Windows', `${reviews}\r\nA1,05/05/2012,01/07/2025,PN1\r\n`],
  ['both ends of line mixed', `${reviews}\r\nA1,05/05/2012,01/07/2025,PN1\n`],
  ['no end of line at the end', `${reviews}\nA1,05/05/2012,01/07/2025,PN1`],
  ['a byte order mark', `\ufeff${reviews}\nA1,05/05/2012,01/07/2025,PN1\n`],
  ['small letters and spaces', ' child, Dob ,review,Review_Code\n A1 ,05/05/2012, 01/07/2025 ,PN1\n'],
  ['quotation marks', '"CHILD","DOB","REVIEW","REVIEW_CODE"\n"A1","05/05/2012","01/07/2025","PN1"\n'],
  ['blank lines and lines of commas', `${reviews}\n\nA1,05/05/2012,01/07/2025,PN1\n,,,\n\n`],
  ['blank columns at the end', `${reviews},,\nA1,05/05/2012,01/07/2025,PN1,,\n`],
]

for (const [what, text] of harmless) {
  test(`a file with ${what} is read`, () => {
    const { rows } = rowsOf(text)
    assert.deepEqual(
      rows.map(({ cells }) => cells),
      [['A1', '05/05/2012', '01/07/2025', 'PN1']],
    )
  })
}

test('a row knows its line in the file', () => {
  const { rows } = rowsOf(`${reviews}\nA1,05/05/2012,01/07/2025,PN1\n\n"A2",05/05/2012,01/07/2025,PN1\n`)
  assert.deepEqual(
    rows.map(({ line }) => line),
    [2, 4],
  )
})

test('a file with column names alone has no rows', () => assert.deepEqual(rowsOf(`${reviews}\r\n`).rows, []))

const utf16 = (text: string) => [0xff, 0xfe, ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0])]
const refused: [what: string, content: string | number[], says: RegExp, line: number | null][] = [
  ['an empty file', '', /empty/, null],
  ['a file of blank lines', ' \r\n\r\n', /empty/, null],
  ['a zip', [0x50, 0x4b, 3, 4, 20, 0], /zip file or an Excel workbook/, null],
  ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], /old Excel/, null],
  ['a PDF', '%PDF-1.7\n%', /PDF/, null],
  ['a compressed file', [0x1f, 0x8b, 8, 0], /compressed/, null],
  ['UTF-16', utf16(reviews), /UTF-16/, null],
  ['UTF-16 without its mark', utf16(reviews).slice(2), /UTF-16/, null],
  ['bytes that are no text', [1, 2, 0, 4, 5, 6, 7, 8], /not text/, null],
  ['XML', '<?xml version="1.0"?><EXPSSDA903/>', /XML/, null],
  ['Windows letters', [...Buffer.from(`${reviews}\nA1,,,PN1\nB`), 0xe9, ...Buffer.from(',,,PN1\n')], /UTF-8/, 3],
  ['a zero byte deep in the text', [...Buffer.from(`${reviews}\n${'A1,,,PN1\n'.repeat(2000)}`), 0], /UTF-8/, 2002],
  ['a missing column', 'CHILD,DOB,REVIEW\n', /looks like the Reviews table.+no column REVIEW_CODE.+Add it/, 1],
  ['an unknown column', `${reviews},COLOUR\n`, /looks like the Reviews table.+column COLOUR there.+Delete it/, 1],
  ['a column twice', `${reviews},DOB\n`, /DOB is there twice/, 1],
  ['columns of no table', 'a,b,c\n1,2,3\n', /not the columns of a table/, 1],
  ['semicolons', `${reviews.replaceAll(',', ';')}\n`, /semicolons/, 1],
  ['tabs', `${reviews.replaceAll(',', '\t')}\n`, /tabs/, 1],
  ['no column names', 'A1,05/05/2012,01/07/2025,PN1\n', /not the columns/, 1],
  ['a file that breaks off', `${reviews}\nA1,05/05/2012,01/07/2025,PN1\nA2,05/05/20`, /breaks off/, 3],
  ['a short line', `${reviews}\nA1,05/05/2012\nA1,05/05/2012,01/07/2025,PN1\n`, /has 2 cells.+4 columns/, 2],
  ['a long line', `${reviews}\nA1,05/05/2012,01/07/2025,PN1,more\n`, /has 5 cells.+4 columns/, 2],
  ['an open quotation mark', `${reviews}\nA1,05/05/2012,01/07/2025,PN1\n"A2,,,PN1\nA3,,,\n`, /never closes/, 3],
  ['a mark in a cell', `${reviews}\nA"1,05/05/2012,01/07/2025,PN1\n`, /middle of a cell/, 2],
]

for (const [what, content, says, line] of refused) {
  test(`${what} is refused, and it is said what to do`, () => {
    const [fault] = faultsOf(content)
    assert.match(fault!.message, says)
    assert.equal(fault!.line, line)
    assert.equal(fault!.file, 'table.csv')
  })
}

test('of thousands of bad lines a few are shown and the rest counted', () => {
  const faults = faultsOf(`${reviews}\n${'A1,x\n'.repeat(50)}`)
  assert.equal(faults.length, 11)
  assert.match(faults[10]!.message, /^40 more lines/)
})

const fifty = 50 * 1024 * 1024
const rubbish: [what: string, start: string, fill: string][] = [
  ['with no line in it', '', 'x'],
  ['of lines', 'a,b\n', 'rubbish,and,more\n'],
  ['behind good column names', `${reviews}\n`, 'rubbish,and,more\n'],
  ['in few long lines behind good column names', `${reviews}\n`, `${'rubbish '.repeat(200)}\n`],
  ['behind an open quotation mark', `${reviews}\n"`, `${'rubbish '.repeat(200)}\n`],
]

for (const [what, start, fill] of rubbish) {
  test(`50 MB of rubbish ${what} is refused without going over it again and again`, () => {
    const bytes = Buffer.alloc(fifty, fill)
    bytes.write(start)
    const time = takeTime(() => assert.ok('faults' in readFile({ name: 'rubbish.csv', bytes })))
    // A second when quiet; minutes where each piece is looked for from the start.
    assert.ok(time < 10_000, `${time} ms`)
  })
}

test('no bytes at all make it throw', () => {
  const start = fc.constantFrom('', `${reviews}\n`, 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\r\n', '"')
  fc.assert(
    fc.property(start, fc.uint8Array({ maxLength: 300 }), (text, noise) => {
      const bytes = Uint8Array.from([...new TextEncoder().encode(text), ...noise])
      const { faults, returns } = readReturn([{ name: 'noise.csv', bytes }])
      assert.ok(faults.length > 0 && returns.length === 0)
      for (const { message } of faults) assert.match(message, /^[A-Z\d].+\.$/s)
    }),
    { numRuns: 500 },
  )
})

test('a table cut off anywhere is read in part of its rows or refused, and never throws', () => {
  for (const table of tableNames) {
    const whole = new TextEncoder().encode(writeText(table as TableName, [{}, {}]))
    for (let length = 0; length < whole.length; length += 1) {
      readFile({ name: 'cut.csv', bytes: whole.subarray(0, length) })
    }
  }
})
test('what is written is read again, cell for cell', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ' ', '0', '‑'), maxLength: 8 })
  const row = fc.tuple(fc.stringMatching(/^[A-Z0-9]{1,9}$/), cell, cell, cell)
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
      const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
      const text = [reviews, ...rows.map((cells) => cells.map(quote).join(','))].join('\r\n')
      assert.deepEqual(
        rowsOf(text).rows.map(({ cells }) => cells),
        rows.map((cells) => cells.map((each) => each.trim())),
      )
    }),
  )
})
