import type { Route } from '../../web/route.ts'
import { showAction, submitJoin, submitOwner, submitUpdate } from './pages/action.page.ts'
import { sendDigest, showDigest } from './pages/digest.page.ts'
import { submitFill } from './pages/fill-gap.page.ts'
import { showGaps } from './pages/gaps.page.ts'
import { showNewPlan, submitNewPlan } from './pages/new-plan.page.ts'
import { showOwners, submitEnd, submitOwners } from './pages/owners.page.ts'
import { showPlan } from './pages/plan.page.ts'
import { showPromise, submitProof, submitReason } from './pages/promise.page.ts'
import { showRule, submitRule } from './pages/rule.page.ts'
import { showWall } from './pages/wall.page.ts'
import { submitYoungView } from './pages/young-view.page.ts'

export const promiseRoutes: Route[] = [
  { method: 'GET', path: '/promises', needs: null, trace: null, handle: showWall },
  { method: 'GET', path: '/promises/:id', needs: null, trace: null, handle: showPromise },
  { method: 'POST', path: '/promises/:id/proof', needs: 'plan:read', trace: 'proof added', handle: submitProof },
  { method: 'POST', path: '/promises/:id/reason', needs: 'plan:write', trace: 'reason given', handle: submitReason },
  { method: 'GET', path: '/promises/rule', needs: 'plan:read', trace: null, handle: showRule },
  { method: 'POST', path: '/promises/rule', needs: 'plan:write', trace: 'promise rule set', handle: submitRule },
  { method: 'GET', path: '/promises/plan', needs: 'plan:read', trace: null, handle: showPlan },
  { method: 'GET', path: '/promises/plan/new', needs: 'plan:write', trace: null, handle: showNewPlan },
  { method: 'POST', path: '/promises/plan/new', needs: 'plan:write', trace: 'plan taken in', handle: submitNewPlan },
  { method: 'GET', path: '/promises/plan/gaps', needs: 'plan:read', trace: null, handle: showGaps },
  { method: 'GET', path: '/promises/plan/owners', needs: 'plan:write', trace: null, handle: showOwners },
  { method: 'POST', path: '/promises/plan/owners', needs: 'plan:write', trace: 'owner matched', handle: submitOwners },
  {
    method: 'POST',
    path: '/promises/plan/owners/end',
    needs: 'plan:write',
    trace: 'owner match ended',
    handle: submitEnd,
  },
  { method: 'GET', path: '/promises/digest', needs: 'plan:read', trace: null, handle: showDigest },
  { method: 'GET', path: '/promises/digest/text', needs: 'plan:read', trace: null, handle: sendDigest },
  { method: 'POST', path: '/promises/actions/:id/fill', needs: 'plan:write', trace: 'gap filled', handle: submitFill },
  { method: 'GET', path: '/promises/actions/:id', needs: 'plan:read', trace: null, handle: showAction },
  {
    method: 'POST',
    path: '/promises/actions/:id/update',
    needs: 'plan:read',
    trace: 'update given',
    handle: submitUpdate,
  },
  {
    method: 'POST',
    path: '/promises/actions/:id/young',
    needs: 'plan:read',
    trace: 'young people’s view given',
    handle: submitYoungView,
  },
  {
    method: 'POST',
    path: '/promises/actions/:id/join',
    needs: 'plan:write',
    trace: 'knots joined',
    handle: submitJoin,
  },
  {
    method: 'POST',
    path: '/promises/actions/:id/owner',
    needs: 'plan:write',
    trace: 'owner named',
    handle: submitOwner,
  },
]
