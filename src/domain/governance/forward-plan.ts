import type { IsoDate } from '../shared/calendar-date.ts'
import { daysWithoutMeeting } from './missed-rhythm.ts'
import { isReportDue, type ReportRule, reportDueOn } from './report-calendar.ts'
import type { Almanac, Rhythm } from './rhythm.ts'
import { nextThemes } from './rota.ts'

interface PlanBody {
  id: string
  rhythm: Rhythm | null
  themes: string[]
}
interface PlanMeeting {
  id: string
  bodyId: string
  day: IsoDate
  theme: string
}
interface PlanReport extends ReportRule {
  id: string
  bodyId: string
}

export interface ForwardMeeting<R extends PlanReport> {
  bodyId: string
  day: IsoDate
  /** Null where the day is one of the rhythm and no meeting is made yet. */
  meetingId: string | null
  theme: string
  reports: { report: R; dueOn: IsoDate }[]
}

export interface PlanFacts<R extends PlanReport> {
  bodies: PlanBody[]
  /** Past ones too: rota and calendar go on from them. */
  meetings: PlanMeeting[]
  reports: R[]
  from: IsoDate
  to: IsoDate
  almanac: Almanac
}

/** Every meeting to come in a period, made or by rhythm, in order: its theme, and what is to be written for it by when. */
export function planAhead<R extends PlanReport>(facts: PlanFacts<R>): ForwardMeeting<R>[] {
  return facts.bodies
    .flatMap((body) => planBody(body, facts))
    .sort((a, b) => a.day.localeCompare(b.day) || a.bodyId.localeCompare(b.bodyId))
}

function planBody<R extends PlanReport>(
  body: PlanBody,
  { meetings, reports, from, to, almanac }: PlanFacts<R>,
): ForwardMeeting<R>[] {
  const own = meetings.filter(({ bodyId }) => bodyId === body.id).sort((a, b) => a.day.localeCompare(b.day))
  const past = own.filter(({ day }) => day < from)
  const made = own.filter(({ day }) => day >= from && day <= to)
  const days = own.map(({ day }) => day)
  const byRhythm = body.rhythm === null ? [] : daysWithoutMeeting(body.rhythm, days, { from, to }, almanac)
  const coming = [
    ...made.map(({ id, day, theme }) => ({ meetingId: id as string | null, day, theme })),
    ...byRhythm.map((day) => ({ meetingId: null, day, theme: '' })),
  ].sort((a, b) => a.day.localeCompare(b.day))
  const themes = past.map(({ theme }) => theme)
  let before = past.at(-1)?.day ?? null
  return coming.map(({ meetingId, day, theme }) => {
    const shown = theme || (nextThemes(body.themes, themes, 1)[0] ?? '')
    themes.push(shown)
    const due = reports
      .filter((report) => report.bodyId === body.id && isReportDue(report.turn, day, before))
      .map((report) => ({ report, dueOn: reportDueOn(report, day) }))
      .sort((a, b) => a.dueOn.localeCompare(b.dueOn))
    before = day
    return { bodyId: body.id, day, meetingId, theme: shown, reports: due }
  })
}
