import type { Route } from '../../web/route.ts'
import { showLook, submitLook } from './pages/look.page.ts'
import { showPeople } from './pages/people.page.ts'
import { showShown, submitShown } from './pages/shown.page.ts'

export const ownPageRoutes: Route[] = [
  { method: 'GET', path: '/me/people', needs: null, trace: null, handle: showPeople },
  { method: 'GET', path: '/me/look', needs: null, trace: null, handle: showLook },
  { method: 'POST', path: '/me/look', needs: null, trace: 'own look chosen', handle: submitLook },
  { method: 'GET', path: '/people/me/shown-to-children', needs: 'colleagues:read', trace: null, handle: showShown },
  {
    method: 'POST',
    path: '/people/me/shown-to-children',
    needs: 'colleagues:read',
    trace: 'shown to children',
    handle: submitShown,
  },
]
