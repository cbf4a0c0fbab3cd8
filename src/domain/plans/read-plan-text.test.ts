import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readDues } from './read-due.ts'
import { countThings, readPlanItems } from './read-plan-items.ts'
import { guessByDirectorate, guessMapping, type PlanTable } from './read-plan-table.ts'
import { readPlanText } from './read-plan-text.ts'

const read = (table: PlanTable, isPaired = true) =>
  readPlanItems(table, guessMapping(table.columns, table.rows), isPaired)

/** Tables under headings, as a strategy has them: numbers start again, a page breaks a row, a date column names two dates. */
const UNDER_HEADINGS = [
  'Our plan',
  'Theme One – homes',
  '',
  '\tAction\tResponsible person and/or group\tBy when\tImpact – how can we tell',
  '1.\tFind more homes near school.\tHead of homes; Fostering team\tJune 2026\tMore children near school',
  '2.\tLook at the plan for homes each year.\tHead of homes\tMay 2026 then May 2027\tThe right homes',
  '2.\tMeet before a home ends.\tAll – watched by the board\tSept 2026\t',
  '',
  'Theme Two – voice',
  '',
  '\tAction\tResponsible person and/or group\tBy when\tImpact – how can we tell',
  '1.\tAnswer every view, and say so in',
  '',
].join('\n')
const BROKEN = `${UNDER_HEADINGS.trimEnd()}\tHead of voice and named\t1 st July 2026\tDays until an answer\n\n\tplain words.\tdeputy\t\t\n`

describe('tables under headings', () => {
  const tables = readPlanText(BROKEN)
  const { items } = read(tables[0]!)

  test('are one plan, each row under its own heading, and numbers that start again are no fault', () => {
    assert.equal(tables.length, 1)
    assert.deepEqual(
      items.map(({ reference, priority, gaps }) => [reference, priority, gaps]),
      [
        ['1.', 'Theme One – homes', []],
        ['2.', 'Theme One – homes', ['two dates', 'number used twice']],
        ['2.', 'Theme One – homes', ['no way to tell', 'number used twice']],
        ['1.', 'Theme Two – voice', []],
      ],
    )
    assert.deepEqual(tables[0]!.outside, ['Our plan'])
  })

  test('two dates are two to ask about; a month is its last day', () => {
    assert.deepEqual(items[1]!.parts, [
      { how: null, owners: [], dueAsWritten: 'May 2026', dueOn: '2026-05-31' },
      { how: null, owners: [], dueAsWritten: 'May 2027', dueOn: '2027-05-31' },
    ])
    assert.equal(items[0]!.dueOn, '2026-06-30')
    assert.deepEqual(items[0]!.owners, ['Head of homes', 'Fostering team'])
  })

  test('a row that a page cut in two is one row again, and is left in two where a person says so', () => {
    assert.equal(items[3]!.title, 'Answer every view, and say so in plain words.')
    assert.deepEqual(items[3]!.owners, ['Head of voice and named deputy'])
    assert.deepEqual(tables[0]!.joined, [3])
    assert.equal(read(readPlanText(BROKEN, false)[0]!).items.length, 5)
  })
})

const COLUMNS = 'Priority\tWhat will we do?\tHow will we do it?\tWho will do it?\tHow will we measure success?'
const STEPS = [
  'The plan for 2026',
  '',
  COLUMNS,
  '1\tFewer moves\t<p>Meet when a home wobbles</p> <p>Make sure that carers</p>\t<p>Homes team</p> <p>Carers &amp; health</p>\tMoves in a year',
  '',
  COLUMNS,
  '\t\t<p>can ask for a meeting</p> <p>Train each worker</p>\t<p>Voice team</p>\t',
  COLUMNS,
  '\tFind out why homes end\tAsk every child  Read each answer\tVoice team\tReasons known',
  '2\tEvery child is asked\tAsk on arrival\tVoice team\t',
].join('\n')

describe('steps with owners of their own', () => {
  const { items, unused } = read(readPlanText(STEPS)[0]!)

  test('headings again without a word between are a page break; a row may hold several things to do', () => {
    assert.equal(items.length, 2)
    assert.equal(countThings(items), 3)
    assert.equal(items[0]!.title, 'Fewer moves\nFind out why homes end')
    assert.deepEqual(items[0]!.hows, [
      'Meet when a home wobbles',
      'Make sure that carers can ask for a meeting',
      'Train each worker',
      'Ask every child',
      'Read each answer',
    ])
    assert.deepEqual(items[1]!.gaps, ['no date', 'no way to tell'])
    assert.deepEqual(unused, [{ column: 'The heading above the rows', cells: 2 }])
  })

  test('as many steps as lines of owners go side by side, unless a person says no', () => {
    const even = `${COLUMNS}\n1\tFewer moves\t"Meet early\nTrain all"\t"Homes team\nVoice team"\tMoves\n`
    assert.deepEqual(
      read(readPlanText(even)[0]!).items[0]!.parts.map(({ how, owners }) => [how, owners]),
      [
        ['Meet early', ['Homes team']],
        ['Train all', ['Voice team']],
      ],
    )
    assert.deepEqual(read(readPlanText(even)[0]!, false).items[0]!.parts, [])
    assert.deepEqual(items[0]!.parts, [])
  })
})

const PROSE = `# Being heard

We listen to all of our children.

What we have done so far:

- A group meets each month
- A survey was
  answered by many

WHAT WE ARE DOING NEXT

- Answer every view in ten days.
• Ask those who live far away

GOOD HOMES

WHAT WE ARE DOING NEXT

We will find more homes near school.

Classification: OFFICIAL
`

describe('bullets under headings', () => {
  const [table] = readPlanText(PROSE)

  test('what comes next is the plan, each under its heading; what was done is shown as left out', () => {
    const { items } = read(table!)
    assert.deepEqual(
      items.map(({ title, priority, gaps }) => [title, priority, gaps]),
      [
        ['Answer every view in ten days.', 'Being heard', ['no owner', 'no date', 'no way to tell']],
        ['Ask those who live far away', 'Being heard', ['no owner', 'no date', 'no way to tell']],
        ['We will find more homes near school.', 'GOOD HOMES', ['no owner', 'no date', 'no way to tell']],
      ],
    )
    assert.deepEqual(table!.outside, [
      'We listen to all of our children.',
      'What we have done so far:',
      'A group meets each month',
      'A survey was answered by many',
      'Classification: OFFICIAL',
    ])
  })

  test('progress by directorate is a list of what each says, bullet by bullet', () => {
    const text =
      'One year on\n\nSocial Care Directorate\n\n- Papers by sixteen, for all\n- Photos of workers\n go to every child\n\nHousing\n\n- Two flats let\n'
    const [progress] = readPlanText(text)
    assert.deepEqual(progress!.rows, [
      ['Papers by sixteen, for all', 'Social Care Directorate', ''],
      ['Photos of workers go to every child', 'Social Care Directorate', ''],
      ['Two flats let', 'Housing', ''],
    ])
    const { items } = readPlanItems(progress!, guessByDirectorate(progress!.columns))
    assert.deepEqual(
      items.map(({ title, directorate, priority }) => [title, directorate, priority]),
      progress!.rows.map(([words, directorate]) => [words, directorate, null]),
    )
  })
})

test('several tables are each there, the one most like a plan first', () => {
  const tables = readPlanText(
    'Page\tSection\n3\tForeword\n\nAction\tLead\tBy when\nAsk each child\tVoice team\tMay 2026\n',
  )
  assert.deepEqual(
    tables.map(({ columns }) => columns),
    [
      ['Action', 'Lead', 'By when'],
      ['Page', 'Section'],
    ],
  )
})

test('every date of a cell is read, and no date out of what is none', () => {
  assert.deepEqual(
    readDues('31/5/2026, June 2026 and 3rd of July 2026').map(({ on }) => on),
    ['2026-05-31', '2026-06-30', '2026-07-03'],
  )
  for (const none of ['ongoing', 'Summer 2026', '31/6/2026', 'each quarter', '2026'])
    assert.deepEqual(readDues(none), [])
})

const word = fc.stringMatching(/^[a-z]{2,6}$/).map((text) => `w${text}`)
const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))
const cell = fc.oneof(line, fc.constant(''))
const anything = fc.array(
  fc.oneof(
    line.map((text) => `- ${text}`),
    line,
    line.map((text) => text.toUpperCase()),
    fc.constant('WHAT WE ARE DOING NEXT'),
    fc.constant(''),
    fc.array(cell, { minLength: 2, maxLength: 4 }).map((cells) => cells.join('\t')),
    fc.constant('\tAction\tWho\tBy when'),
  ),
  { minLength: 1, maxLength: 14 },
)
const wordsOf = (text: string) => text.toLowerCase().match(/\bw[a-z]+/g) ?? []

test('no word is lost: each is in a table, in its headings, or shown as left out', () => {
  fc.assert(
    fc.property(anything, fc.boolean(), (lines, mayJoin) => {
      const text = lines.join('\n')
      const tables = readPlanText(text, mayJoin)
      fc.pre(tables.length > 0)
      const all = tables.flatMap(({ columns, rows, outside = [] }) => [...columns, ...rows.flat(), ...outside])
      const shown = new Set(all.flatMap(wordsOf))
      for (const one of wordsOf(text)) assert.ok(shown.has(one), `${one} of ${JSON.stringify(text)}`)
    }),
    { numRuns: 500 },
  )
})

test('a word of a table stands in one row, once: its item, or what is left out of it', () => {
  const rows = fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(rows, fc.boolean(), (cells, isPaired) => {
      let count = 0
      const marked = cells.map((row) => row.map((text) => text.replace(/\bw[a-z]+/g, () => `n${count++}`)))
      const text = ['Action\tHow\tWho\tImpact', ...marked.map((row) => row.join('\t'))].join('\n')
      const [table] = readPlanText(text, false)
      if (table === undefined) return
      const { items, leftOut } = read(table, isPaired)
      const words = [
        ...items.flatMap((item) => [item.title, ...item.hows, ...item.owners, item.wayToTell ?? '']),
        ...leftOut.map((row) => row.text),
        ...(table.outside ?? []),
      ].flatMap((one) => one.match(/\bn\d+/g) ?? [])
      assert.deepEqual(words.toSorted(), Array.from({ length: count }, (_, nth) => `n${nth}`).toSorted())
    }),
    { numRuns: 300 },
  )
})
