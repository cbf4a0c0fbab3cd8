import type { Route } from '../../web/route.ts'
import { showNewReport, submitNewReport } from './pages/new-report.page.ts'
import { showPart, submitPart } from './pages/part.page.ts'
import { downloadForChildren, downloadReport, showReport } from './pages/report.page.ts'
import { showReports } from './pages/reports.page.ts'
import { submitFreeze, submitPublication, submitWithdrawal } from './pages/step.page.ts'

const needs = 'plan:read'

export const reportRoutes: Route[] = [
  { method: 'GET', path: '/reports', needs, trace: null, handle: showReports },
  { method: 'GET', path: '/reports/new', needs: 'plan:write', trace: null, handle: showNewReport },
  { method: 'POST', path: '/reports/new', needs: 'plan:write', trace: 'report begun', handle: submitNewReport },
  { method: 'GET', path: '/reports/:id', needs, trace: null, handle: showReport },
  { method: 'GET', path: '/reports/:id/file/:kind', needs, trace: null, handle: downloadReport },
  { method: 'GET', path: '/reports/:id/for-children/:kind', needs, trace: null, handle: downloadForChildren },
  // Who may write is a row: those who keep the plan, and those who make the meetings.
  { method: 'GET', path: '/reports/:id/parts/:part', needs, trace: null, handle: showPart },
  { method: 'POST', path: '/reports/:id/parts/:part', needs, trace: 'report written', handle: submitPart },
  { method: 'POST', path: '/reports/:id/freeze', needs: 'plan:write', trace: 'report frozen', handle: submitFreeze },
  { method: 'POST', path: '/reports/:id/published', needs, trace: 'report published', handle: submitPublication },
  { method: 'POST', path: '/reports/:id/withdrawn', needs, trace: 'report withdrawn', handle: submitWithdrawal },
]
