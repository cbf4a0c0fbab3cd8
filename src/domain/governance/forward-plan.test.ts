import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type AttendanceCount, groupAttendance, sumAttendance } from './attendance.ts'
import { type PlanFacts, planAhead } from './forward-plan.ts'
import type { ReportTurn } from './report-calendar.ts'
import type { Rhythm } from './rhythm.ts'

const quarterly: Rhythm = { kind: 'every', months: 3, from: '2026-01', week: 2, weekday: 2, skips: [] }
const board = { id: 'board', rhythm: quarterly, themes: ['Homes', 'Health', 'Learning'] }
const meeting = (day: string, theme = '', bodyId = 'board') => ({ id: `m ${day}`, bodyId, day, theme })
const report = (id: string, turn: ReportTurn, bodyId = 'board') => ({ id, bodyId, turn, daysBefore: 14 })
type Report = ReturnType<typeof report>

function plan(given: Partial<PlanFacts<Report>>) {
  const almanac = { bankHolidays: new Set<string>(), halfTerms: [] }
  const facts = { bodies: [board], meetings: [], reports: [], from: '2026-07-10', to: '2027-07-09', almanac }
  return planAhead({ ...facts, ...given })
}

describe('the year ahead', () => {
  test('days of the rhythm, each with the next theme, and none made yet', () => {
    assert.deepEqual(
      plan({ meetings: [meeting('2026-04-14', 'Homes')] }).map(({ day, theme, meetingId }) => [day, theme, meetingId]),
      [
        ['2026-07-14', 'Health', null],
        ['2026-10-13', 'Learning', null],
        ['2027-01-12', 'Homes', null],
        ['2027-04-13', 'Health', null],
      ],
    )
  })
  test('a meeting that is made stands in place of its day, however far it was moved, and keeps its own theme', () => {
    const made = [meeting('2026-04-14', 'Homes'), meeting('2026-07-28', 'Learning')]
    assert.deepEqual(
      plan({ meetings: made })
        .map(({ day, theme, meetingId }) => [day, theme, meetingId])
        .slice(0, 2),
      [
        ['2026-07-28', 'Learning', 'm 2026-07-28'],
        ['2026-10-13', 'Homes', null],
      ],
    )
  })
  test('the meeting of today is ahead, that of yesterday is not', () => {
    const days = (from: string) => plan({ from, meetings: [meeting('2026-07-14')] }).map(({ day }) => day)
    assert.equal(days('2026-07-14')[0], '2026-07-14')
    assert.equal(days('2026-07-15')[0], '2026-10-13')
  })
  test('reports come to the first meeting from their month on, once, with the day they are due', () => {
    const reports = [
      report('complaints', { kind: 'in months', months: [9] }),
      report('plan', { kind: 'every meeting' }),
    ]
    const [july, october, january] = plan({ reports, meetings: [meeting('2026-04-14')] })
    assert.deepEqual(
      july!.reports.map(({ report }) => report.id),
      ['plan'],
    )
    assert.deepEqual(
      october!.reports.map(({ report, dueOn }) => [report.id, dueOn]),
      [
        ['complaints', '2026-09-29'],
        ['plan', '2026-09-29'],
      ],
    )
    assert.deepEqual(
      january!.reports.map(({ report }) => report.id),
      ['plan'],
    )
  })
  test('a body without a rhythm has the meetings that are made and no others; each body has its own reports and themes', () => {
    const group = { id: 'group', rhythm: null, themes: [] }
    const ahead = plan({
      bodies: [board, group],
      meetings: [meeting('2026-08-01', '', 'group')],
      reports: [report('own', { kind: 'every meeting' }, 'group')],
    })
    assert.deepEqual(
      ahead.slice(0, 2).map(({ bodyId, day, theme, reports }) => [bodyId, day, theme, reports.length]),
      [
        ['board', '2026-07-14', 'Homes', 0],
        ['group', '2026-08-01', '', 1],
      ],
    )
  })
})

describe('who came, as counts', () => {
  const count = (meetingId: string, organisation: string, given: Partial<AttendanceCount>): AttendanceCount => ({
    bodyId: 'board',
    meetingId,
    day: '2026-07-14',
    organisation,
    invited: 4,
    came: 0,
    apologies: 0,
    sentSomebody: 0,
    ...given,
  })
  const counts = [
    count('a', 'Police', { came: 1, apologies: 1 }),
    count('b', 'Police', { came: 2, sentSomebody: 1 }),
    count('a', 'Health', { came: 4 }),
  ]
  test('those not heard from are what is left of the invited', () => {
    assert.deepEqual(sumAttendance(counts), { invited: 12, came: 7, apologies: 1, sentSomebody: 1, unheard: 3 })
    assert.deepEqual(sumAttendance([]), { invited: 0, came: 0, apologies: 0, sentSomebody: 0, unheard: 0 })
  })
  test('by organisation, with its own meetings, and adding up to all', () => {
    const groups = groupAttendance(counts, 'organisation')
    assert.deepEqual(
      groups.map(({ key, meetings, sum }) => [key, meetings, sum.came]),
      [
        ['Health', 1, 4],
        ['Police', 2, 3],
      ],
    )
    assert.equal(
      groups.reduce((total, { sum }) => total + sum.invited, 0),
      sumAttendance(counts).invited,
    )
  })
})
