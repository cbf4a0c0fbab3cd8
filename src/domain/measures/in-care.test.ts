import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildChild, buildEpisode } from './build-child.ts'
import { type Episode, findEpisodeOn, listInCareOn } from './in-care.ts'

const DAY = '2026-03-31'
const cases: { name: string; episode: Partial<Episode>; isInCare: boolean }[] = [
  { name: 'began the day before', episode: { startsOn: '2026-03-30' }, isInCare: true },
  { name: 'began on the day', episode: { startsOn: '2026-03-31' }, isInCare: true },
  { name: 'began the day after', episode: { startsOn: '2026-04-01' }, isInCare: false },
  { name: 'ended the day before', episode: { endsOn: '2026-03-30' }, isInCare: false },
  { name: 'ended on the day', episode: { endsOn: '2026-03-31' }, isInCare: false },
  { name: 'ended the day after', episode: { endsOn: '2026-04-01' }, isInCare: true },
  { name: 'one short break', episode: { legalStatus: 'V3' }, isInCare: false },
  { name: 'a series of short breaks', episode: { legalStatus: 'V4' }, isInCare: false },
  { name: 'a legal status nobody knows', episode: { legalStatus: '?' }, isInCare: true },
]

for (const { name, episode, isInCare } of cases) {
  test(`in care at the end of the day: ${name}, ${isInCare ? 'yes' : 'no'}`, () => {
    const child = buildChild({ episodes: [buildEpisode(episode)] })
    assert.equal(findEpisodeOn(child, DAY) !== null, isInCare)
  })
}

test('a leap day is a day like any other', () => {
  const child = buildChild({ episodes: [buildEpisode({ startsOn: '2024-02-29', endsOn: '2024-03-01' })] })
  assert.deepEqual(
    ['2024-02-28', '2024-02-29', '2024-03-01'].map((day) => findEpisodeOn(child, day) !== null),
    [false, true, false],
  )
})

test('a child with two episodes open counts once, where they went last', () => {
  const episodes = [buildEpisode({ placement: 'U6' }), buildEpisode({ startsOn: '2025-08-01', placement: 'K2' })]
  const inCare = listInCareOn([buildChild({ episodes })], DAY)
  assert.deepEqual(
    inCare.map(({ episode }) => episode.placement),
    ['K2'],
  )
})

test('a child who moved that day is in the new home', () => {
  const episodes = [
    buildEpisode({ endsOn: DAY, placement: 'U6' }),
    buildEpisode({ startsOn: DAY, reasonForNewEpisode: 'P', placement: 'K2' }),
  ]
  assert.equal(findEpisodeOn(buildChild({ episodes }), DAY)?.placement, 'K2')
})
