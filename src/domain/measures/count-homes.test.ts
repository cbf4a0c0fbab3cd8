import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildChild, buildEpisode } from './build-child.ts'
import { countHomes } from './count-homes.ts'
import type { Episode } from './in-care.ts'

const YEAR = { from: '2025-04-01', to: '2026-03-31' }

/** Episodes one after another: each ends the day the next begins. */
function follow(...given: (Partial<Episode> & { startsOn: string })[]): Episode[] {
  return given.map((episode, index) => buildEpisode({ endsOn: given[index + 1]?.startsOn ?? null, ...episode }))
}

const since = { startsOn: '2024-06-01', reasonForNewEpisode: 'S', miles: 1 }
const moved = (startsOn: string, miles: number, given: Partial<Episode> = {}) => ({
  startsOn,
  reasonForNewEpisode: 'P',
  miles,
  ...given,
})
const law = (startsOn: string, miles: number) => ({ startsOn, reasonForNewEpisode: 'L', legalStatus: 'E1', miles })
const away = (startsOn: string) => moved(startsOn, 9, { placement: 'T0', provider: null })

const cases: { name: string; episodes: Episode[]; homes: number }[] = [
  { name: 'no episode', episodes: [], homes: 0 },
  { name: 'the same home all year', episodes: follow(since), homes: 1 },
  { name: 'one move', episodes: follow(since, moved('2025-09-01', 2)), homes: 2 },
  { name: 'two moves', episodes: follow(since, moved('2025-09-01', 2), moved('2025-10-01', 3)), homes: 3 },
  { name: 'moved before the year', episodes: follow(since, moved('2025-03-31', 2)), homes: 1 },
  { name: 'moved on its first day', episodes: follow(since, moved('2025-04-01', 2)), homes: 2 },
  { name: 'moved on its last day', episodes: follow(since, moved('2026-03-31', 2)), homes: 2 },
  { name: 'moved the day after', episodes: follow(since, moved('2026-04-01', 2)), homes: 1 },
  { name: 'only the law changed', episodes: follow(since, law('2025-06-01', 1), law('2025-07-01', 1)), homes: 1 },
  {
    name: 'law and home changed',
    episodes: follow(since, moved('2025-06-01', 2, { reasonForNewEpisode: 'B', legalStatus: 'E1' })),
    homes: 2,
  },
  {
    name: 'another kind of placement, same carer (T, U)',
    episodes: follow(
      since,
      moved('2025-06-01', 1, { reasonForNewEpisode: 'T', placement: 'U4' }),
      moved('2025-07-01', 1, { reasonForNewEpisode: 'U', placement: 'A5' }),
    ),
    homes: 1,
  },
  { name: 'a temporary stay and back', episodes: follow(since, away('2025-06-01'), moved('2025-06-08', 1)), homes: 1 },
  {
    name: 'a temporary stay, and back at another home',
    episodes: follow(since, away('2025-06-01'), moved('2025-06-08', 2)),
    homes: 2,
  },
  {
    name: 'two temporary stays in a row, and back',
    episodes: follow(since, away('2025-06-01'), away('2025-06-05'), moved('2025-06-08', 1)),
    homes: 1,
  },
  { name: 'on a temporary stay at the end of the year', episodes: follow(since, away('2026-03-28')), homes: 1 },
  {
    name: 'back to an earlier home after another',
    episodes: follow(since, moved('2025-06-01', 2), moved('2025-07-01', 1)),
    homes: 3,
  },
  {
    name: 'a stay under a day',
    episodes: [
      buildEpisode({ ...since, endsOn: '2025-06-01' }),
      buildEpisode({ ...moved('2025-06-01', 2), endsOn: '2025-06-01' }),
      buildEpisode(moved('2025-06-01', 3)),
    ],
    homes: 2,
  },
  {
    name: 'left and came back',
    episodes: [
      buildEpisode({ ...since, endsOn: '2025-06-01', reasonEnded: 'E4A' }),
      buildEpisode({ startsOn: '2025-08-01', miles: 1 }),
    ],
    homes: 2,
  },
  {
    name: 'short breaks do not count',
    episodes: follow({ ...since, legalStatus: 'V4' }, { startsOn: '2025-06-01', legalStatus: 'C2' }),
    homes: 1,
  },
  {
    name: 'no reason known, same home',
    episodes: follow(since, moved('2025-06-01', 1, { reasonForNewEpisode: '?' })),
    homes: 1,
  },
  {
    name: 'no reason known, another home',
    episodes: follow(since, moved('2025-06-01', 2, { reasonForNewEpisode: '?' })),
    homes: 2,
  },
]

for (const { name, episodes, homes } of cases) {
  test(`homes in the year: ${name}, ${homes}`, () => assert.equal(countHomes(buildChild({ episodes }), YEAR), homes))
}
