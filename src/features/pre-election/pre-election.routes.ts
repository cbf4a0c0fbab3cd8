import type { Route } from '../../web/route.ts'
import { showPreElection, submitEnd, submitPreElection } from './pages/pre-election.page.ts'

export const preElectionRoutes: Route[] = [
  // For everybody who works here: the banner on every page leads to it.
  { method: 'GET', path: '/pre-election', needs: null, trace: null, handle: showPreElection },
  {
    method: 'POST',
    path: '/pre-election',
    needs: 'election:write',
    trace: 'pre-election set',
    handle: submitPreElection,
  },
  {
    method: 'POST',
    path: '/pre-election/:id/end',
    needs: 'election:write',
    trace: 'pre-election ended',
    handle: submitEnd,
  },
]
