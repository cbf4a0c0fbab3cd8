import type { Route } from '../../web/route.ts'
import { showHome } from './pages/home.page.ts'

export const homeRoutes: Route[] = [{ method: 'GET', path: '/', needs: null, trace: null, handle: showHome }]
