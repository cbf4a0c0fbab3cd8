export { checkRoutes } from './checks.routes.ts'
export { countWithFinding } from './read-findings.ts'
