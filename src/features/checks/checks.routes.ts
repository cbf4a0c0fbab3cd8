import type { Route } from '../../web/route.ts'
import { downloadChecks, showChecks } from './pages/checks.page.ts'
import { showReason, submitReason } from './pages/reason.page.ts'

const needs = 'true figures:read'

export const checkRoutes: Route[] = [
  { method: 'GET', path: '/figures/checks', needs, trace: 'data checks listed', handle: showChecks },
  { method: 'GET', path: '/figures/checks/csv', needs, trace: 'data checks listed', handle: downloadChecks },
  { method: 'GET', path: '/figures/checks/reason', needs, trace: 'data checks listed', handle: showReason },
  { method: 'POST', path: '/figures/checks/reason', needs, trace: 'finding explained', handle: submitReason },
]
