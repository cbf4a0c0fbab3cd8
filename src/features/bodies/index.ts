export { bodyRoutes } from './bodies.routes.ts'
export { type ReportToWrite, readMyReports } from './read-my-reports.ts'
