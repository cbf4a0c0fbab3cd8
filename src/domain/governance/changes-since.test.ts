import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ChangeSince, compareWordings, sayChange } from './changes-since.ts'

const on = '2026-07-01'
const why = 'Young people asked.'
const CASES: [ChangeSince, what: string][] = [
  [
    { what: 'line', on, keptFrom: 90, partlyFrom: 40, why },
    'A promise is now kept from 90 of every 100 children, and partly kept from 40',
  ],
  [{ what: 'local definition', measure: 'L01', on, isNew: true, why }, 'L01 is a new figure of our own'],
  [{ what: 'local definition', measure: 'L01', on, isNew: false, why }, 'L01 is counted in another way'],
  [{ what: 'direction', measure: 'M01', on, direction: 'none', why }, 'M01: neither way is called good'],
  [{ what: 'target', measure: 'M20', on, why }, 'M20 has a target that is new or changed'],
  [{ what: 'pledge', version: '2', on, why }, 'The promises have a new version, 2'],
  [{ what: 'strategy', version: 3, on, why }, 'The strategy has a new version, 3'],
]
for (const [change, what] of CASES)
  test(`${what}: said with its day and why`, () => assert.deepEqual(sayChange(change), [what, '1 July 2026', why]))

test('a join is said as begun or ended, and a wording with the one before', () => {
  const join = { what: 'join', on, from: 'Promise 1', to: 'M20', isEnded: false } as const
  assert.equal(sayChange(join)[0], 'Promise 1 is joined to M20')
  assert.equal(sayChange({ ...join, isEnded: true })[0], 'Promise 1 is no longer joined to M20')
  assert.match(sayChange({ what: 'wording', measure: 'M21', from: 1, to: 2 })[0], /wording 2 .* it was wording 1/)
})

test('wordings are compared with what the last pack wrote down; one that wrote nothing down says nothing', () => {
  assert.deepEqual(compareWordings(null, { M20: 2 }), [])
  assert.deepEqual(compareWordings({}, {}), [])
  assert.deepEqual(compareWordings({ M20: 2, M21: 2 }, { M20: 2, M22: 3 }), [
    { measure: 'M21', from: 2, to: 1 },
    { measure: 'M22', from: 1, to: 3 },
  ])
})
