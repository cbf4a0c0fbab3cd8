import type { Route } from '../../web/route.ts'
import { downloadBreakdown, showBreakdown } from './pages/breakdown.page.ts'
import { showCohort, submitFilter, submitRemoval } from './pages/cohort.page.ts'
import { downloadForecast, showForecast } from './pages/forecast.page.ts'
import { showOverTime } from './pages/over-time.page.ts'

export const analysisRoutes: Route[] = [
  {
    method: 'GET',
    path: '/figures/:id/breakdown',
    needs: 'figures:read',
    trace: 'true figures shown',
    handle: showBreakdown,
  },
  {
    method: 'GET',
    path: '/figures/:id/breakdown.csv',
    needs: 'figures:read',
    trace: 'true figures downloaded',
    handle: downloadBreakdown,
  },
  {
    method: 'GET',
    path: '/figures/:id/over-time',
    needs: 'figures:read',
    trace: 'true figures shown',
    handle: showOverTime,
  },
  {
    method: 'GET',
    path: '/figures/forecast',
    needs: 'figures:read',
    trace: 'true figures shown',
    handle: showForecast,
  },
  {
    method: 'GET',
    path: '/figures/forecast.csv',
    needs: 'figures:read',
    trace: 'true figures downloaded',
    handle: downloadForecast,
  },
  { method: 'GET', path: '/figures/cohort', needs: 'true figures:read', trace: 'cohort listed', handle: showCohort },
  { method: 'POST', path: '/figures/cohort', needs: 'true figures:read', trace: 'filter saved', handle: submitFilter },
  {
    method: 'POST',
    path: '/figures/cohort/:id/remove',
    needs: 'true figures:read',
    trace: 'filter removed',
    handle: submitRemoval,
  },
]
