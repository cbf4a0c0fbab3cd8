export { governanceRoutes } from './governance.routes.ts'
export { readPackFor, writePackFile } from './pack/write-pack-file.ts'
