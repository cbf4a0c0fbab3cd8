import type { Route } from '../../web/route.ts'
import { downloadBreakdown, showBreakdown } from './pages/breakdown.page.ts'

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
]
