import type { Route } from '../../web/route.ts'
import { showCommitments, showOneYearOn } from './pages/commitments.page.ts'
import { showNewProgress, submitNewProgress } from './pages/new-progress.page.ts'
import { showOneProgress, submitEndJoin, submitJoin } from './pages/one-progress.page.ts'
import { showProgress } from './pages/progress.page.ts'

const ROOT = '/promises/commitments'

export const commitmentRoutes: Route[] = [
  { method: 'GET', path: ROOT, needs: 'plan:read', trace: null, handle: showCommitments },
  { method: 'GET', path: `${ROOT}/one-year-on`, needs: 'plan:read', trace: null, handle: showOneYearOn },
  { method: 'GET', path: `${ROOT}/progress`, needs: 'plan:read', trace: null, handle: showProgress },
  { method: 'GET', path: `${ROOT}/progress/new`, needs: 'plan:write', trace: null, handle: showNewProgress },
  {
    method: 'POST',
    path: `${ROOT}/progress/new`,
    needs: 'plan:write',
    trace: 'progress taken in',
    handle: submitNewProgress,
  },
  { method: 'GET', path: `${ROOT}/progress/:id`, needs: 'plan:read', trace: null, handle: showOneProgress },
  {
    method: 'POST',
    path: `${ROOT}/progress/:id/join`,
    needs: 'plan:write',
    trace: 'progress joined',
    handle: submitJoin,
  },
  {
    method: 'POST',
    path: `${ROOT}/progress/:id/end`,
    needs: 'plan:write',
    trace: 'progress join ended',
    handle: submitEndJoin,
  },
]
