import type { Route } from '../../web/route.ts'
import { showFile } from './pages/file.page.ts'

export const fileRoutes: Route[] = [
  // Who opened what a child said is kept by the thing the file belongs to, where its own readers alone see it (rule 9).
  { method: 'GET', path: '/files/:id', needs: null, trace: null, handle: showFile },
]
