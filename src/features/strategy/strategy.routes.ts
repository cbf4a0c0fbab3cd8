import type { Route } from '../../web/route.ts'
import { showApprove, submitApprove } from './pages/approve.page.ts'
import { showCompare } from './pages/compare.page.ts'
import { showBegin, showEdit, submitBegin, submitEdit } from './pages/edit.page.ts'
import { showHeritage } from './pages/heritage.page.ts'
import { showNewHeritage, showNewPledge, submitNewHeritage, submitNewPledge } from './pages/new-pledge.page.ts'
import {
  showNewPart,
  showPart,
  submitEndPartJoin,
  submitNewPart,
  submitPart,
  submitPartJoin,
  submitTakeOut,
} from './pages/part.page.ts'
import { showPledge, showPledgeVersion, submitWord } from './pages/pledge.page.ts'
import { showPrinciples, submitEndLabel, submitLabel } from './pages/principles.page.ts'
import { showShort, showStrategy, showVersion } from './pages/strategy.page.ts'

const KEEPS = 'plan:write'

export const strategyRoutes: Route[] = [
  { method: 'GET', path: '/strategy', needs: null, trace: null, handle: showStrategy },
  { method: 'GET', path: '/strategy/versions/:number', needs: null, trace: null, handle: showVersion },
  { method: 'GET', path: '/strategy/compare', needs: null, trace: null, handle: showCompare },
  { method: 'GET', path: '/strategy/short', needs: null, trace: null, handle: showShort },
  { method: 'GET', path: '/strategy/principles', needs: 'plan:read', trace: null, handle: showPrinciples },
  // Whose it is to label follows from what is labelled.
  {
    method: 'POST',
    path: '/strategy/principles/:letter',
    needs: 'plan:read',
    trace: 'principle label given',
    handle: submitLabel,
  },
  {
    method: 'POST',
    path: '/strategy/principles/labels/:id/end',
    needs: 'plan:read',
    trace: 'principle label ended',
    handle: submitEndLabel,
  },
  { method: 'GET', path: '/strategy/begin', needs: KEEPS, trace: null, handle: showBegin },
  { method: 'POST', path: '/strategy/begin', needs: KEEPS, trace: 'strategy version begun', handle: submitBegin },
  { method: 'GET', path: '/strategy/edit', needs: KEEPS, trace: null, handle: showEdit },
  { method: 'POST', path: '/strategy/edit', needs: KEEPS, trace: 'strategy written', handle: submitEdit },
  { method: 'GET', path: '/strategy/parts/new', needs: KEEPS, trace: null, handle: showNewPart },
  { method: 'POST', path: '/strategy/parts/new', needs: KEEPS, trace: 'strategy written', handle: submitNewPart },
  { method: 'GET', path: '/strategy/parts/:id', needs: KEEPS, trace: null, handle: showPart },
  { method: 'POST', path: '/strategy/parts/:id', needs: KEEPS, trace: 'strategy written', handle: submitPart },
  { method: 'POST', path: '/strategy/parts/:id/out', needs: KEEPS, trace: 'strategy written', handle: submitTakeOut },
  { method: 'POST', path: '/strategy/parts/:id/join', needs: KEEPS, trace: 'strategy joined', handle: submitPartJoin },
  {
    method: 'POST',
    path: '/strategy/parts/:id/join/:joinId/end',
    needs: KEEPS,
    trace: 'strategy join ended',
    handle: submitEndPartJoin,
  },
  { method: 'GET', path: '/strategy/approve', needs: 'plan:read', trace: null, handle: showApprove },
  { method: 'POST', path: '/strategy/approve', needs: 'plan:read', trace: 'strategy approved', handle: submitApprove },
  { method: 'GET', path: '/strategy/pledge', needs: null, trace: null, handle: showPledge },
  { method: 'GET', path: '/strategy/pledge/new', needs: KEEPS, trace: null, handle: showNewPledge },
  {
    method: 'POST',
    path: '/strategy/pledge/new',
    needs: KEEPS,
    trace: 'pledge version taken',
    handle: submitNewPledge,
  },
  { method: 'GET', path: '/strategy/pledge/:id', needs: null, trace: null, handle: showPledgeVersion },
  { method: 'POST', path: '/strategy/pledge/:id/word', needs: null, trace: 'pledge read', handle: submitWord },
  { method: 'GET', path: '/strategy/heritage', needs: null, trace: null, handle: showHeritage },
  { method: 'GET', path: '/strategy/heritage/new', needs: KEEPS, trace: null, handle: showNewHeritage },
  {
    method: 'POST',
    path: '/strategy/heritage/new',
    needs: KEEPS,
    trace: 'pledge version taken',
    handle: submitNewHeritage,
  },
]
