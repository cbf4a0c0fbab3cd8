import type { Route } from '../../web/route.ts'
import { showNewRequest, submitNewRequest } from './pages/new-request.page.ts'
import { downloadPdf, downloadWord, showRequest, submitWithheld } from './pages/request.page.ts'
import { showRequests } from './pages/requests.page.ts'

export const releaseRoutes: Route[] = [
  { method: 'GET', path: '/releases', needs: 'release:write', trace: null, handle: showRequests },
  { method: 'GET', path: '/releases/new', needs: 'release:write', trace: null, handle: showNewRequest },
  { method: 'POST', path: '/releases/new', needs: 'release:write', trace: 'request logged', handle: submitNewRequest },
  { method: 'GET', path: '/releases/:id', needs: 'release:write', trace: null, handle: showRequest },
  { method: 'GET', path: '/releases/:id/pdf', needs: 'release:write', trace: 'release taken', handle: downloadPdf },
  { method: 'GET', path: '/releases/:id/docx', needs: 'release:write', trace: 'release taken', handle: downloadWord },
  {
    method: 'POST',
    path: '/releases/:id/items/:itemId',
    needs: 'release:write',
    trace: 'withholding logged',
    handle: submitWithheld,
  },
]
