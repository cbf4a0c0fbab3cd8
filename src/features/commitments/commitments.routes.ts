import type { Route } from '../../web/route.ts'
import { showArmsLength, submitBegin, submitClear, submitEnd, submitObstacle } from './pages/arms-length.page.ts'
import { showCommitments, showOneYearOn } from './pages/commitments.page.ts'
import { showDirectorate } from './pages/directorate.page.ts'
import { showEvent, submitCame, submitGiven, submitWord } from './pages/event.page.ts'
import { showChangeEvent, showNewEvent, submitChangeEvent, submitNewEvent } from './pages/event-details.page.ts'
import { showNewProgress, submitNewProgress } from './pages/new-progress.page.ts'
import { showOfficers, submitLaunch, submitOfficerWord } from './pages/officers.page.ts'
import { showOneProgress, submitEndJoin, submitJoin } from './pages/one-progress.page.ts'
import { showProgress } from './pages/progress.page.ts'
import { showTakeUp, submitTakeUp } from './pages/take-up.page.ts'

const ROOT = '/promises/commitments'

export const commitmentRoutes: Route[] = [
  { method: 'GET', path: ROOT, needs: 'plan:read', trace: null, handle: showCommitments },
  { method: 'GET', path: `${ROOT}/one-year-on`, needs: 'plan:read', trace: null, handle: showOneYearOn },
  { method: 'GET', path: `${ROOT}/directorate`, needs: 'plan:read', trace: null, handle: showDirectorate },
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
  { method: 'GET', path: `${ROOT}/events/new`, needs: 'plan:write', trace: null, handle: showNewEvent },
  {
    method: 'POST',
    path: `${ROOT}/events/new`,
    needs: 'plan:write',
    trace: 'commitment event made',
    handle: submitNewEvent,
  },
  { method: 'GET', path: `${ROOT}/events/:id`, needs: 'plan:read', trace: null, handle: showEvent },
  { method: 'GET', path: `${ROOT}/events/:id/change`, needs: 'plan:write', trace: null, handle: showChangeEvent },
  {
    method: 'POST',
    path: `${ROOT}/events/:id/change`,
    needs: 'plan:write',
    trace: 'commitment event changed',
    handle: submitChangeEvent,
  },
  { method: 'POST', path: `${ROOT}/events/:id/word`, needs: 'plan:write', trace: 'update given', handle: submitWord },
  {
    method: 'POST',
    path: `${ROOT}/events/:id/given`,
    needs: 'plan:write',
    trace: 'commitment given',
    handle: submitGiven,
  },
  {
    method: 'POST',
    path: `${ROOT}/events/:id/came`,
    needs: 'plan:write',
    trace: 'who came written down',
    handle: submitCame,
  },
  { method: 'GET', path: `${ROOT}/chief-officers`, needs: 'plan:read', trace: null, handle: showOfficers },
  {
    method: 'POST',
    path: `${ROOT}/chief-officers/launch`,
    needs: 'plan:write',
    trace: 'officer pledge launched',
    handle: submitLaunch,
  },
  {
    method: 'POST',
    path: `${ROOT}/chief-officers/word`,
    needs: 'plan:write',
    trace: 'commitment given',
    handle: submitOfficerWord,
  },
  {
    method: 'GET',
    path: `${ROOT}/chief-officers/arms-length`,
    needs: 'plan:read',
    trace: 'arms length read',
    handle: showArmsLength,
  },
  {
    method: 'POST',
    path: `${ROOT}/chief-officers/arms-length/begin`,
    needs: 'plan:read',
    trace: 'arms length begun',
    handle: submitBegin,
  },
  {
    method: 'POST',
    path: `${ROOT}/chief-officers/arms-length/:id/obstacle`,
    needs: 'plan:read',
    trace: 'obstacle raised',
    handle: submitObstacle,
  },
  {
    method: 'POST',
    path: `${ROOT}/chief-officers/arms-length/:id/clear`,
    needs: 'plan:read',
    trace: 'obstacle cleared',
    handle: submitClear,
  },
  {
    method: 'POST',
    path: `${ROOT}/chief-officers/arms-length/:id/end`,
    needs: 'plan:read',
    trace: 'arms length ended',
    handle: submitEnd,
  },
  { method: 'GET', path: `${ROOT}/take-up/:id`, needs: 'plan:read', trace: null, handle: showTakeUp },
  { method: 'POST', path: `${ROOT}/take-up/:id`, needs: 'plan:write', trace: 'proof added', handle: submitTakeUp },
]
