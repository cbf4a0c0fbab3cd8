import type { Query } from '../../database/database.ts'
import { sayMeetingDay } from '../../domain/governance/say-meeting-day.ts'
import { addDays, type IsoDate } from '../../domain/shared/calendar-date.ts'
import { sayDay } from '../../domain/shared/say-day.ts'
import { paths } from './bodies.paths.ts'
import { readPlan } from './read-plan.ts'
import { writesReports } from './report.store.ts'

/** A reminder begins so many days before a report is to be there. */
const REMIND_DAYS = 42

export interface ReportToWrite {
  text: string
  href: string
  note: string
  pill: { state: string; text: string }
}

/** What this person is to write, the first due at the top: on their first screen until it is in. */
export async function readMyReports(query: Query, personId: string, today: IsoDate): Promise<ReportToWrite[]> {
  if (!(await writesReports(query, personId))) return []
  const { ahead, bodies, reportsIn } = await readPlan(query, today)
  return ahead
    .flatMap((meeting) => meeting.reports.map((planned) => ({ ...planned, meeting })))
    .filter(({ report, dueOn, meeting }) => {
      const isIn = meeting.meetingId !== null && reportsIn.has(`${meeting.meetingId} ${report.id}`)
      return report.personId === personId && !isIn && dueOn <= addDays(today, REMIND_DAYS)
    })
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn))
    .map(({ report, dueOn, meeting }) => ({
      text: report.title,
      href: meeting.meetingId === null ? paths.forwardPlan() : paths.meeting(meeting.meetingId),
      note: `for the ${bodies.find(({ id }) => id === meeting.bodyId)!.name} of ${sayMeetingDay(meeting.day, today)}`,
      pill:
        dueOn < today
          ? { state: 'not-kept', text: `was due ${sayDay(dueOn, today)}` }
          : { state: 'on-the-way', text: `due ${sayDay(dueOn, today)}` },
    }))
}
