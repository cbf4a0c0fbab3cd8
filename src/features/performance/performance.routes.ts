import type { Route } from '../../web/route.ts'
import { showMeasure } from './pages/measure.page.ts'
import { showMeasureChildren } from './pages/measure-children.page.ts'
import { downloadFigures, showScorecard } from './pages/scorecard.page.ts'

export const performanceRoutes: Route[] = [
  { method: 'GET', path: '/figures', needs: 'figures:read', trace: 'true figures shown', handle: showScorecard },
  {
    method: 'GET',
    path: '/figures.csv',
    needs: 'figures:read',
    trace: 'true figures downloaded',
    handle: downloadFigures,
  },
  { method: 'GET', path: '/figures/:id', needs: 'figures:read', trace: 'true figures shown', handle: showMeasure },
  {
    method: 'GET',
    path: '/figures/:id/children',
    needs: 'true figures:read',
    trace: 'children behind a figure listed',
    handle: showMeasureChildren,
  },
]
