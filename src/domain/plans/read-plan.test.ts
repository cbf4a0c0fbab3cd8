import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readOneDue } from './read-due.ts'
import { readPlanItems } from './read-plan-items.ts'
import { guessMapping, type Mapping, type PlanTable, readPlanTable } from './read-plan-table.ts'

const PASTED = [
  'No\tPriority\tAction\tHow\tLead\tBy when\tHow we will know',
  '1\tHomes\tFind thirty homes\t"Open evenings\nFaster replies"\tHead of homes, Director\t31 August 2026\tMore children near home',
  '2\tHomes\tTell every child why\t\t\t\t',
  '2\tVoice\tAnswer in ten days\t\tParticipation lead\t1/9/2026 and 1/12/2026\tDays until an answer',
  '\t\t\tmerged cell from the row above\t\t\t',
  '4\tVoice\tReviews in plain words\t\tReviewing manager\tSummer\tYoung people say so',
].join('\n')

describe('a plan pasted from a document', () => {
  const table = readPlanTable(PASTED)!
  const { items, leftOut } = readPlanItems(table, guessMapping(table.columns))

  test('is read in its own columns, and each cell keeps its words', () => {
    assert.deepEqual(items[0], {
      row: 2,
      reference: '1',
      title: 'Find thirty homes',
      priority: 'Homes',
      directorate: null,
      hows: ['Open evenings', 'Faster replies'],
      owners: ['Head of homes, Director'],
      dueAsWritten: '31 August 2026',
      dueOn: '2026-08-31',
      wayToTell: 'More children near home',
      parts: [],
      gaps: [],
    })
  })

  test('shows what it does not say, and chooses nothing', () => {
    assert.deepEqual(
      items.map(({ gaps }) => gaps),
      [
        [],
        ['no owner', 'no date', 'no way to tell', 'number used twice'],
        ['two dates', 'number used twice'],
        ['a date that is no date'],
      ],
    )
    assert.deepEqual([items[2]!.dueOn, items[2]!.dueAsWritten], [null, '1/9/2026 and 1/12/2026'])
    assert.deepEqual([items[3]!.dueOn, items[3]!.dueAsWritten], [null, 'Summer'])
    assert.deepEqual(leftOut, [{ row: 5, text: 'merged cell from the row above' }])
  })

  test('the same as CSV, with commas or semicolons, with a mark at its start', () => {
    const write = (mark: string) => table.rows.map((row) => row.map((cell) => `"${cell}"`).join(mark)).join('\r\n')
    for (const mark of [',', ';']) {
      const csv = `\uFEFF${table.columns.join(mark)}\r\n${write(mark)}\r\n`
      assert.deepEqual(readPlanTable(csv), table)
    }
  })
})

describe('a day is read only where the cell is one day', () => {
  for (const [cell, day] of [
    ['2026-07-03', '2026-07-03'],
    ['03/07/2026', '2026-07-03'],
    ['3/7/26', '2026-07-03'],
    ['3.7.2026', '2026-07-03'],
    ['3 July 2026', '2026-07-03'],
    ['3rd July 2026', '2026-07-03'],
    ['3 Sept 2026', '2026-09-03'],
    ['29 February 2028', '2028-02-29'],
    ['29 February 2026', null],
    ['31/6/2026', null],
    ['13/13/2026', null],
    ['July 2026', '2026-07-31'],
    ['Feb 2028', '2028-02-29'],
    ['1 st July 2026', '2026-07-01'],
    ['by 3 July 2026', '2026-07-03'],
    ['end of July 2026', '2026-07-31'],
    ['from July 2026', null],
    ['July 2026 to May 2027', null],
    ['March 2026 then 3 May 2027', null],
    ['3 July', null],
    ['ongoing', null],
    ['', null],
  ] as const)
    test(`“${cell}” is ${day ?? 'no day'}`, () => assert.equal(readOneDue(cell), day))
})

test('no table is no table', () => {
  for (const text of ['', 'one line', 'Action\nOnly one column', '\n\n', 'a,b\n,\n'])
    assert.equal(readPlanTable(text), null)
})

const cell = fc.string({ unit: fc.constantFrom(...'abz 019,;"\t\n.é/-'.split('')), maxLength: 12 })
const tables = fc.integer({ min: 2, max: 6 }).chain((width) => {
  const row = fc.array(cell, { minLength: width, maxLength: width })
  return fc.record({ head: row, rows: fc.array(row, { minLength: 1, maxLength: 6 }) })
})
const quote = (row: string[]) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')

test('whatever a saved table says is read back, cell by cell, and empty rows alone are gone', () => {
  fc.assert(
    fc.property(tables, ({ head, rows }) => {
      fc.pre(head.every((text) => text.trim() !== '' && !/[\t;\n]/.test(text)))
      const filled = rows.filter((row) => row.some((text) => text.trim() !== ''))
      const read = readPlanTable([head, ...rows].map(quote).join('\n'))
      if (filled.length === 0) return assert.equal(read, null)
      assert.deepEqual(
        read!.rows,
        filled.map((row) => row.map((text) => text.trim())),
      )
    }),
  )
})

test('any text at all is read or refused, and never a fault', () => {
  fc.assert(fc.property(fc.string(), (text) => void readPlanTable(text)))
  fc.assert(fc.property(cell, (text) => void readPlanTable(`${text}\n${text}`)))
})

test('nothing is invented: every word of an item is in its own row, and every row is an item or shown as left out', () => {
  const mappings = fc.array(fc.option(fc.nat(5), { nil: null }), { minLength: 8, maxLength: 8 })
  fc.assert(
    fc.property(tables, mappings, ({ head, rows }, columns) => {
      const table: PlanTable = { columns: head, rows: rows.map((row) => row.map((text) => text.trim())) }
      const names = ['reference', 'title', 'priority', 'directorate', 'hows', 'owners', 'due', 'wayToTell'] as const
      const mapping = Object.fromEntries(names.map((name, index) => [name, columns[index]!])) as Mapping
      const { items, leftOut } = readPlanItems(table, mapping)
      assert.equal(items.length + leftOut.length, rows.length)
      for (const item of items) {
        const own = table.rows[item.row - 2]!
        const said = [item.reference, item.title, item.priority, item.directorate, item.dueAsWritten, item.wayToTell]
        for (const text of [...said, ...item.hows, ...item.owners])
          assert.ok(text === null || own.some((text_) => text_.includes(text)), text ?? '')
        if (item.dueOn !== null) assert.ok(own.some((text) => readOneDue(text) === item.dueOn))
      }
    }),
  )
})
