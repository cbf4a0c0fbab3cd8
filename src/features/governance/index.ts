export { governanceRoutes } from './governance.routes.ts'
