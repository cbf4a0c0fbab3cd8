import type { Route } from '../../web/route.ts'
import { showLetIn, submitConfirm, submitLetIn } from './pages/let-in.page.ts'
import { showLook, submitLook } from './pages/look.page.ts'
import { showPeople } from './pages/people.page.ts'
import { showPromise, showPromises, submitVerdict } from './pages/promises.page.ts'
import { showShown, submitShown } from './pages/shown.page.ts'
import { showTonight, submitEndTonight, submitTonight } from './pages/tonight.page.ts'

export const ownPageRoutes: Route[] = [
  { method: 'GET', path: '/me/people', needs: null, trace: null, handle: showPeople },
  { method: 'GET', path: '/me/promises', needs: null, trace: null, handle: showPromises },
  { method: 'GET', path: '/me/promises/:id', needs: null, trace: null, handle: showPromise },
  { method: 'POST', path: '/me/promises/:id', needs: null, trace: 'own verdict kept', handle: submitVerdict },
  { method: 'GET', path: '/me/look', needs: null, trace: null, handle: showLook },
  { method: 'POST', path: '/me/look', needs: null, trace: 'own look chosen', handle: submitLook },
  { method: 'GET', path: '/children/:id/let-in', needs: 'accounts:write', trace: null, handle: showLetIn },
  {
    method: 'POST',
    path: '/children/:id/let-in',
    needs: 'accounts:write',
    trace: 'helper’s code made',
    handle: submitLetIn,
  },
  {
    method: 'POST',
    path: '/children/:id/let-in/:codeId/confirm',
    needs: 'accounts:write',
    trace: 'helper’s code confirmed',
    handle: submitConfirm,
  },
  {
    method: 'GET',
    path: '/children/:id/tonight',
    needs: 'child:write',
    trace: 'who is there at night read',
    handle: showTonight,
  },
  {
    method: 'POST',
    path: '/children/:id/tonight',
    needs: 'child:write',
    trace: 'who is there at night added',
    handle: submitTonight,
  },
  {
    method: 'POST',
    path: '/children/:id/tonight/:nightId/end',
    needs: 'child:write',
    trace: 'who is there at night ended',
    handle: submitEndTonight,
  },
  { method: 'GET', path: '/people/me/shown-to-children', needs: 'colleagues:read', trace: null, handle: showShown },
  {
    method: 'POST',
    path: '/people/me/shown-to-children',
    needs: 'colleagues:read',
    trace: 'shown to children',
    handle: submitShown,
  },
]
