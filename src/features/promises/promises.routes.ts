import type { Route } from '../../web/route.ts'
import { showPlan } from './pages/plan.page.ts'
import { showPromise, submitProof, submitReason } from './pages/promise.page.ts'
import { showWall } from './pages/wall.page.ts'

export const promiseRoutes: Route[] = [
  { method: 'GET', path: '/promises', needs: null, trace: null, handle: showWall },
  { method: 'GET', path: '/promises/:id', needs: null, trace: null, handle: showPromise },
  { method: 'POST', path: '/promises/:id/proof', needs: 'plan:read', trace: 'proof added', handle: submitProof },
  { method: 'POST', path: '/promises/:id/reason', needs: 'plan:write', trace: 'reason given', handle: submitReason },
  { method: 'GET', path: '/promises/plan', needs: 'plan:read', trace: null, handle: showPlan },
]
