export { ACT_KINDS, countActs, readTraining } from './member.store.ts'
export { memberPaths } from './members.paths.ts'
export { memberRoutes } from './members.routes.ts'
