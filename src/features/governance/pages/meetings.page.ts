import { sayHowFar, sayMeetingDay } from '../../../domain/governance/say-meeting-day.ts'
import { sayList } from '../../../domain/governance/what-is-missing.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { listSeats } from '../challenge.store.ts'
import { listDecisionTitles } from '../decision.store.ts'
import { paths } from '../governance.paths.ts'
import { presentIssueRow } from '../issues/issue.presenter.ts'
import { listIssues } from '../issues/issue.store.ts'
import { listMeetings, type Meeting } from '../meeting.store.ts'
import { listMyActions } from '../minutes/action.store.ts'
import { presentActionRow } from './present-action.ts'

/** How many past meetings stand open; the earlier ones are a click away on the same page. */
const PAST_SHOWN = 12

export async function showMeetings(visit: Visit): Promise<Answer> {
  const { all, decided, seats, toDo, taken } = await visit.database.as(visit.actor, async (query) => ({
    toDo: await listMyActions(query),
    taken: (await listIssues(query)).filter(({ isMine, state }) => isMine && state === 'taken'),
    all: await listMeetings(query),
    decided: await listDecisionTitles(query),
    seats: await listSeats(query),
  }))
  const { meetings, filters } = chooseMeetings(
    all,
    seats.map(({ bodyId }) => bodyId),
    visit.query.body,
  )
  return {
    template: 'features/governance/pages/meetings.njk',
    title: 'Meetings',
    model: {
      ...presentMeetings(meetings, decided, visit.today),
      toDo: [
        ...toDo.map((action) => presentActionRow(action, visit.today)),
        ...taken.map((issue) => presentIssueRow(issue, visit.today)),
      ],
      filters,
      ways: [
        { text: 'Search agendas, papers, minutes and decisions', href: paths.search() },
        { text: 'Bodies: who sits there, and who answers to whom', href: paths.bodies() },
        { text: 'Corporate parents: who they are, what they did and what they offer', href: '/members' },
        { text: 'The next twelve months: themes, and what is written for which meeting', href: paths.forwardPlan() },
        { text: 'Who came, by body and by partner', href: paths.whoCame() },
        { text: 'These meetings in your own calendar', href: paths.calendar() },
        { text: 'Reports: the annual report, and One Year On', href: '/reports' },
        ...(visit.can('impact:read')
          ? [{ text: 'Impact check: what any paper does for our children', href: '/impact' }]
          : []),
        { text: 'Issues: what a service could not settle alone, and what a body decided', href: paths.issues() },
        { text: 'Documents that belong with it, and what words mean', href: '/documents' },
        { text: 'Challenges: what was asked, and whether it was answered', href: paths.challenges() },
        ...(visit.can('release:write')
          ? [{ text: 'Requests for information: what is gathered, and what is withheld', href: '/releases' }]
          : []),
        ...(visit.can('election:write')
          ? [{ text: 'Before an election: from when to when, and what waits until it is over', href: '/pre-election' }]
          : []),
      ],
    },
  }
}

/** Those of the bodies the reader sits on; of one body, or of all, where that is asked for. */
export function chooseMeetings(all: Meeting[], mine: string[], asked: string | undefined) {
  const bodies = [...new Map(all.map(({ bodyId, body }) => [bodyId, body]))].sort((a, b) => a[1].localeCompare(b[1]))
  const own = all.filter(({ bodyId }) => mine.includes(bodyId))
  const chosen = bodies.some(([id]) => id === asked) ? asked : asked === 'all' || own.length === 0 ? 'all' : 'mine'
  const meetings = chosen === 'all' ? all : chosen === 'mine' ? own : all.filter(({ bodyId }) => bodyId === chosen)
  const filter = (value: string, text: string) => ({
    text,
    href: value === chosen ? '' : `${paths.meetings()}?body=${value}`,
  })
  const yours = own.length > 0 && own.length < all.length ? [filter('mine', 'Yours')] : []
  const filters = [...yours, filter('all', 'All bodies'), ...bodies.map(([id, body]) => filter(id, body))]
  return { meetings, filters: bodies.length > 1 ? filters : [] }
}

/** What comes, soonest first; what was, latest first, each with its theme and what it decided. */
export function presentMeetings(meetings: Meeting[], decided: ReadonlyMap<string, string[]>, today: string) {
  // Where there is one body, its name is said once, above.
  const sayBody = (meeting: Meeting) =>
    meetings.every(({ bodyId }) => bodyId === meetings[0]!.bodyId) ? '' : meeting.body
  const coming = meetings.filter((meeting) => meeting.status !== 'held' && meeting.day >= today).reverse()
  const past = meetings.filter((meeting) => !coming.includes(meeting)).map(presentPast)
  const next = coming[0]

  function presentPast(meeting: Meeting) {
    const titles = decided.get(meeting.id)
    const said = titles ? `decided: ${sayList(titles.map((title) => `“${title}”`))}` : ''
    return {
      text: sayDate(meeting.day),
      href: paths.meeting(meeting.id),
      note: [sayBody(meeting), meeting.theme, sayChair(meeting), said].filter(Boolean).join(' · '),
      ...(meeting.status === 'held' ? {} : { pill: { state: 'not-kept', text: 'not minuted yet' } }),
    }
  }

  return {
    sentence: next
      ? `${next.body} meets on ${sayMeetingDay(next.day, today)}, ${sayHowFar(next.day, today)}${next.theme ? `: ${next.theme}` : ''}.`
      : 'No meeting is planned.',
    coming: coming.map((meeting) => ({
      text: `${sayMeetingDay(meeting.day, today)}${meeting.time ? `, ${meeting.time}` : ''}`,
      href: paths.meeting(meeting.id),
      note: [sayBody(meeting), meeting.theme, sayChair(meeting), meeting.place].filter(Boolean).join(' · '),
      pill:
        meeting.status === 'planned' ? { state: 'unknown', text: 'planned' } : { state: 'kept', text: 'agenda out' },
    })),
    past: past.slice(0, PAST_SHOWN),
    earlier: past.slice(PAST_SHOWN),
  }
}

const sayChair = ({ chairedByYoung }: Meeting) => (chairedByYoung ? `chaired by ${chairedByYoung}` : '')
