// Long because it is one table of cases, birthday by birthday, of every group the law knows.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CareDates, type DatedEpisode, joinStays } from './care-dates.ts'
import { findStanding, type LeavingCareStatus } from './leaving-care-status.ts'

interface Case {
  why: string
  born: string
  spells: [startsOn: string, endsOn: string | null][]
  on: string
  nights: number
  is: LeavingCareStatus
  section?: string
  given?: Partial<CareDates>
  legalStatus?: string
  reasonEnded?: string
}

const nearly: Case['spells'] = [
  ['2024-06-20', '2024-08-01'],
  ['2026-05-01', null],
]
const long: Case['spells'] = [['2015-01-01', '2023-11-30']]
const leap: Case['spells'] = [['2022-05-01', null]]

const cases: Case[] = [
  { why: '90 nights', born: '2010-06-15', spells: nearly, on: '2026-06-18', nights: 90, is: 'in care' },
  {
    why: '91 nights',
    born: '2010-06-15',
    spells: nearly,
    on: '2026-06-19',
    nights: 91,
    is: 'eligible',
    section: 'sch 2 para 19B',
  },
  {
    why: '92 nights',
    born: '2010-06-15',
    spells: nearly,
    on: '2026-06-20',
    nights: 92,
    is: 'eligible',
    section: 'sch 2 para 19B',
  },
  {
    why: 'the day before 16',
    born: '2010-06-15',
    spells: [['2023-01-10', null]],
    on: '2026-06-14',
    nights: 729,
    is: 'in care',
  },
  {
    why: 'the 16th birthday',
    born: '2010-06-15',
    spells: [['2023-01-10', null]],
    on: '2026-06-15',
    nights: 730,
    is: 'eligible',
    section: 'sch 2 para 19B',
  },
  {
    why: 'the day after 16',
    born: '2010-06-15',
    spells: [['2023-01-10', null]],
    on: '2026-06-16',
    nights: 731,
    is: 'eligible',
    section: 'sch 2 para 19B',
  },
  {
    why: 'left at 16 after 120 nights',
    born: '2009-12-25',
    spells: [['2026-02-01', '2026-06-01']],
    on: '2026-07-01',
    nights: 120,
    is: 'relevant',
    section: 's 23A',
  },
  {
    why: 'the last day in care',
    born: '2009-12-25',
    spells: [['2026-02-01', '2026-06-01']],
    on: '2026-05-31',
    nights: 119,
    is: 'eligible',
    section: 'sch 2 para 19B',
  },
  {
    why: 'the day care ends',
    born: '2009-12-25',
    spells: [['2026-02-01', '2026-06-01']],
    on: '2026-06-01',
    nights: 120,
    is: 'relevant',
    section: 's 23A',
  },
  {
    why: 'six months at home',
    born: '2009-12-25',
    spells: [['2026-02-01', '2026-06-01']],
    on: '2026-12-25',
    nights: 120,
    is: 'qualifying',
    section: 's 24(1B)',
    given: { homeWithParentSince: '2026-06-25' },
  },
  {
    why: 'a day short of six months at home',
    born: '2009-12-25',
    spells: [['2026-02-01', '2026-06-01']],
    on: '2026-12-24',
    nights: 120,
    is: 'relevant',
    section: 's 23A',
    given: { homeWithParentSince: '2026-06-25' },
  },
  {
    why: 'six months at home, and grown up',
    born: '2009-12-25',
    spells: [['2026-02-01', '2026-06-01']],
    on: '2028-01-10',
    nights: 120,
    is: 'qualifying',
    section: 's 24(1B)',
    given: { homeWithParentSince: '2026-06-25' },
  },
  {
    why: 'home only after 18',
    born: '2009-12-25',
    spells: [['2026-02-01', '2026-06-01']],
    on: '2028-09-10',
    nights: 120,
    is: 'former relevant',
    section: 's 23C',
    given: { homeWithParentSince: '2028-01-25' },
  },
  {
    why: 'left the day before 16',
    born: '2009-12-25',
    spells: [['2020-01-01', '2025-12-24']],
    on: '2026-02-01',
    nights: 730,
    is: 'none',
  },
  {
    why: 'left on the 16th birthday',
    born: '2009-12-25',
    spells: [['2020-01-01', '2025-12-25']],
    on: '2026-02-01',
    nights: 731,
    is: 'relevant',
    section: 's 23A',
  },
  {
    why: '47 nights at 16',
    born: '2009-12-25',
    spells: [['2026-02-01', '2026-03-20']],
    on: '2026-04-01',
    nights: 47,
    is: 'qualifying',
    section: 's 24(1B)',
  },
  {
    why: 'short breaks',
    born: '2009-12-25',
    spells: [['2024-01-05', '2026-03-30']],
    on: '2026-04-01',
    nights: 0,
    is: 'none',
    legalStatus: 'V4',
  },
  {
    why: 'a leap day, the day before 18',
    born: '2008-02-29',
    spells: leap,
    on: '2026-02-28',
    nights: 1399,
    is: 'eligible',
    section: 'sch 2 para 19B',
  },
  {
    why: 'a leap day, 18 on 1 March',
    born: '2008-02-29',
    spells: leap,
    on: '2026-03-01',
    nights: 1400,
    is: 'former relevant',
    section: 's 23C',
  },
  {
    why: 'a leap day, the day after 18',
    born: '2008-02-29',
    spells: leap,
    on: '2026-03-02',
    nights: 1400,
    is: 'former relevant',
    section: 's 23C',
  },
  {
    why: '64 nights to 18',
    born: '2008-03-15',
    spells: [['2026-01-10', '2026-03-15']],
    on: '2026-03-20',
    nights: 64,
    is: 'qualifying',
    section: 's 24(1B)',
  },
  {
    why: 'the day before 21',
    born: '2005-11-30',
    spells: long,
    on: '2026-11-29',
    nights: 1461,
    is: 'former relevant',
    section: 's 23C',
  },
  {
    why: 'the 21st birthday',
    born: '2005-11-30',
    spells: long,
    on: '2026-11-30',
    nights: 1461,
    is: 'former relevant',
    section: 's 23CZB',
  },
  {
    why: 'the day after 21',
    born: '2005-11-30',
    spells: long,
    on: '2026-12-01',
    nights: 1461,
    is: 'former relevant',
    section: 's 23CZB',
  },
  {
    why: '21, on a course in the plan',
    born: '2005-11-30',
    spells: long,
    on: '2026-11-30',
    nights: 1461,
    is: 'former relevant',
    section: 's 23C(7)',
    given: { isOnPlannedCourse: true },
  },
  {
    why: 'the day before 25',
    born: '2001-11-22',
    spells: [['2010-01-01', '2019-11-22']],
    on: '2026-11-21',
    nights: 1461,
    is: 'former relevant',
    section: 's 23CZB',
  },
  {
    why: 'the 25th birthday',
    born: '2001-11-22',
    spells: [['2010-01-01', '2019-11-22']],
    on: '2026-11-22',
    nights: 1461,
    is: 'none',
  },
  {
    why: 'the day after 25',
    born: '2001-11-22',
    spells: [['2010-01-01', '2019-11-22']],
    on: '2026-11-23',
    nights: 1461,
    is: 'none',
  },
  {
    why: 'guardianship at 15 from care',
    born: '2009-05-05',
    spells: [['2019-01-01', '2024-09-01']],
    on: '2026-06-01',
    nights: 485,
    is: 'qualifying',
    section: 's 24(1A)',
    reasonEnded: 'E45',
  },
  {
    why: 'guardianship, the day before 16',
    born: '2009-05-05',
    spells: [['2019-01-01', '2024-09-01']],
    on: '2025-05-04',
    nights: 485,
    is: 'none',
    reasonEnded: 'E45',
  },
  {
    why: 'guardianship, the day before 21',
    born: '2009-05-05',
    spells: [['2019-01-01', '2024-09-01']],
    on: '2030-05-04',
    nights: 485,
    is: 'qualifying',
    section: 's 24(1A)',
    reasonEnded: 'E45',
  },
  {
    why: 'guardianship, the 21st birthday',
    born: '2009-05-05',
    spells: [['2019-01-01', '2024-09-01']],
    on: '2030-05-05',
    nights: 485,
    is: 'none',
    reasonEnded: 'E45',
  },
  { why: 'never in care', born: '2005-05-05', spells: [], on: '2026-06-01', nights: 0, is: 'none' },
]

for (const { why, born, spells, on, nights, is, section = '', given, legalStatus, reasonEnded } of cases) {
  test(`at sixteen and after: ${why} is ${is} on ${on}`, () => {
    const episodes = spells.map(
      ([startsOn, endsOn]): DatedEpisode => ({
        startsOn,
        endsOn,
        legalStatus: legalStatus ?? 'C2',
        reasonEnded: endsOn === null ? null : (reasonEnded ?? 'E8'),
      }),
    )
    const care = { bornOn: born, stays: joinStays(episodes), homeWithParentSince: null, isOnPlannedCourse: false }
    const found = findStanding({ ...care, ...given }, on)
    assert.deepEqual([found.status, found.section, found.nights], [is, section, nights])
  })
}

test('a move from one home to another is one stay, and two homes at once count once', () => {
  const base = { legalStatus: 'C2', reasonEnded: 'X1' }
  const stays = joinStays([
    { ...base, startsOn: '2025-03-01', endsOn: '2025-04-01' },
    { ...base, startsOn: '2025-01-01', endsOn: '2025-03-01' },
    { ...base, startsOn: '2025-03-15', endsOn: '2025-03-20' },
    { ...base, startsOn: '2025-06-01', endsOn: null, reasonEnded: null },
  ])
  assert.deepEqual(
    stays.map(({ startsOn, endsOn }) => [startsOn, endsOn]),
    [
      ['2025-01-01', '2025-04-01'],
      ['2025-06-01', null],
    ],
  )
})

test('within two nights of thirteen weeks a person must look, and not further off', () => {
  const on = (endsOn: string) => {
    const stays = joinStays([{ startsOn: '2026-01-01', endsOn, legalStatus: 'V2', reasonEnded: 'E8' }])
    const care = { bornOn: '2009-06-15', stays, homeWithParentSince: null, isOnPlannedCourse: false }
    return findStanding(care, '2026-07-10').isToCheck
  }
  assert.deepEqual(['2026-03-30', '2026-03-31', '2026-04-04', '2026-04-05'].map(on), [false, true, true, false])
})
