import { sayHowFar, sayMeetingDay } from '../../../domain/governance/say-meeting-day.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { paths } from '../governance.paths.ts'
import { listMeetings, type Meeting } from '../meeting.store.ts'

export async function showMeetings(visit: Visit): Promise<Answer> {
  const meetings = await visit.database.as(visit.actor, listMeetings)
  return {
    template: 'features/governance/pages/meetings.njk',
    title: 'Meetings',
    model: presentMeetings(meetings, visit.today),
  }
}

/** What comes, soonest first; what was, latest first, each with its theme. */
export function presentMeetings(meetings: Meeting[], today: string) {
  const coming = meetings.filter((meeting) => meeting.status !== 'held' && meeting.day >= today).reverse()
  const past = meetings.filter((meeting) => !coming.includes(meeting))
  const next = coming[0]
  return {
    sentence: next
      ? `${next.body} meets on ${sayMeetingDay(next.day, today)}, ${sayHowFar(next.day, today)}${next.theme ? `: ${next.theme}` : ''}.`
      : 'No meeting is planned.',
    coming: coming.map((meeting) => ({
      text: `${sayMeetingDay(meeting.day, today)}${meeting.time ? `, ${meeting.time}` : ''}`,
      href: paths.meeting(meeting.id),
      note: [meeting.body, meeting.theme, meeting.place].filter(Boolean).join(' · '),
      pill:
        meeting.status === 'planned' ? { state: 'unknown', text: 'planned' } : { state: 'kept', text: 'agenda out' },
    })),
    past: past.map((meeting) => ({
      text: sayDate(meeting.day),
      href: paths.meeting(meeting.id),
      note: [meeting.body, meeting.theme].filter(Boolean).join(' · '),
      ...(meeting.status === 'held' ? {} : { pill: { state: 'not-kept', text: 'not minuted yet' } }),
    })),
  }
}
