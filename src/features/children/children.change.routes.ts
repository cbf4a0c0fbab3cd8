import type { Route } from '../../web/route.ts'

/** Pages that change a record or show who looked. */
export const childChangeRoutes: Route[] = []
