import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import { daysWithoutMeeting } from '../../domain/governance/missed-rhythm.ts'
import { isReportDue } from '../../domain/governance/report-calendar.ts'
import { nextThemes } from '../../domain/governance/rota.ts'
import { addDays, addMonths, type IsoDate } from '../../domain/shared/calendar-date.ts'
import { type ExpectedPaper, listItems, listMeetings, type Meeting } from '../governance/index.ts'
import { type Body, findBody } from './body.store.ts'
import { readAlmanac } from './read-plan.ts'
import { type ExpectedReport, listExpectedReports } from './report.store.ts'

/** What the next meeting after one is made from. */
export interface NextMeeting {
  last: Meeting
  body: Body
  /** Days of the rhythm that no meeting has yet, the first offered. */
  days: IsoDate[]
  themes: string[]
  items: string[]
  challenges: string[]
  openActions: number
  reports: ExpectedReport[]
  meetings: Meeting[]
}

export async function readNextMeeting(query: Query, meetingId: string, today: IsoDate): Promise<NextMeeting | null> {
  const meetings = (await listMeetings(query)).sort((a, b) => a.day.localeCompare(b.day))
  const last = meetings.find(({ id }) => id === meetingId)
  const body = await findBody(query, last?.bodyId)
  if (last === undefined || body === null) return null
  const own = meetings.filter(({ bodyId }) => bodyId === body.id)
  const items = (await listItems(query, last.id)).filter((item) => !item.isYoungPeoples && item.challengeId === null)
  return {
    last,
    body,
    days: await suggestDays(query, body, own, today),
    themes: nextThemes(
      body.themes,
      own.map(({ theme }) => theme),
      body.themes.length,
    ),
    items: items.flatMap(({ title }) => title ?? []),
    challenges: await listOpenChallenges(query, body.id),
    openActions: await countOpenActions(query, body.id),
    reports: (await listExpectedReports(query)).filter(({ bodyId }) => bodyId === body.id),
    meetings: own,
  }
}

/** What is to be written for a meeting on that day, by the calendar. */
export function reportsDueOn(next: Pick<NextMeeting, 'reports' | 'meetings'>, day: IsoDate): ExpectedReport[] {
  const before = next.meetings.findLast((meeting) => meeting.day < day)?.day ?? null
  return next.reports.filter(({ turn }) => isReportDue(turn, day, before))
}

/** The same for a body, as an agenda takes it. */
export async function readExpectedOn(query: Query, bodyId: string, day: IsoDate): Promise<ExpectedPaper[]> {
  const meetings = (await listMeetings(query))
    .filter((meeting) => meeting.bodyId === bodyId)
    .sort((a, b) => a.day.localeCompare(b.day))
  const reports = (await listExpectedReports(query)).filter((report) => report.bodyId === bodyId)
  return toPapers(reportsDueOn({ reports, meetings }, day))
}

export function toPapers(reports: ExpectedReport[]): ExpectedPaper[] {
  return reports.map(({ id, title, writtenBy }) => ({ reportId: id, title, writtenBy }))
}

/** By rhythm, after the last meeting that is made; without a rule, a quarter on, on the same weekday. */
export async function suggestDays(query: Query, body: Body, own: Meeting[], today: IsoDate): Promise<IsoDate[]> {
  const made = own.map(({ day }) => day)
  const latest = made.at(-1) ?? addDays(today, -1)
  const from = latest >= today ? addDays(latest, 1) : today
  if (body.rhythm === null) return made.length === 0 ? [] : [quarterOn(latest, today)]
  const period = { from, to: addMonths(from, 24) }
  return daysWithoutMeeting(body.rhythm, made, period, await readAlmanac(query)).slice(0, 3)
}

function quarterOn(latest: IsoDate, today: IsoDate): IsoDate {
  const weekday = (day: IsoDate) => Temporal.PlainDate.from(day).dayOfWeek
  let day = addMonths(latest, 3)
  while (day < today) day = addMonths(day, 3)
  return addDays(day, (weekday(latest) - weekday(day) + 7) % 7)
}

async function listOpenChallenges(query: Query, bodyId: string): Promise<string[]> {
  const { rows } = await sql<{
    title: string
  }>`select c.title from challenge c where c.authority_id = (select authority()) and c.body_id = ${bodyId}
    and not exists (select from challenge_answer a where a.authority_id = c.authority_id and a.challenge_id = c.id and a.verdict = 'accepted')
    order by c.answer_due_on, c.title`.execute(query)
  return rows.map(({ title }) => title)
}

async function countOpenActions(query: Query, bodyId: string): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from minute_action
    where authority_id = (select authority()) and body_id = ${bodyId} and done_on is null`.execute(query)
  return rows[0]!.count
}
