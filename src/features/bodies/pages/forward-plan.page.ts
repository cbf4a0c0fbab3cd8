import { sayMeetingDay } from '../../../domain/governance/say-meeting-day.ts'
import { MONTH_NAMES } from '../../../domain/governance/say-rhythm.ts'
import { sayDay } from '../../../domain/shared/say-day.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { paths } from '../bodies.paths.ts'
import { type Plan, readPlan } from '../read-plan.ts'
import { type ExpectedReport, endExpectedReport, listExpectedReports } from '../report.store.ts'
import { sayTurn } from '../say-turn.ts'

export async function showForwardPlan(visit: Visit): Promise<Answer> {
  const canWrite = visit.can('meetings:write')
  const { plan, reports } = await visit.database.as(visit.actor, async (query) => ({
    plan: await readPlan(query, visit.today),
    reports: canWrite ? await listExpectedReports(query) : [],
  }))
  return {
    template: 'features/bodies/pages/forward-plan.njk',
    title: 'The next twelve months',
    model: {
      ...presentForwardPlan(plan, visit.today, visit.query.body),
      clerk: canWrite
        ? {
            newHref: paths.newReport(),
            reports: reports.map((report) => ({
              text: report.title,
              note: `${plan.bodies.find(({ id }) => id === report.bodyId)!.name} · ${sayTurn(report.turn)} · ${report.writtenBy}, ${report.daysBefore} days before`,
              end: paths.endReport(report.id),
            })),
          }
        : null,
    },
    page: {
      back: { href: paths.meetings(), text: 'Meetings' },
      ...(visit.query.done === 'report'
        ? {
            notice: {
              text: 'It is on the plan, and comes onto the agenda when that meeting is made.',
              isSuccess: true,
            },
          }
        : {}),
    },
  }
}

export async function submitEndReport(visit: Visit): Promise<Answer> {
  const isEnded = await visit.database.as(visit.actor, async (query) => {
    const isDone = await endExpectedReport(query, visit.params.id ?? '')
    if (isDone)
      await recordTrace(query, visit.actor, { event: 'expected report ended', detail: { report: visit.params.id! } })
    return isDone
  })
  return isEnded ? { redirect: paths.forwardPlan() } : notFound
}

/** Every meeting of the next twelve months, by month: its theme, and who writes what by when. */
export function presentForwardPlan({ bodies, ahead, reportsIn }: Plan, today: string, only: string | undefined) {
  const shown = ahead.filter(({ bodyId }) => only === undefined || bodyId === only)
  const name = new Map(bodies.map(({ id, name }) => [id, name]))
  const isIn = (meetingId: string | null, report: ExpectedReport) =>
    meetingId !== null && reportsIn.has(`${meetingId} ${report.id}`)
  const late = shown.flatMap(({ meetingId, reports }) =>
    reports.filter(({ report, dueOn }) => dueOn < today && !isIn(meetingId, report)),
  )
  const months = [...new Set(shown.map(({ day }) => day.slice(0, 7)))]
  return {
    sentence: sayPlan(shown.length, shown.flatMap(({ reports }) => reports).length, late.length),
    filters: [
      { text: 'All bodies', href: only === undefined ? '' : paths.forwardPlan() },
      ...bodies
        .filter(({ id }) => ahead.some(({ bodyId }) => bodyId === id))
        .map(({ id, name }) => ({ text: name, href: only === id ? '' : `${paths.forwardPlan()}?body=${id}` })),
    ],
    months: months.map((month) => ({
      title: sayMonth(month),
      meetings: shown
        .filter(({ day }) => day.startsWith(month))
        .map((meeting) => ({
          text: `${sayMeetingDay(meeting.day, today)}: ${name.get(meeting.bodyId)}`,
          href: meeting.meetingId === null ? paths.body(meeting.bodyId) : paths.meeting(meeting.meetingId),
          note: [meeting.theme, meeting.meetingId === null ? 'not made yet' : ''].filter(Boolean).join(' · '),
          reports: meeting.reports.map(({ report, dueOn }) => ({
            text: report.title,
            note: `${report.writtenBy}, by ${sayDay(dueOn, today)}`,
            pill: isIn(meeting.meetingId, report)
              ? { state: 'kept', text: 'is in' }
              : dueOn < today
                ? { state: 'not-kept', text: 'late' }
                : null,
          })),
        })),
    })),
  }
}

function sayPlan(meetings: number, reports: number, late: number): string {
  if (meetings === 0) return 'No meeting is due in the next twelve months: no rhythm has been entered.'
  const due = `${meetings === 1 ? 'One meeting is' : `${meetings} meetings are`} due in the next twelve months, with ${reports === 1 ? 'one report' : `${reports} reports`} to be written for them.`
  return late === 0 ? due : `${due} ${late === 1 ? 'One is' : `${late} are`} late.`
}

const sayMonth = (month: string) => `${MONTH_NAMES[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`
