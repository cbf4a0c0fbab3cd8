import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readTime, saysCare } from './calendar-words.ts'
import { findGuestStanding } from './guest-rule.ts'
import { isReportDue, type ReportTurn, reportDueOn } from './report-calendar.ts'
import { nextThemes } from './rota.ts'

describe('themes in rotation', () => {
  const rota = ['Safety', 'Homes', 'Learning', 'Health']
  const CASES: [what: string, held: string[], next: string[]][] = [
    ['the first meeting has the first', [], ['Safety', 'Homes', 'Learning']],
    ['the one after the last', ['Safety', 'Homes'], ['Learning', 'Health', 'Safety']],
    ['after the last of the rota comes the first', ['Health'], ['Safety', 'Homes', 'Learning']],
    ['however it was typed', [' homes '], ['Learning', 'Health', 'Safety']],
    ['a theme off the rota does not move it', ['Homes', 'Budget'], ['Learning', 'Health', 'Safety']],
  ]
  for (const [what, held, next] of CASES) test(what, () => assert.deepEqual(nextThemes(rota, held, 3), next))
  test('without a rota there is no theme', () => assert.deepEqual(nextThemes([], ['Homes'], 3), []))
})

describe('whether a report comes to a meeting', () => {
  const months = (...list: number[]): ReportTurn => ({ kind: 'in months', months: list })
  const once = (from: string): ReportTurn => ({ kind: 'once', from })
  const CASES: [what: string, turn: ReportTurn, meeting: string, before: string | null, isDue: boolean][] = [
    ['to every meeting', { kind: 'every meeting' }, '2026-07-14', '2026-04-14', true],
    ['in the month of the meeting', months(7), '2026-07-14', '2026-04-14', true],
    ['the first meeting after its month began', months(6), '2026-07-14', '2026-04-14', true],
    ['not in the month of the meeting before', months(4), '2026-07-14', '2026-04-14', false],
    ['nor in a month to come', months(8), '2026-07-14', '2026-04-14', false],
    ['over the turn of the year', months(1), '2027-02-09', '2026-11-10', true],
    ['the second meeting of its month does not hear it twice', months(7), '2026-07-21', '2026-07-07', false],
    ['a meeting on the first hears it', months(7), '2026-07-01', '2026-06-30', true],
    ['the one the day before does not', months(7), '2026-06-30', '2026-06-01', false],
    ['a first meeting hears its own month’s', months(7), '2026-07-14', null, true],
    ['a first meeting does not look back', months(6), '2026-07-14', null, false],
    ['once: the first meeting from its day on', once('2026-07-14'), '2026-07-14', '2026-04-14', true],
    ['once: the day before its day is too early', once('2026-07-15'), '2026-07-14', '2026-04-14', false],
    ['once: not again', once('2026-07-14'), '2026-10-13', '2026-07-14', false],
    ['after a year without meetings it comes once', months(1), '2027-07-14', '2026-01-14', true],
  ]
  for (const [what, turn, meeting, before, isDue] of CASES)
    test(what, () => assert.equal(isReportDue(turn, meeting, before), isDue))
  test('it is to be there so many days before', () => {
    assert.equal(reportDueOn({ turn: { kind: 'every meeting' }, daysBefore: 14 }, '2026-03-10'), '2026-02-24')
    assert.equal(reportDueOn({ turn: { kind: 'every meeting' }, daysBefore: 14 }, '2028-03-10'), '2028-02-25')
  })
})

describe('the chief executive, at least once a year', () => {
  const rule = { who: 'Chief executive', atLeast: 1, withinMonths: 12 }
  const CASES: [what: string, came: string[], today: string, isMet: boolean][] = [
    ['never came', [], '2026-07-10', false],
    ['came today', ['2026-07-10'], '2026-07-10', true],
    ['a year less a day ago', ['2025-07-11'], '2026-07-10', true],
    ['a year ago to the day', ['2025-07-10'], '2026-07-10', false],
    ['a visit to come does not count', ['2026-07-11'], '2026-07-10', false],
    ['a leap day counts for a year', ['2024-02-29'], '2025-02-27', true],
    ['and no longer', ['2024-02-29'], '2025-02-28', false],
  ]
  for (const [what, came, today, isMet] of CASES)
    test(what, () => assert.equal(findGuestStanding(rule, came, today).isMet, isMet))
  test('it says until when it is met, and who came last', () => {
    const standing = findGuestStanding(rule, ['2026-01-13', '2025-07-15'], '2026-07-10')
    assert.deepEqual(standing, { isMet: true, last: '2026-01-13', metUntil: '2027-01-12' })
    assert.equal(findGuestStanding(rule, ['2024-01-13'], '2026-07-10').metUntil, null)
  })
  test('where two visits are asked for, the earlier of the last two says until when', () => {
    const twice = { ...rule, atLeast: 2 }
    assert.equal(findGuestStanding(twice, ['2026-01-13'], '2026-07-10').isMet, false)
    assert.equal(findGuestStanding(twice, ['2026-01-13', '2025-10-14'], '2026-07-10').metUntil, '2026-10-13')
  })
})

describe('what a calendar may say', () => {
  for (const text of [
    'Corporate parenting board',
    'Children in Care Council',
    'Foster carers’ panel',
    'CLA group',
    'Care leavers',
  ])
    test(`not “${text}”`, () => assert.equal(saysCare(text), true))
  for (const text of [
    'Board meeting',
    'The Long Room, County Hall',
    'Wednesday group',
    'Careful planning',
    'Black lacquer room',
  ])
    test(`but “${text}”`, () => assert.equal(saysCare(text), false))

  const TIMES: [string, number | null][] = [
    ['4.30pm', 990],
    ['16:30', 990],
    ['4.30 pm to 6 pm', 990],
    ['10am', 600],
    ['12pm', 720],
    ['12.15am', 15],
    ['noon', 720],
    ['2pm–4pm', 840],
    ['0pm', null],
    ['13pm', null],
    ['4', null],
    ['24:00', null],
    ['10.60', null],
    ['after school', null],
    ['', null],
  ]
  for (const [text, minutes] of TIMES) test(`the time “${text}”`, () => assert.equal(readTime(text), minutes))
})
