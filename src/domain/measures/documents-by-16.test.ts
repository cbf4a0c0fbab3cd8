import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { documentsBy16 } from './after-care/documents-by-16.ts'
import { buildChildInCare, buildCouncil } from './build-child.ts'
import type { ChildRecord } from './child-record.ts'

const AS_AT = '2026-07-10'
type Held = ChildRecord['documents'][number]
const held = (paper: Held['paper'], startsOn = '2024-01-01', endsOn: string | null = null): Held => ({
  paper,
  startsOn,
  endsOn,
})
const both = (startsOn?: string, endsOn?: string | null) => [
  held('bank account', startsOn, endsOn),
  held('passport', startsOn, endsOn),
]

function count(documents: Held[], bornOn: string | null = '2009-09-01', episode = {}): [number, number] {
  // Somebody else, 12 years old, has papers, so that papers are entered in this council at all.
  const other = buildChildInCare('other', {}, { bornOn: '2014-01-01', documents: both() })
  const child = buildChildInCare('one', episode, { bornOn, documents })
  const result = documentsBy16.compute([other, child], buildCouncil(), AS_AT)
  return [result.met.length, result.counted.length]
}

describe('K01 who is counted: in our care, 16 or 17', () => {
  for (const [name, bornOn, counted] of [
    ['the day before turning 16', '2010-07-11', 0],
    ['turning 16 on the day', '2010-07-10', 1],
    ['the day after turning 16', '2010-07-09', 1],
    ['the day before turning 18', '2008-07-11', 1],
    ['turning 18 on the day', '2008-07-10', 0],
    ['birth date unknown', null, 0],
  ] as const)
    test(`${name}: ${counted}`, () => assert.equal(count([], bornOn)[1], counted))

  test('born on 29 February, 16 on 29 February', () => {
    const child = buildChildInCare('one', {}, { bornOn: '2008-02-29', documents: both() })
    const on = (day: string) => documentsBy16.compute([child], buildCouncil(), day).counted.length
    assert.deepEqual([on('2024-06-01'), on('2026-02-28'), on('2026-03-01')], [1, 1, 0])
    const early = buildChildInCare(
      'one',
      { startsOn: '2020-01-01' },
      { bornOn: '2008-02-29', documents: both('2020-01-01') },
    )
    const then = (day: string) => documentsBy16.compute([early], buildCouncil(), day).counted.length
    assert.deepEqual([then('2024-02-28'), then('2024-02-29')], [0, 1])
  })
  test('who has left our care is not', () => {
    assert.equal(count([], '2009-09-01', { endsOn: AS_AT })[1], 0)
    assert.equal(count([], '2009-09-01', { endsOn: '2026-07-11' })[1], 1)
  })
})

describe('K01 who is met: both by the sixteenth birthday (1 September 2025), or both now', () => {
  const cases: [string, Held[], number][] = [
    ['nothing', [], 0],
    ['both long before', both(), 1],
    ['one of the two', [held('passport')], 0],
    ['one, and another paper', [held('passport'), held('birth certificate')], 0],
    ['both the day before the birthday', both('2025-08-31', '2025-09-02'), 1],
    ['both on the birthday', both('2025-09-01', '2025-09-02'), 1],
    ['both the day after, and none now', both('2025-09-02', '2025-09-03'), 0],
    ['both ended the day before the birthday', both('2024-01-01', '2025-08-31'), 0],
    ['both good until the birthday', both('2024-01-01', '2025-09-01'), 1],
    ['both since today', both(AS_AT), 1],
    ['both from tomorrow', both('2026-07-11'), 0],
    ['both good until today', both('2025-10-01', AS_AT), 1],
    ['both good until yesterday, after the birthday only', both('2025-10-01', '2026-07-09'), 0],
    [
      'one on the birthday, the other now',
      [held('passport', '2025-01-01', '2026-01-01'), held('bank account', '2026-01-02')],
      0,
    ],
    [
      'a passport that ran out and a new one',
      [held('bank account'), held('passport', '2019-01-01', '2024-01-01'), held('passport', '2026-01-01')],
      1,
    ],
  ]
  for (const [name, documents, met] of cases)
    test(`${name}: ${met} of 1`, () => assert.deepEqual(count(documents), [met, 1]))
})

test('K01 where no papers are entered there is no figure, and never nought', () => {
  const result = documentsBy16.compute([buildChildInCare('one', {}, { bornOn: '2009-09-01' })], buildCouncil(), AS_AT)
  assert.equal(result.value, null)
  assert.match(result.cannotCompute!, /No papers have been entered/)
})
