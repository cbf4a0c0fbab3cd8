import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pastReport } from '../../../test/kit/past-report.ts'
import { checkProgress } from './new-progress.form.ts'

const TODAY = '2026-07-10'
const good = { report: 'One Year On', saidOn: '2026-03-03' }
const fileOf = (text: string) => [{ name: 'report.txt', bytes: new TextEncoder().encode(text) }]

test('a chosen file is read like what is pasted', () => {
  const { errors, read } = checkProgress(good, fileOf(pastReport()), TODAY)
  assert.deepEqual(errors, [])
  assert.equal(read!.items.length, 35)
})

for (const [what, form, field] of [
  ['no report named', { ...good, report: 'X' }, 'report'],
  ['a day that is none', { ...good, saidOn: '3 March' }, 'saidOn'],
  ['a day to come', { ...good, saidOn: '2026-07-11' }, 'saidOn'],
  ['nothing that was said', { ...good, text: ' \n' }, 'text'],
  ['one thing that is too long', { ...good, text: 'a'.repeat(4001) }, 'text'],
  ['one thing that is too short', { ...good, text: '# Housing\n\n- x\n- Two flats let\n' }, 'text'],
  ['a heading that is too long', { ...good, text: `Directorate\tProgress\n${'a'.repeat(201)}\tOne is let\n` }, 'text'],
  ['too much for one report', { ...good, text: 'A line that was said\n'.repeat(1001) }, 'text'],
] as const)
  test(`refused with a sentence at its field: ${what}`, () => {
    const { errors } = checkProgress({ text: 'Two flats are let', ...form }, [], TODAY)
    assert.deepEqual(
      errors.map((error) => error.field),
      [field],
    )
  })

test('as long and as many as may be are taken', () => {
  for (const text of ['a'.repeat(4000), 'A line that was said\n'.repeat(1000), 'abc'])
    assert.deepEqual(checkProgress({ ...good, text }, [], TODAY).errors, [])
  assert.deepEqual(checkProgress({ ...good, saidOn: TODAY, text: 'Today' }, [], TODAY).errors, [])
})

test('a PDF is refused with what to do instead', () => {
  const { errors } = checkProgress(good, fileOf('%PDF-1.7'), TODAY)
  assert.match(errors[0]!.text, /Choose the Word or Excel file, or paste/)
})
