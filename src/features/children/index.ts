import type { Route } from '../../web/route.ts'
import { childChangeRoutes } from './children.change.routes.ts'

export const childRoutes: Route[] = [...childChangeRoutes]
