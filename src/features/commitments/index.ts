export { commitmentPaths } from './commitments.paths.ts'
export { commitmentRoutes } from './commitments.routes.ts'
export { readStandingUp } from './read-standing-up.ts'
