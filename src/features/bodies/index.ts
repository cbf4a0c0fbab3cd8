export { listAttendanceCounts } from './attendance.store.ts'
export { bodyRoutes } from './bodies.routes.ts'
export { addCalendarFeed } from './calendar-feed.ts'
export { type ReportToWrite, readMyReports } from './read-my-reports.ts'
