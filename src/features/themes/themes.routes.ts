import type { Route } from '../../web/route.ts'
import { submitAnswer, submitTold } from './pages/answer-theme.page.ts'
import { showBegin, submitBegin } from './pages/begin-theme.page.ts'
import { showTheme, submitJoin } from './pages/theme.page.ts'
import { showThemes } from './pages/themes.page.ts'
import { submitPut } from './put-view.command.ts'

export const themeRoutes: Route[] = [
  { method: 'GET', path: '/themes', needs: 'meetings:read', trace: null, handle: showThemes },
  { method: 'GET', path: '/themes/new', needs: 'themes:write', trace: null, handle: showBegin },
  { method: 'POST', path: '/themes/new', needs: 'themes:write', trace: 'theme begun', handle: submitBegin },
  { method: 'GET', path: '/themes/:id', needs: 'meetings:read', trace: null, handle: showTheme },
  { method: 'POST', path: '/themes/:id/join', needs: 'themes:write', trace: 'theme joined', handle: submitJoin },
  { method: 'POST', path: '/themes/:id/answer', needs: 'themes:write', trace: 'theme answered', handle: submitAnswer },
  { method: 'POST', path: '/themes/answers/:id/told', needs: 'themes:write', trace: 'theme told', handle: submitTold },
  // Who may put a view to a theme is a row: whoever may open the view. No trace says whose it is.
  { method: 'POST', path: '/themes/views/:id', needs: null, trace: 'view put to a theme', handle: submitPut },
]
