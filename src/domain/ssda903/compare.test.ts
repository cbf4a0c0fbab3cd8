import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { loadReturn, writeReturn } from '../../../test/vectors/ssda903/write-return.ts'
import { applyChanges, type CurrentFact, childrenLeftOut, compareWithRecord } from './compare.ts'
import { readReturn } from './read-return.ts'
import type { ReturnOfYear } from './return.ts'
import type { TableName } from './tables.ts'

type Rows = Partial<Record<TableName, Record<string, string>[]>>

function read(rows: Rows, year = 2026): ReturnOfYear {
  return readReturn(writeReturn(rows), { year }).returns[0]!
}

function take(current: CurrentFact[], ...returns: ReturnOfYear[]): CurrentFact[] {
  return returns.reduce((facts, returned) => applyChanges(facts, compareWithRecord(facts, returned)), current)
}

/** What a return changes, in short: "ended episode 2025-06-10". */
function changesOf(current: CurrentFact[], returned: ReturnOfYear): string[] {
  return compareWithRecord(current, returned)
    .filter(({ action }) => action !== 'unchanged')
    .map(({ action, statement, current: known }) => {
      const { fact } = (statement ?? known)!
      return `${action} ${fact.kind} ${fact.startsOn}`
    })
}

const [y2025, y2026] = readReturn([...loadReturn(2025, 'a'), ...loadReturn(2026, 'b')]).returns as [
  ReturnOfYear,
  ReturnOfYear,
]

test('into an empty record all is new', () => {
  const actions = new Set(compareWithRecord([], y2025).map(({ action }) => action))
  assert.deepEqual(actions, new Set(['new']))
})

test('the same return again changes nothing', () => assert.deepEqual(changesOf(take([], y2025), y2025), []))

test('two years again, or the older one alone, change nothing', () => {
  const record = take([], y2025, y2026)
  assert.deepEqual(changesOf(record, y2025), [])
  assert.deepEqual(changesOf(record, y2026), [])
})

test('a year taken after a newer one adds only what that one did not speak of', () => {
  const inOrder = take([], y2025, y2026)
  const late = take([], y2026, y2025)
  const say = (facts: CurrentFact[]) =>
    facts.map(({ childCode, fact }) => `${childCode} ${JSON.stringify(fact)}`).sort()
  assert.deepEqual(say(late), say(inOrder))
})

test('the next year ends what went on and adds what came', () => {
  const changes = changesOf(take([], y2025), y2026)
  assert.ok(changes.includes('ended episode 2024-10-08'))
  assert.ok(changes.includes('ended placement_address 2024-10-08'))
  assert.ok(changes.includes('new episode 2025-09-15'))
  assert.ok(changes.includes('ended social_worker 2024-06-11'))
  assert.ok(!changes.some((change) => change.startsWith('withdrawn')))
})

const open = { Episodes: [{ CHILD: 'A1', HOME_POST: '', PL_POST: '', URN: '' }] }
const restated: [what: string, before: Rows, after: Rows, changes: string[]][] = [
  ['another legal status', open, { Episodes: [{ ...open.Episodes[0]!, LS: 'C1' }] }, ['changed episode 2025-06-10']],
  [
    'an end with its reason',
    open,
    { Episodes: [{ ...open.Episodes[0]!, DEC: '01/09/2025', REC: 'E4A' }] },
    ['ended episode 2025-06-10'],
  ],
  [
    'an end and another legal status',
    open,
    { Episodes: [{ ...open.Episodes[0]!, LS: 'C1', DEC: '01/09/2025', REC: 'E4A' }] },
    ['changed episode 2025-06-10'],
  ],
  [
    'no end any more',
    { Episodes: [{ ...open.Episodes[0]!, DEC: '01/09/2025', REC: 'E4A' }] },
    open,
    ['changed episode 2025-06-10'],
  ],
  [
    'another start',
    open,
    { Episodes: [{ ...open.Episodes[0]!, DECOM: '11/06/2025' }] },
    ['new episode 2025-06-11', 'withdrawn episode 2025-06-10'],
  ],
  ['no postcodes any more', {}, open, ['withdrawn placement_address 2025-06-10']],
  ['another birth date', {}, { Header: [{ DOB: '06/05/2012' }] }, ['changed characteristics 2012-05-06']],
  ['no pupil number any more', { Header: [{ UPN: 'UN1' }] }, {}, []],
  ['no row of the child in the table', { Reviews: [{}] }, { Reviews: [] }, []],
  ['one review fewer', { Reviews: [{}, { REVIEW: '01/12/2025' }] }, { Reviews: [{}] }, ['withdrawn review 2025-12-01']],
  [
    'one review that cannot be read',
    { Reviews: [{}, { REVIEW: '01/12/2025' }] },
    { Reviews: [{}, { REVIEW: '?' }] },
    [],
  ],
  [
    'a row whose child cannot be read',
    { Reviews: [{}, { REVIEW: '01/12/2025' }] },
    { Reviews: [{}, { CHILD: '' }] },
    [],
  ],
  ['one review before the year fewer', { Reviews: [{}, { REVIEW: '31/03/2025' }] }, { Reviews: [{}] }, []],
  [
    'one review on its first day fewer',
    { Reviews: [{}, { REVIEW: '01/04/2025' }] },
    { Reviews: [{}] },
    ['withdrawn review 2025-04-01'],
  ],
  ['no such table at all', { Reviews: [{}] }, {}, []],
]

for (const [what, before, after, changes] of restated) {
  test(`a restated return with ${what} makes ${changes.join(' and ') || 'no change'}`, () => {
    const record = take([], read(before))
    assert.deepEqual(changesOf(record, read(after)), changes)
    assert.deepEqual(changesOf(take(record, read(after)), read(after)), [])
  })
}

test('an older return does not reopen, withdraw or bring back what a newer one settled', () => {
  const older = read({ Episodes: [{ DECOM: '01/05/2024' }, { DECOM: '02/02/2025' }] }, 2025)
  const newer = read({
    Episodes: [{ DECOM: '02/02/2025', DEC: '01/09/2025', REC: 'E4A', LS: 'C1' }, { DECOM: '01/05/2025' }],
  })
  const record = take([], older, newer)
  assert.ok(changesOf(take([], older), newer).includes('withdrawn episode 2024-05-01'))
  assert.deepEqual(changesOf(record, older), [])
})

test('health of another year is never withdrawn', () => {
  const record = take([], read({ OC2: [{}] }, 2026), read({ OC2: [{}] }, 2025))
  assert.deepEqual(changesOf(record, read({ OC2: [{}] }, 2026)), [])
})

test('the order of the fields of a payload, and a field that is absent, make no difference', () => {
  const record = take([], read({})).map((each) => {
    const data = Object.fromEntries(
      Object.entries(each.fact.data)
        .toReversed()
        .filter(([, value]) => value !== null),
    )
    return { ...each, fact: { ...each.fact, data } as CurrentFact['fact'] }
  })
  assert.deepEqual(changesOf(record, read({})), [])
})

test('facts stated anew have an id for the time being, never one twice', () => {
  const record = take([], y2025, y2026)
  assert.equal(new Set(record.map(({ id }) => id)).size, record.length)
  assert.ok(record.every(({ id }) => /^new:\d+$/.test(id)))
})

test('whatever a restated return says, the record then agrees with it', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((value) => `${String(value).padStart(2, '0')}/06/2025`)
  const row = fc.record({ DECOM: day, LS: fc.constantFrom('C1', 'C2', 'V2'), DEC: fc.constantFrom('', '30/06/2025') })
  const rows = fc.array(row, { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(rows, rows, (first, second) => {
      const after = read({ Episodes: second })
      assert.deepEqual(changesOf(take([], read({ Episodes: first }), after), after), [])
    }),
    { numRuns: 60 },
  )
})

const leftOut: [what: string, row: Record<string, string>, isLeftOut: boolean][] = [
  ['in care since before the year', { DECOM: '31/03/2025' }, true],
  ['in care from the first day', { DECOM: '01/04/2025' }, true],
  ['in care from the second day', { DECOM: '02/04/2025' }, false],
  ['who left on the first day', { DECOM: '01/01/2025', DEC: '01/04/2025' }, true],
  ['who left the day before', { DECOM: '01/01/2025', DEC: '31/03/2025' }, false],
]

for (const [what, row, isLeftOut] of leftOut) {
  test(`a child ${what} and in no episode of the return is ${isLeftOut ? '' : 'not '}left out`, () => {
    const record = take([], read({ Episodes: [row] }))
    const other = read({ Header: [{ CHILD: 'B2' }], Episodes: [{ CHILD: 'B2' }] })
    assert.deepEqual(childrenLeftOut(record, other), isLeftOut ? ['A1'] : [])
    assert.deepEqual(childrenLeftOut(record, read({ Episodes: [{ LS: '?' }] })), [])
  })
}
