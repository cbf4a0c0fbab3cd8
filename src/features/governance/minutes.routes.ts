import type { Right, Route } from '../../web/route.ts'
import { showAction, showEditAction, submitActionUpdate, submitEditAction } from './pages/action.page.ts'
import { showVersions } from './pages/minute-versions.page.ts'
import { showMinutes, submitAgreed, submitCheck, submitMinutes } from './pages/minutes.page.ts'
import { downloadPaperFile, submitPaperFile } from './pages/paper-file.page.ts'
import { showSearch } from './pages/search.page.ts'
import { showTell, submitTell } from './pages/tell-challenge.page.ts'

const read = (path: string, handle: Route['handle'], needs: Right = 'meetings:read'): Route => ({
  method: 'GET',
  path,
  needs,
  trace: null,
  handle,
})
const write = (path: string, trace: string, handle: Route['handle'], needs: Right = 'meetings:write'): Route => ({
  method: 'POST',
  path,
  needs,
  trace,
  handle,
})

/** What comes of a meeting: its minutes, the actions in them, uploaded papers, telling everybody what came of a challenge, and the search over all that meetings hold. */
export const minutesRoutes: Route[] = [
  read('/meetings/search', showSearch),
  read('/meetings/:id/minutes', showMinutes),
  write('/meetings/:id/minutes', 'minutes saved', submitMinutes),
  // Who may check is a row: the body's chair.
  write('/meetings/:id/minutes/check', 'minutes checked', submitCheck, 'meetings:read'),
  write('/meetings/:id/minutes/agreed', 'minutes agreed', submitAgreed),
  read('/meetings/minutes/:id/versions', showVersions, 'meetings:write'),
  read('/meetings/papers/:id/file', downloadPaperFile),
  write('/meetings/papers/:id/file', 'paper uploaded', submitPaperFile),
  read('/meetings/actions/:id', showAction),
  read('/meetings/actions/:id/edit', showEditAction, 'meetings:write'),
  write('/meetings/actions/:id/edit', 'action changed', submitEditAction),
  // Who may say how it stands is a row: the one who is to do it, or the clerk.
  write('/meetings/actions/:id/update', 'action updated', submitActionUpdate, 'meetings:read'),
  read('/challenges/:id/tell', showTell, 'meetings:write'),
  write('/challenges/:id/tell', 'challenge told', submitTell),
]
