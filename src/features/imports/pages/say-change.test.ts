import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StagedExample } from '../example.store.ts'
import { sayChange } from './say-change.ts'

const example = (part: Partial<StagedExample>): StagedExample => ({
  year: 2026,
  action: 'changed',
  kind: 'episode',
  childCode: 'A1',
  startsOn: '2025-04-10',
  endsOn: null,
  data: { placement: 'U6', reasonEnded: null },
  source: { file: 'e.csv', line: 2 },
  was: { startsOn: '2025-04-10', endsOn: null, data: { placement: 'U6', reasonEnded: null } },
  ...part,
})

const cases: { name: string; given: Partial<StagedExample>; says: string }[] = [
  { name: 'new and open', given: { action: 'new', was: null }, says: 'from 10 April 2025' },
  { name: 'new, one day', given: { action: 'new', was: null, endsOn: '2025-04-10' }, says: '10 April 2025' },
  {
    name: 'another kind of home',
    given: { data: { placement: 'K2' } },
    says: 'from 10 April 2025: kind of home U6 → K2',
  },
  {
    name: 'an end',
    given: { action: 'ended', endsOn: '2026-01-05', data: { placement: 'U6', reasonEnded: 'E4A' } },
    says: '10 April 2025 to 5 January 2026: now has an end; why it ended blank → E4A',
  },
  { name: 'withdrawn', given: { action: 'withdrawn' }, says: 'from 10 April 2025: no longer in the return' },
  {
    name: 'where a home is, without saying where',
    given: {
      kind: 'placement_address',
      data: { placementPostcode: 'ZX1 1AA' },
      was: { startsOn: '2025-04-10', endsOn: null, data: { placementPostcode: 'ZX2 2BB' } },
    },
    says: 'from 10 April 2025: where the home is changed',
  },
  {
    name: 'a birth date',
    given: {
      kind: 'characteristics',
      startsOn: '2012-05-03',
      data: {},
      was: { startsOn: '2012-03-05', endsOn: null, data: {} },
    },
    says: 'born 3 May 2012: born 5 March 2012 → 3 May 2012',
  },
]

test('a change is said in one line, and never where a child lives', () => {
  for (const { name, given, says } of cases) assert.equal(sayChange(example(given)), says, name)
})
