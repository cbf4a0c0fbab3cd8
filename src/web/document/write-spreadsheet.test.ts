import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { type Sheet, writeSpreadsheet } from './write-spreadsheet.ts'

const SHEET: Sheet = {
  title: 'Homes: [2026] by year, and by group, and more',
  above: [['Homes & “years”']],
  head: [
    { text: 'Year', isNumeric: false },
    { text: 'Seen', isNumeric: true },
  ],
  rows: [
    ['2026', '1,015'],
    ['part', 'c'],
    ['two\nlines', '12.5'],
  ],
  below: 'A note <of> some length, '.repeat(10),
}
const read = (sheets: Sheet[]) =>
  Object.fromEntries(
    Object.entries(unzipSync(writeSpreadsheet('A & B', sheets))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  )

test('a spreadsheet has its type first, its title and language, and every part that it lists', () => {
  const bytes = writeSpreadsheet('A & B', [SHEET])
  assert.equal(bytes.subarray(30, 38).toString(), 'mimetype')
  const parts = read([SHEET])
  assert.match(parts['meta.xml']!, /<dc:title>A &amp; B<\/dc:title><dc:language>en-GB</)
  assert.doesNotMatch(parts['meta.xml']!, /creator/)
  for (const [, path] of parts['META-INF/manifest.xml']!.matchAll(/full-path="([^"/]+)"/g))
    assert.ok(parts[path!], String(path))
})

test('numbers are numbers, a hidden one is words, and lines and signs of a cell are kept', () => {
  const text = read([SHEET])['content.xml']!
  assert.match(text, /table:style-name="number" office:value-type="float" office:value="1015"><text:p>1,015</)
  assert.match(text, /office:value="12.5"/)
  assert.match(text, /table:style-name="number" office:value-type="string"><text:p>c</)
  assert.match(text, /<text:p>two<\/text:p><text:p>lines<\/text:p>/)
  assert.match(text, /Homes &amp; “years”/)
  assert.match(text, /A note &lt;of&gt;/)
})

test('its headings are printed again on each page, and a page is as wide as the sheet', () => {
  const parts = read([SHEET])
  assert.match(parts['content.xml']!, /<table:table-header-rows>.*Year.*Seen.*<\/table:table-header-rows>/)
  assert.match(parts['styles.xml']!, /style:scale-to-X="1"/)
  assert.match(parts['styles.xml']!, /<text:page-number\/> of <text:page-count\/>/)
  assert.match(parts['content.xml']!, /number-columns-spanned="2"/)
})

test('two sheets of one title have two names that spreadsheets take, and words alone need no table', () => {
  const text = read([SHEET, SHEET, { title: 'About', above: [['One'], ['Two']], head: [], rows: [], below: '' }])
  const names = [...text['content.xml']!.matchAll(/table:name="([^"]+)"/g)].map(([, name]) => name!)
  assert.equal(new Set(names).size, 3)
  for (const name of names) assert.ok(name.length <= 31 && !/[[\]*?:/\\']/.test(name), name)
})

test('every row of a table has as many cells as the sheet has columns', () => {
  const text = read([SHEET])['content.xml']!
  for (const [row] of text.matchAll(/<table:table-row .*?<\/table:table-row>/g))
    assert.equal(row.match(/<table:(covered-)?table-cell/g)!.length, 2, row)
})
