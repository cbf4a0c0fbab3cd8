import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildChild, buildCouncil, buildEpisode } from './build-child.ts'
import { childrenWhoCame } from './in-care/children-who-came.ts'
import { childrenWhoLeft } from './in-care/children-who-left.ts'
import type { Episode } from './in-care.ts'

const AS_AT = '2026-03-31'
const count = (measure: typeof childrenWhoCame, episodes: Episode[], asAt = AS_AT) =>
  measure.compute([buildChild({ episodes })], buildCouncil(), asAt).value

const came: { name: string; episodes: Partial<Episode>[]; counted: number }[] = [
  { name: 'the day before the year', episodes: [{ startsOn: '2025-03-31' }], counted: 0 },
  { name: 'on its first day', episodes: [{ startsOn: '2025-04-01' }], counted: 1 },
  { name: 'on its last day', episodes: [{ startsOn: '2026-03-31' }], counted: 1 },
  { name: 'the day after', episodes: [{ startsOn: '2026-04-01' }], counted: 0 },
  { name: 'only moved', episodes: [{ startsOn: '2025-05-01', reasonForNewEpisode: 'P' }], counted: 0 },
  { name: 'to a short break', episodes: [{ startsOn: '2025-05-01', legalStatus: 'V3' }], counted: 0 },
  { name: 'to a series of them', episodes: [{ startsOn: '2025-05-01', legalStatus: 'V4' }], counted: 0 },
  {
    name: 'twice, counted once',
    episodes: [{ startsOn: '2025-05-01', endsOn: '2025-06-01', reasonEnded: 'E4A' }, { startsOn: '2025-09-01' }],
    counted: 1,
  },
]

for (const { name, episodes, counted } of came) {
  test(`children who came: ${name}, ${counted}`, () =>
    assert.equal(count(childrenWhoCame, episodes.map(buildEpisode)), counted))
}

const left: { name: string; episodes: Partial<Episode>[]; counted: number }[] = [
  { name: 'the day before the year', episodes: [{ endsOn: '2025-03-31', reasonEnded: 'E4A' }], counted: 0 },
  { name: 'on its first day', episodes: [{ endsOn: '2025-04-01', reasonEnded: 'E4A' }], counted: 1 },
  { name: 'on its last day', episodes: [{ endsOn: '2026-03-31', reasonEnded: 'E4A' }], counted: 1 },
  { name: 'the day after', episodes: [{ endsOn: '2026-04-01', reasonEnded: 'E4A' }], counted: 0 },
  { name: 'only moved (X1)', episodes: [{ endsOn: '2025-06-01', reasonEnded: 'X1' }], counted: 0 },
  { name: 'no reason recorded', episodes: [{ endsOn: '2025-06-01', reasonEnded: null }], counted: 0 },
  { name: 'another council took over', episodes: [{ endsOn: '2025-06-01', reasonEnded: 'E3' }], counted: 1 },
  { name: 'a short break', episodes: [{ endsOn: '2025-06-01', reasonEnded: 'E8', legalStatus: 'V3' }], counted: 0 },
  {
    name: 'twice, counted once',
    episodes: [
      { endsOn: '2025-06-01', reasonEnded: 'E4A' },
      { startsOn: '2025-09-01', endsOn: '2025-12-01', reasonEnded: 'E4B' },
    ],
    counted: 1,
  },
  {
    name: 'and came back, still counted',
    episodes: [{ endsOn: '2025-06-01', reasonEnded: 'E4A' }, { startsOn: '2025-09-01' }],
    counted: 1,
  },
]

for (const { name, episodes, counted } of left) {
  test(`children who left: ${name}, ${counted}`, () =>
    assert.equal(count(childrenWhoLeft, episodes.map(buildEpisode)), counted))
}

test('part of a year counts to the date, and says so', () => {
  const records = [buildChild({ episodes: [buildEpisode({ startsOn: '2025-10-02' })] })]
  const before = childrenWhoCame.compute(records, buildCouncil(), '2025-10-01')
  const on = childrenWhoCame.compute(records, buildCouncil(), '2025-10-02')
  assert.deepEqual([before.value, on.value], [0, 1])
  assert.deepEqual(on.period, { from: '2025-04-01', to: '2025-10-02' })
  assert.equal(on.isPartYear, true)
  assert.equal(childrenWhoCame.compute(records, buildCouncil(), AS_AT).isPartYear, false)
})

test('stock and flow are always told to officers, and never with counts to everybody', () => {
  const records = [buildChild({ episodes: [buildEpisode({ startsOn: '2025-05-01' })] })]
  for (const measure of [childrenWhoCame, childrenWhoLeft]) {
    const { notes, publicNotes } = measure.compute(records, buildCouncil(), AS_AT)
    assert.ok(notes.some((note) => /^0 children at the start, with 1 who came/.test(note)))
    assert.ok(publicNotes.length > 0 && publicNotes.every((note) => !/\d/.test(note)))
  }
})
