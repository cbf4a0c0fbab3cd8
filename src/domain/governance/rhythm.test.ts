import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDays, daysBetween } from '../shared/calendar-date.ts'
import { findRhythmStanding } from './missed-rhythm.ts'
import { type Almanac, listNextDays, listRhythmDays, type Rhythm, type Week } from './rhythm.ts'

const bankHolidays = new Set(
  readFileSync(new URL('../../../data/bank-holidays-england.csv', import.meta.url), 'utf8')
    .split('\n')
    .slice(1)
    .filter(Boolean),
)
const halfTerms = [
  { from: '2025-09-02', to: '2025-10-24' },
  { from: '2025-11-03', to: '2025-12-19' },
  { from: '2026-01-05', to: '2026-02-13' },
  { from: '2026-02-23', to: '2026-03-27' },
  { from: '2026-04-13', to: '2026-05-22' },
  { from: '2026-06-01', to: '2026-07-21' },
]
const almanac: Almanac = { bankHolidays, halfTerms }
const every = (months: number, from: string, week: Week, weekday: number, skips: number[] = []): Rhythm => ({
  kind: 'every',
  months,
  from,
  week,
  weekday,
  skips,
})

const CASES: [what: string, rhythm: Rhythm, after: string, days: string[]][] = [
  [
    'every three months, second Tuesday',
    every(3, '2026-01', 2, 2),
    '2026-01-01',
    ['2026-01-13', '2026-04-14', '2026-07-14', '2026-10-13'],
  ],
  ['the day itself is not after itself', every(3, '2026-01', 2, 2), '2026-01-13', ['2026-04-14']],
  ['the day before it is', every(3, '2026-01', 2, 2), '2026-01-12', ['2026-01-13']],
  [
    'counted on from the first month, over years',
    every(2, '2025-11', 1, 4),
    '2026-12-01',
    ['2027-01-07', '2027-03-04'],
  ],
  ['and back before it', every(3, '2026-10', 2, 2), '2026-01-01', ['2026-01-13', '2026-04-14']],
  ['every two months', every(2, '2026-01', 3, 3), '2026-01-01', ['2026-01-21', '2026-03-18', '2026-05-20']],
  ['twice a year', every(6, '2026-03', 1, 1), '2026-01-01', ['2026-03-02', '2026-09-07']],
  [
    'yearly, the last Thursday of a leap February',
    every(12, '2024-02', 'last', 4),
    '2024-01-01',
    ['2024-02-29', '2025-02-27'],
  ],
  [
    'a first Monday in May that is a bank holiday is a week later',
    every(12, '2026-05', 1, 1),
    '2026-01-01',
    ['2026-05-11'],
  ],
  ['a last Monday in May that is one is a week earlier', every(12, '2026-05', 'last', 1), '2026-01-01', ['2026-05-18']],
  [
    'Christmas Day on a fourth Friday: a week later is another month, so a week earlier',
    every(12, '2026-12', 4, 5),
    '2026-01-01',
    ['2026-12-18'],
  ],
  ['New Year’s Day on a first Friday', every(12, '2027-01', 1, 5), '2026-12-01', ['2027-01-08']],
  ['Good Friday 2026 is a first Friday of April', every(12, '2026-04', 1, 5), '2026-01-01', ['2026-04-10']],
  [
    'August is held in September',
    every(3, '2026-02', 1, 2, [8]),
    '2026-03-01',
    ['2026-05-05', '2026-09-01', '2026-11-03'],
  ],
  [
    'and monthly, not twice in September',
    every(1, '2026-01', 1, 2, [8]),
    '2026-06-30',
    ['2026-07-07', '2026-09-01', '2026-10-06'],
  ],
  [
    'what may skip everything skips nothing',
    every(6, '2026-01', 1, 2, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
    '2026-01-01',
    ['2026-01-06'],
  ],
  [
    'in named months',
    { kind: 'in months', months: [3, 6, 10], week: 1, weekday: 3, skips: [] },
    '2026-01-01',
    ['2026-03-04', '2026-06-03', '2026-10-07', '2027-03-03'],
  ],
  [
    'twice a month',
    { kind: 'twice a month', weeks: [1, 3], weekday: 2, skips: [] },
    '2026-07-01',
    ['2026-07-07', '2026-07-21', '2026-08-04'],
  ],
  [
    'half-termly, the third Wednesday',
    { kind: 'half-termly', nth: 3, weekday: 3 },
    '2025-12-31',
    ['2026-01-21', '2026-03-11', '2026-04-29', '2026-06-17'],
  ],
  [
    'a half term too short for the sixth has its last',
    { kind: 'half-termly', nth: 6, weekday: 5 },
    '2026-02-01',
    ['2026-02-13', '2026-03-27', '2026-05-22'],
  ],
  [
    'a half term’s Mondays without the bank holiday',
    { kind: 'half-termly', nth: 4, weekday: 1 },
    '2026-04-01',
    ['2026-05-11', '2026-06-22'],
  ],
]

describe('the days of a rhythm', () => {
  for (const [what, rhythm, after, days] of CASES)
    test(what, () => assert.deepEqual(listNextDays(rhythm, after, days.length, almanac), days))

  test('half terms that are not known give no days', () => {
    const rhythm: Rhythm = { kind: 'half-termly', nth: 3, weekday: 3 }
    assert.deepEqual(listNextDays(rhythm, '2026-07-21', 4, almanac), [])
  })

  test('in any month of years to come it is that weekday, of that month, and no bank holiday', () => {
    const weeks = fc.constantFrom<Week>(1, 2, 3, 4, 'last')
    const rhythms = fc.record({
      months: fc.integer({ min: 1, max: 12 }),
      week: weeks,
      weekday: fc.integer({ min: 1, max: 5 }),
    })
    fc.assert(
      fc.property(rhythms, ({ months, week, weekday }) => {
        const days = listRhythmDays(
          every(months, '2024-01', week, weekday),
          { from: '2024-01-01', to: '2028-12-31' },
          almanac,
        )
        assert.equal(days.length, Math.ceil(60 / months))
        for (const day of days) {
          assert.equal(Temporal.PlainDate.from(day).dayOfWeek, weekday)
          assert.ok(!bankHolidays.has(day), day)
        }
        assert.equal(new Set(days.map((day) => day.slice(0, 7))).size, days.length)
      }),
    )
  })
})

describe('a rhythm that was kept or missed', () => {
  const quarterly = every(3, '2026-01', 2, 2)
  const TODAY = '2026-07-20'
  const standing = (meetings: string[], since = '2020-01-01') =>
    findRhythmStanding(quarterly, meetings, since, TODAY, almanac)
  const ALL = ['2025-10-14', '2026-01-13', '2026-04-14', '2026-07-14', '2026-10-13']

  test('every meeting held and the next planned: nothing missed', () => {
    assert.deepEqual(standing(ALL), { missed: [], due: 4, unplanned: null })
  })
  test('a meeting moved by three weeks counts', () => {
    assert.deepEqual(standing(ALL.map((day) => addDays(day, 21))).missed, [])
  })
  test('one left out is missed, and another day’s meeting does not count twice', () => {
    assert.deepEqual(standing(ALL.filter((day) => day !== '2026-04-14')).missed, ['2026-04-14'])
  })
  test('none planned: the next day of the rhythm is said', () => {
    assert.equal(standing(ALL.slice(0, 4)).unplanned, '2026-10-13')
  })
  test('a day of the rhythm today is not missed yet, and the day after it is', () => {
    const none = (today: string) => findRhythmStanding(quarterly, [], '2026-07-01', today, almanac)
    assert.deepEqual(none('2026-07-14'), { missed: [], due: 0, unplanned: '2026-07-14' })
    assert.deepEqual(none('2026-07-15'), { missed: ['2026-07-14'], due: 1, unplanned: '2026-10-13' })
  })
  test('before the rule began nothing is missed', () => {
    assert.deepEqual(standing([], '2026-06-01').missed, ['2026-07-14'])
    assert.deepEqual(standing([], '2026-07-15').missed, [])
  })
  test('what is missed and what was held add up to what was due, whatever was held', () => {
    const subset = fc.subarray(ALL.slice(0, 4))
    fc.assert(
      fc.property(subset, fc.integer({ min: -30, max: 30 }), (held, moved) => {
        const { missed, due } = standing([...held.map((day) => addDays(day, moved)), '2026-10-13'])
        assert.equal(missed.length + held.length, due)
        for (const day of missed) assert.ok(daysBetween(day, TODAY) > 0)
      }),
    )
  })
})
