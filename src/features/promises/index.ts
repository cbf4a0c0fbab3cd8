import type { Route } from '../../web/route.ts'
import { showPlan } from './pages/plan.page.ts'
import { showWall } from './pages/wall.page.ts'

export { presentWall, sayState, sayWall } from './pages/wall.presenter.ts'
export { readWall, type Wall } from './read-wall.ts'

export const promiseRoutes: Route[] = [
  { method: 'GET', path: '/promises', needs: null, trace: null, handle: showWall },
  { method: 'GET', path: '/promises/plan', needs: 'figures:read', trace: null, handle: showPlan },
]
