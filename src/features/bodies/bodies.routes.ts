import type { Right, Route } from '../../web/route.ts'
import { showAttendance, submitAttendance } from './pages/attendance.page.ts'
import { showBody, submitFirstMeeting, submitGuest } from './pages/body.page.ts'
import { showCalendar, submitCalendar, submitWithdraw } from './pages/calendar.page.ts'
import { showEditBody, showNewBody, submitEditBody, submitNewBody } from './pages/edit-body.page.ts'
import { showForwardPlan, submitEndReport } from './pages/forward-plan.page.ts'
import { showHalfTerms, submitHalfTerm } from './pages/half-terms.page.ts'
import { showNewReport, submitNewReport } from './pages/new-report.page.ts'
import { showCopy, submitCopy } from './pages/next-meeting.page.ts'
import { showRhythm, submitRhythm } from './pages/rhythm.page.ts'
import { showSeats, submitEndSeat, submitSeat } from './pages/seats.page.ts'
import { showStructure } from './pages/structure.page.ts'
import { showNewTerms, showTerms, submitTerms } from './pages/terms.page.ts'
import { submitWatch } from './pages/watch.page.ts'
import { showWhoCame } from './pages/who-came.page.ts'

const read = (path: string, handle: Route['handle'], needs: Right = 'meetings:read'): Route => ({
  method: 'GET',
  path,
  needs,
  trace: null,
  handle,
})
const write = (path: string, trace: string, handle: Route['handle'], needs: Right = 'meetings:write'): Route => ({
  method: 'POST',
  path,
  needs,
  trace,
  handle,
})

export const bodyRoutes: Route[] = [
  read('/meetings/bodies', showStructure),
  read('/meetings/bodies/new', showNewBody, 'meetings:write'),
  write('/meetings/bodies/new', 'body begun', submitNewBody),
  read('/meetings/bodies/:id', showBody),
  read('/meetings/bodies/:id/edit', showEditBody, 'meetings:write'),
  write('/meetings/bodies/:id/edit', 'body changed', submitEditBody),
  read('/meetings/bodies/:id/rhythm', showRhythm, 'meetings:write'),
  write('/meetings/bodies/:id/rhythm', 'rhythm set', submitRhythm),
  read('/meetings/bodies/:id/seats', showSeats, 'meetings:write'),
  write('/meetings/bodies/:id/seats', 'seat given', submitSeat),
  write('/meetings/bodies/:id/seats/:seatId/end', 'seat ended', submitEndSeat),
  read('/meetings/bodies/:id/terms', showTerms),
  read('/meetings/bodies/:id/terms/new', showNewTerms, 'meetings:write'),
  write('/meetings/bodies/:id/terms/new', 'terms of reference entered', submitTerms),
  write('/meetings/bodies/:id/guests', 'guest rule changed', submitGuest),
  write('/meetings/bodies/:id/figures', 'watched figure changed', submitWatch),
  write('/meetings/bodies/:id/meetings', 'meeting planned', submitFirstMeeting),
  read('/meetings/half-terms', showHalfTerms, 'meetings:write'),
  write('/meetings/half-terms', 'half term changed', submitHalfTerm),
  read('/meetings/forward-plan', showForwardPlan),
  read('/meetings/forward-plan/new', showNewReport, 'meetings:write'),
  write('/meetings/forward-plan/new', 'expected report entered', submitNewReport),
  write('/meetings/forward-plan/:id/end', 'expected report ended', submitEndReport),
  read('/meetings/who-came', showWhoCame),
  read('/meetings/calendar', showCalendar),
  // Whose it is is a row: one's own.
  write('/meetings/calendar', 'calendar made', submitCalendar, 'meetings:read'),
  write('/meetings/calendar/:id/withdraw', 'calendar withdrawn', submitWithdraw, 'meetings:read'),
  read('/meetings/:id/attendance', showAttendance, 'meetings:write'),
  write('/meetings/:id/attendance', 'attendance kept', submitAttendance),
  read('/meetings/:id/copy', showCopy, 'meetings:write'),
  write('/meetings/:id/copy', 'meeting copied', submitCopy),
]
