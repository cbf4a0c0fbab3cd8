import type { Route } from '../../web/route.ts'
import { showCovers, submitCover, submitEndCover } from './pages/covers.page.ts'
import { showInbox } from './pages/inbox.page.ts'
import { showView, submitAnswer, submitTold } from './pages/view.page.ts'

/** Who opened, answered and told stands beside the view, where its readers alone see it (rule 9), never in the common trace. */
const OWN_ROWS = 'the view’s own rows'

export const voiceRoutes: Route[] = [
  { method: 'GET', path: '/inbox', needs: 'colleagues:read', trace: null, handle: showInbox },
  { method: 'GET', path: '/inbox/:id', needs: 'colleagues:read', trace: OWN_ROWS, handle: showView },
  { method: 'POST', path: '/inbox/:id/answer', needs: 'colleagues:read', trace: OWN_ROWS, handle: submitAnswer },
  {
    method: 'POST',
    path: '/inbox/:id/answers/:answerId/told',
    needs: 'colleagues:read',
    trace: OWN_ROWS,
    handle: submitTold,
  },
  { method: 'GET', path: '/covers', needs: 'colleagues:read', trace: null, handle: showCovers },
  { method: 'POST', path: '/covers', needs: 'colleagues:read', trace: 'cover named', handle: submitCover },
  {
    method: 'POST',
    path: '/covers/:id/end',
    needs: 'colleagues:read',
    trace: 'cover ended',
    handle: submitEndCover,
  },
]
