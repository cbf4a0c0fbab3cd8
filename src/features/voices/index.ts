export { presentInboxRow } from './pages/inbox.presenter.ts'
export { paths as voicePaths } from './voices.paths.ts'
export { voiceRoutes } from './voices.routes.ts'
