export { commitmentPaths } from './commitments.paths.ts'
export { commitmentRoutes } from './commitments.routes.ts'
