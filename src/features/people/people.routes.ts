import type { Route } from '../../web/route.ts'
import { showNewColleague, submitNewColleague } from './pages/new-colleague.page.ts'
import { showOpenRecord, submitOpenRecord } from './pages/open-record.page.ts'
import { showPeople } from './pages/people.page.ts'
import {
  showPerson,
  submitBar,
  submitDirectorate,
  submitEndRole,
  submitRegistration,
  submitRole,
} from './pages/person.page.ts'
import { showWhoLooked, submitReview } from './pages/who-looked.page.ts'

export const peopleRoutes: Route[] = [
  { method: 'GET', path: '/people', needs: 'people:read', trace: null, handle: showPeople },
  { method: 'GET', path: '/people/new', needs: 'people:write', trace: null, handle: showNewColleague },
  {
    method: 'POST',
    path: '/people/new',
    needs: 'people:write',
    trace: 'colleague entered',
    handle: submitNewColleague,
  },
  { method: 'GET', path: '/people/:id', needs: 'people:read', trace: null, handle: showPerson },
  { method: 'POST', path: '/people/:id/roles', needs: 'people:write', trace: 'role given', handle: submitRole },
  {
    method: 'POST',
    path: '/people/:id/roles/:roleId/end',
    needs: 'people:write',
    trace: 'role ended',
    handle: submitEndRole,
  },
  {
    method: 'POST',
    path: '/people/:id/registration',
    needs: 'people:write',
    trace: 'registration entered',
    handle: submitRegistration,
  },
  {
    method: 'POST',
    path: '/people/:id/directorate',
    needs: 'people:write',
    trace: 'directorate named',
    handle: submitDirectorate,
  },
  { method: 'POST', path: '/people/:id/bar', needs: 'people:write', trace: 'barred from a child', handle: submitBar },
  { method: 'GET', path: '/children/open', needs: 'break-glass:write', trace: null, handle: showOpenRecord },
  {
    method: 'POST',
    path: '/children/open',
    needs: 'break-glass:write',
    trace: 'record opened with a reason',
    handle: submitOpenRecord,
  },
  { method: 'GET', path: '/who-looked', needs: 'child:read', trace: 'who looked read', handle: showWhoLooked },
  {
    method: 'POST',
    path: '/who-looked/:id/review',
    needs: 'child:read',
    trace: 'opening reviewed',
    handle: submitReview,
  },
]
