import type { Route } from '../../web/route.ts'
import { showAnswers, showSent, submitReply, submitTakeBack } from './pages/answers.page.ts'
import { showLetIn, submitConfirm, submitLetIn } from './pages/let-in.page.ts'
import { showLook, submitLook } from './pages/look.page.ts'
import { showPeople } from './pages/people.page.ts'
import { showPromise, showPromises, submitVerdict } from './pages/promises.page.ts'
import {
  showAdults,
  showBefore,
  showWho,
  submitAdult,
  submitBefore,
  submitThrowAway,
  submitWho,
} from './pages/say.page.ts'
import {
  showCheck,
  showFile,
  showWrite,
  submitCheck,
  submitDraft,
  submitFile,
  submitFileAway,
  submitWrite,
} from './pages/say-write.page.ts'
import { showShown, submitShown } from './pages/shown.page.ts'
import { showTonight, submitEndTonight, submitTonight } from './pages/tonight.page.ts'

/** What a child says stands in their own rows, where those who hear it alone see it (rule 9), never in the common trace. */
const OWN_ROWS = 'kept with what was said'

export const ownPageRoutes: Route[] = [
  { method: 'GET', path: '/me/say', needs: null, trace: null, handle: showWho },
  { method: 'POST', path: '/me/say', needs: null, trace: OWN_ROWS, handle: submitWho },
  { method: 'POST', path: '/me/say/throw-away', needs: null, trace: OWN_ROWS, handle: submitThrowAway },
  { method: 'GET', path: '/me/say/adult', needs: null, trace: null, handle: showAdults },
  { method: 'POST', path: '/me/say/adult', needs: null, trace: OWN_ROWS, handle: submitAdult },
  { method: 'GET', path: '/me/say/before', needs: null, trace: null, handle: showBefore },
  { method: 'POST', path: '/me/say/before', needs: null, trace: OWN_ROWS, handle: submitBefore },
  { method: 'GET', path: '/me/say/write', needs: null, trace: null, handle: showWrite },
  { method: 'POST', path: '/me/say/write', needs: null, trace: OWN_ROWS, handle: submitWrite },
  { method: 'POST', path: '/me/say/draft', needs: null, trace: OWN_ROWS, handle: submitDraft },
  { method: 'GET', path: '/me/say/file', needs: null, trace: null, handle: showFile },
  { method: 'POST', path: '/me/say/file', needs: null, trace: OWN_ROWS, handle: submitFile },
  { method: 'POST', path: '/me/say/file/:id/away', needs: null, trace: OWN_ROWS, handle: submitFileAway },
  { method: 'GET', path: '/me/say/check', needs: null, trace: null, handle: showCheck },
  { method: 'POST', path: '/me/say/check', needs: null, trace: OWN_ROWS, handle: submitCheck },
  { method: 'GET', path: '/me/say/sent/:id', needs: null, trace: null, handle: showSent },
  { method: 'GET', path: '/me/answers', needs: null, trace: null, handle: showAnswers },
  { method: 'POST', path: '/me/answers/replies/:id', needs: null, trace: OWN_ROWS, handle: submitReply },
  { method: 'POST', path: '/me/answers/:id/back', needs: null, trace: OWN_ROWS, handle: submitTakeBack },
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
