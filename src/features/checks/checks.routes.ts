import type { Route } from '../../web/route.ts'
import { showChecks } from './pages/checks.page.ts'

export const checkRoutes: Route[] = [
  {
    method: 'GET',
    path: '/figures/checks',
    needs: 'true figures:read',
    trace: 'data checks listed',
    handle: showChecks,
  },
]
