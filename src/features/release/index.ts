export { gather } from './gather.store.ts'
export { releaseRoutes } from './release.routes.ts'
export { addWithheld, listReleaseItems, logRequest } from './release.store.ts'
