import type { Route } from '../../web/route.ts'
import { showCorrection, submitCorrection } from './pages/correct.page.ts'
import { showList } from './pages/list.page.ts'
import { showPapers, submitPaper } from './pages/papers.page.ts'
import { showRecord } from './pages/record.page.ts'
import { showWhoLooked } from './pages/who-looked.page.ts'

export const childRoutes: Route[] = [
  { method: 'GET', path: '/children', needs: 'child:read', trace: 'children listed', handle: showList },
  { method: 'GET', path: '/children/:id', needs: 'child:read', trace: 'record opened', handle: showRecord },
  {
    method: 'GET',
    path: '/children/:id/who-looked',
    needs: 'child:read',
    trace: 'who looked read',
    handle: showWhoLooked,
  },
  { method: 'GET', path: '/children/:id/papers', needs: 'child:write', trace: 'record opened', handle: showPapers },
  { method: 'POST', path: '/children/:id/papers', needs: 'child:write', trace: 'paper entered', handle: submitPaper },
  {
    method: 'GET',
    path: '/children/:id/events/:eventId/correct',
    needs: 'child:write',
    trace: 'record opened',
    handle: showCorrection,
  },
  {
    method: 'POST',
    path: '/children/:id/events/:eventId/correct',
    needs: 'child:write',
    trace: 'fact corrected',
    handle: submitCorrection,
  },
]
