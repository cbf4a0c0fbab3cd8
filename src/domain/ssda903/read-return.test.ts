import assert from 'node:assert/strict'
import { test } from 'node:test'
import { takeTime } from '../../../test/vectors/ssda903/take-time.ts'
import { loadReturn, toFile, writeReturn, writeText } from '../../../test/vectors/ssda903/write-return.ts'
import { eventKinds } from '../record/event-kinds.ts'
import { readReturn } from './read-return.ts'
import type { ReturnFile, ReturnOfYear } from './return.ts'
import type { TableName } from './tables.ts'

type Row = Record<string, string>

function readOne(files: ReturnFile[]): ReturnOfYear {
  const { faults, returns } = readReturn(files, { year: 2026 })
  assert.deepEqual(faults, [])
  assert.equal(returns.length, 1)
  return returns[0]!
}

function factsOf(files: ReturnFile[], table: TableName) {
  return readOne(files)
    .statements.filter((statement) => statement.table === table)
    .map(({ fact }) => fact)
}

test('two years at once are told apart, in any order, and every fact has the shape of its kind', () => {
  const { faults, returns } = readReturn([...loadReturn(2026), ...loadReturn(2025)].toReversed())
  assert.deepEqual(faults, [])
  assert.deepEqual(
    returns.map(({ year }) => year),
    [2025, 2026],
  )
  for (const returned of returns) {
    assert.ok(
      returned.tables.every(({ file }) => file.startsWith(`${returned.year}/`)),
      JSON.stringify(returned.tables),
    )
    for (const { fact } of returned.statements) {
      const { success, error } = eventKinds[fact.kind].payload.strict().safeParse(fact.data)
      // A pupil number has 13 characters.
      if (fact.kind !== 'pupil_number') assert.ok(success, `${fact.kind} ${error?.message}`)
    }
  }
})

test('a good return has nothing refused, and one with faults has each told with its place', () => {
  const { returns } = readReturn([...loadReturn(2025, 'a'), ...loadReturn(2026, 'b')])
  assert.deepEqual(returns[0]!.refused, [])
  assert.deepEqual(returns[0]!.warnings, [])
  const places = ({ table, line, column }: { table: string; line: number; column: string | null }) =>
    `${table} ${line} ${column}`
  assert.deepEqual(returns[1]!.refused.map(places), [
    'Episodes 9 LS',
    'Reviews 6 REVIEW',
    'Reviews 9 null',
    'OC3 3 ACTIV',
    'Missing 2 MIS_END',
  ])
  assert.deepEqual(returns[1]!.warnings.map(places), ['Episodes 7 PL_POST', 'OC2 3 SDQ_SCORE'])
})

test('a Header row says who the child is, and the pupil number where there is one', () => {
  const rows: Row[] = [
    { CHILD: 'A1', SEX: '2', MOTHER: '1', MC_DOB: '06/06/2025', UPN: 'A123456789012' },
    { CHILD: 'A2', DOB: '01/02/2010' },
  ]
  assert.deepEqual(factsOf(writeReturn({ Header: rows }), 'Header'), [
    {
      kind: 'characteristics',
      startsOn: '2012-05-05',
      endsOn: null,
      data: { sex: 'F', ethnicity: 'WBRI', isMother: true, motherOfChildBornOn: '2025-06-06' },
    },
    { kind: 'pupil_number', startsOn: '2012-05-05', endsOn: null, data: { upn: 'A123456789012' } },
    {
      kind: 'characteristics',
      startsOn: '2010-02-01',
      endsOn: null,
      data: { sex: 'F', ethnicity: 'WBRI', isMother: null, motherOfChildBornOn: null },
    },
  ])
})

test('an episode says where the home is as a fact of its own, with the same dates', () => {
  const row = { DEC: '01/09/2025', REC: 'x1', REASON_PLACE_CHANGE: 'CARPL', HOME_POST: 'zx11aa', URN: '' }
  assert.deepEqual(factsOf(writeReturn({ Episodes: [row] }), 'Episodes'), [
    {
      kind: 'episode',
      startsOn: '2025-06-10',
      endsOn: '2025-09-01',
      data: {
        reasonForNewEpisode: 'S',
        legalStatus: 'C2',
        need: 'N1',
        placement: 'U4',
        provider: 'PR1',
        reasonEnded: 'X1',
        reasonPlaceChanged: 'CARPL',
      },
    },
    {
      kind: 'placement_address',
      startsOn: '2025-06-10',
      endsOn: '2025-09-01',
      data: { homePostcode: 'ZX1 1AA', placementPostcode: 'ZX2 2BB', urn: null },
    },
  ])
})

test('an episode without postcodes and number states no address', () => {
  const kinds = factsOf(writeReturn({ Episodes: [{ HOME_POST: '', PL_POST: '', URN: '' }] }), 'Episodes')
  assert.deepEqual(
    kinds.map(({ kind }) => kind),
    ['episode'],
  )
})

const mapped: [table: TableName, kinds: string[], startsOn: string, endsOn: string | null][] = [
  ['Reviews', ['review'], '2025-07-01', '2025-07-01'],
  ['UASC', ['unaccompanied'], '2012-05-05', '2030-05-05'],
  ['OC2', ['health_year', 'conviction_year'], '2025-04-01', '2026-03-31'],
  ['OC3', ['leaving_care_year'], '2025-04-01', '2026-03-31'],
  ['AD1', ['adoption'], '2025-06-12', null],
  ['PlacedAdoption', ['adoption_decision'], '2025-06-12', null],
  ['PrevPerm', ['previous_permanence'], '2025-04-01', '2026-03-31'],
  ['Missing', ['missing'], '2025-08-01', '2025-08-02'],
  ['SWEpisodes', ['social_worker'], '2025-06-10', null],
  ['DoLo', [], '', null],
]

for (const [table, kinds, startsOn, endsOn] of mapped) {
  test(`a row of ${table} states ${kinds.join(' and ') || 'nothing yet'}`, () => {
    const facts = factsOf(writeReturn({ [table]: [{}] }), table)
    assert.deepEqual(
      facts.map(({ kind }) => kind),
      kinds,
    )
    for (const fact of facts) {
      assert.deepEqual([fact.startsOn, fact.endsOn], [startsOn, endsOn])
      eventKinds[fact.kind].payload.strict().parse(fact.data)
    }
  })
}

const refused: [what: string, table: TableName, rows: Row[], column: string | null, says: RegExp][] = [
  ['a day that the calendar has not', 'Episodes', [{ DECOM: '31/02/2025' }], 'DECOM', /cannot be “31\/02\/2025”/],
  ['an end that is no date', 'Episodes', [{ DEC: 'X9' }], 'DEC', /cannot be “X9”/],
  ['a blank start', 'Missing', [{ MIS_START: '' }], 'MIS_START', /is blank/],
  ['an unknown code', 'Episodes', [{ LS: '?' }], 'LS', /Give the code of a legal status: C1/],
  ['a blank code that is needed', 'OC3', [{ ACTIV: '' }], 'ACTIV', /is blank/],
  ['a blank child', 'Reviews', [{ CHILD: '' }], 'CHILD', /is blank/],
  ['an end the day before the start', 'Episodes', [{ DEC: '09/06/2025' }], 'DEC', /before it starts/],
  ['a start the day after the year', 'Episodes', [{}, { CHILD: 'A1', DECOM: '01/04/2026' }], 'DECOM', /after the year/],
  ['a birth the day after the event', 'Reviews', [{ REVIEW: '04/05/2012' }], 'REVIEW', /before the child was born/],
  ['a birth after the year', 'Header', [{}, { CHILD: 'A2', DOB: '01/04/2026' }], 'DOB', /birth date is after/],
  ['a child twice in the Header', 'Header', [{}, { DOB: '06/05/2012' }], null, /Line 2 says the same of this child/],
  ['a Header row twice', 'Header', [{}, {}], null, /same as line 2/],
  ['an episode from the same day', 'Episodes', [{}, { LS: 'C1' }], null, /Line 2 says the same/],
  ['the same worker from the same day', 'SWEpisodes', [{}, { SW_REASON: 'MANAGE' }], null, /Line 2/],
  ['a child who is not in the Header', 'Episodes', [{}, { CHILD: 'A9' }], 'CHILD', /no row in the Header/],
  ['a child unlisted and without birth date', 'OC3', [{ DOB: '' }], 'CHILD', /no row in the Header/],
]

for (const [what, table, rows, column, says] of refused) {
  test(`a row with ${what} is refused`, () => {
    const returned = readOne(writeReturn({ [table]: rows }))
    assert.equal(returned.refused.length, 1, JSON.stringify(returned.refused))
    const [fault] = returned.refused
    assert.match(fault!.message, says)
    assert.match(fault!.message, /\.$/)
    assert.deepEqual([fault!.table, fault!.column, fault!.line], [table, column, rows.length + 1])
    const others = returned.statements.filter((each) => each.table === table && each.line === rows.length + 1)
    assert.deepEqual(others, [])
  })
}

const kept: [what: string, table: TableName, row: Row, warns: RegExp | null][] = [
  ['that ends on the day it starts', 'Episodes', { DEC: '10/06/2025', REC: 'E4A' }, null],
  ['that starts on the last day of the year', 'Episodes', { DECOM: '31/03/2026' }, null],
  ['on the day of birth', 'Episodes', { DECOM: '05/05/2012' }, null],
  ['with a postcode that is none', 'Episodes', { PL_POST: 'X9' }, /PL_POST cannot be “X9”.+taken without it/],
  ['with a number of a home that is none', 'Episodes', { URN: '12' }, /URN cannot be/],
  ['with an unknown provider', 'Episodes', { PLACE_PROVIDER: 'PR9' }, /PLACE_PROVIDER cannot be/],
  ['with an end and no reason', 'Episodes', { DEC: '10/07/2025' }, /come together/],
  ['that ends after the year', 'Episodes', { DEC: '01/04/2026', REC: 'X1' }, /after the year/],
  ['with a code of an earlier year', 'Episodes', { PLACE: 'H5' }, /not a code of 2025-26/],
  ['with a blank birth date beside the Header', 'Reviews', { DOB: '' }, /DOB is blank/],
  ['with another birth date than the Header', 'Reviews', { DOB: '06/05/2012' }, /born on 5 May 2012/],
  ['with another sex than the Header', 'UASC', { SEX: 'M' }, /Header says F/],
  ['with a blank health check', 'OC2', { TEETH_CHECK: '' }, /TEETH_CHECK is blank/],
  ['of a worker named before the birth', 'SWEpisodes', { SW_DECOM: '01/05/2012' }, null],
  ['of a care leaver who is not in the Header', 'OC3', {}, null],
]

for (const [what, table, row, warns] of kept) {
  test(`a row of ${table} ${what} is taken`, () => {
    const returned = readOne(writeReturn({ [table]: [row] }))
    assert.deepEqual(returned.refused, [])
    assert.ok(returned.statements.some((each) => each.table === table))
    if (warns === null) assert.deepEqual(returned.warnings, [])
    else assert.match(returned.warnings.map(({ message }) => message).join(), warns)
  })
}

test('a Header row that is refused does not cost the child their episodes', () => {
  const returned = readOne(writeReturn({ Header: [{ SEX: 'X9' }] }))
  assert.deepEqual(
    returned.refused.map(({ table }) => table),
    ['Header'],
  )
  assert.deepEqual(
    returned.statements.map(({ fact }) => fact.kind),
    ['episode', 'placement_address'],
  )
})

test('a small code and one in capitals are the same child', () => {
  const returned = readOne(writeReturn({ Header: [{ CHILD: 'a1' }], Episodes: [{ CHILD: 'A1' }] }))
  assert.deepEqual(new Set(returned.statements.map(({ childCode }) => childCode)), new Set(['A1']))
})

test('a fault of one file refuses them all', () => {
  const { faults, returns } = readReturn([...writeReturn({}), toFile('a,b\n1,2\n', 'odd.csv')])
  assert.deepEqual(
    faults.map(({ file }) => file),
    ['odd.csv'],
  )
  assert.deepEqual(returns, [])
})

test('a table that is absent is noted', () => {
  const { notes } = readOne(writeReturn({}))
  assert.ok(notes.some((note) => note.startsWith('There is no OC3 file')))
  assert.ok(!notes.some((note) => note.includes('DoLo')))
})

test('no files make no return', () => assert.deepEqual(readReturn([]), { faults: [], returns: [] }))

test('a year of 6,500 rows is read well within half a second', () => {
  const codes = Array.from({ length: 1000 }, (_, at) => `C${at}`)
  const each = (rows: Row[]) => codes.flatMap((CHILD) => rows.map((row) => ({ CHILD, ...row })))
  const files = writeReturn({
    Header: each([{}]),
    Episodes: each([
      { DEC: '10/07/2025', REC: 'X1' },
      { DECOM: '10/07/2025', RNE: 'P' },
    ]),
    Reviews: each([{}, { REVIEW: '01/12/2025' }]),
    SWEpisodes: each([{}]),
    OC3: [{}],
  })
  const time = takeTime(() => assert.deepEqual(readOne(files).refused, []))
  assert.ok(time < 5000, `${time} ms`)
})

test('writing a table and reading it gives one accepted row for each', () => {
  const text = writeText('Reviews', [{}, { REVIEW: '02/07/2025' }])
  const files = [...writeReturn({}), toFile(text, 'reviews.csv')]
  assert.deepEqual(
    readOne(files).tables.find(({ table }) => table === 'Reviews'),
    {
      table: 'Reviews',
      file: 'reviews.csv',
      rows: 2,
    },
  )
})
