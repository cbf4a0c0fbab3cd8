import type { Route } from '../../web/route.ts'
import { showComparators } from './pages/comparators.page.ts'
import { showNewRelease, showRelease, submitNewRelease, submitRelease } from './pages/release.page.ts'

export const comparatorRoutes: Route[] = [
  { method: 'GET', path: '/figures/comparators', needs: 'figures:read', trace: null, handle: showComparators },
  { method: 'GET', path: '/figures/comparators/new', needs: 'import:write', trace: null, handle: showNewRelease },
  {
    method: 'POST',
    path: '/figures/comparators/new',
    needs: 'import:write',
    trace: 'comparators taken in',
    handle: submitNewRelease,
  },
  { method: 'GET', path: '/figures/comparators/:id', needs: 'figures:read', trace: null, handle: showRelease },
  {
    method: 'POST',
    path: '/figures/comparators/:id',
    needs: 'import:write',
    trace: 'comparators accepted',
    handle: submitRelease,
  },
]
