export { presentInboxRow } from './pages/inbox.presenter.ts'
export { readInboxRows } from './read-inbox-rows.ts'
export { paths as voicePaths } from './voices.paths.ts'
export { voiceRoutes } from './voices.routes.ts'
