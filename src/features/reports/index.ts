export { compileReport } from './compile-report.command.ts'
export {
  addReport,
  findEdition as findReportEdition,
  keepEdition as keepReportEdition,
  keepStep as keepReportStep,
  listReports,
  listWords,
  newestWords,
  type Report,
  saveWords,
  stateOf as reportStateOf,
} from './report.store.ts'
export { paths as reportPaths } from './reports.paths.ts'
export { reportRoutes } from './reports.routes.ts'
