import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReadItem } from './read-plan-items.ts'
import { readPromise } from './read-promise.ts'

const ROW: ReadItem = {
  row: 2,
  reference: '1',
  title: 'A home that lasts',
  priority: null,
  directorate: null,
  hows: ['You do not keep packing.'],
  owners: ['Director'],
  dueAsWritten: '',
  dueOn: null,
  wayToTell: 'Three or more homes (m20)',
  parts: [],
  gaps: [],
}

test('a row of a pledge is a promise with its words and the figure it names', () => {
  const { words, party, measureId, hows, wayToTell } = readPromise(ROW)
  assert.deepEqual(
    { words, party, measureId, hows, wayToTell },
    { words: 'You do not keep packing.', party: 'we', measureId: 'M20', hows: [], wayToTell: ROW.wayToTell },
  )
})

for (const [written, party] of [
  ['We will', 'we'],
  ['What we ask of you', 'you'],
  ['Together', 'together'],
  ['', 'we'],
] as const)
  test(`whose promise: "${written}" is ${party}`, () =>
    assert.equal(readPromise({ ...ROW, priority: written }).party, party))

test('a figure that is none is no figure, and the words stay', () => {
  assert.equal(readPromise({ ...ROW, wayToTell: 'Z99' }).measureId, null)
  assert.equal(readPromise({ ...ROW, wayToTell: null, hows: [] }).words, null)
})
