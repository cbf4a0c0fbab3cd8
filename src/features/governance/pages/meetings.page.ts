import { sayHowFar, sayMeetingDay } from '../../../domain/governance/say-meeting-day.ts'
import { sayList } from '../../../domain/governance/what-is-missing.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { listDecisionTitles } from '../decision.store.ts'
import { paths } from '../governance.paths.ts'
import { listMeetings, type Meeting } from '../meeting.store.ts'

export async function showMeetings(visit: Visit): Promise<Answer> {
  const { meetings, decided } = await visit.database.as(visit.actor, async (query) => ({
    meetings: await listMeetings(query),
    decided: await listDecisionTitles(query),
  }))
  return {
    template: 'features/governance/pages/meetings.njk',
    title: 'Meetings',
    model: {
      ...presentMeetings(meetings, decided, visit.today),
      ways: [
        { text: 'Bodies: who sits there, and who answers to whom', href: paths.bodies() },
        { text: 'The next twelve months: themes, and what is written for which meeting', href: paths.forwardPlan() },
        { text: 'Who came, by body and by partner', href: paths.whoCame() },
        { text: 'These meetings in your own calendar', href: paths.calendar() },
        { text: 'Challenges: what was asked, and whether it was answered', href: paths.challenges() },
      ],
    },
  }
}

/** What comes, soonest first; what was, latest first, each with its theme and what it decided. */
export function presentMeetings(meetings: Meeting[], decided: ReadonlyMap<string, string[]>, today: string) {
  // Where there is one body, its name is said once, above.
  const sayBody = (meeting: Meeting) =>
    meetings.every(({ bodyId }) => bodyId === meetings[0]!.bodyId) ? '' : meeting.body
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
      note: [sayBody(meeting), meeting.theme, meeting.place].filter(Boolean).join(' · '),
      pill:
        meeting.status === 'planned' ? { state: 'unknown', text: 'planned' } : { state: 'kept', text: 'agenda out' },
    })),
    past: past.map((meeting) => ({
      text: sayDate(meeting.day),
      href: paths.meeting(meeting.id),
      note: [
        sayBody(meeting),
        meeting.theme,
        decided.has(meeting.id) ? `decided: ${sayList(decided.get(meeting.id)!.map((title) => `“${title}”`))}` : '',
      ]
        .filter(Boolean)
        .join(' · '),
      ...(meeting.status === 'held' ? {} : { pill: { state: 'not-kept', text: 'not minuted yet' } }),
    })),
  }
}
