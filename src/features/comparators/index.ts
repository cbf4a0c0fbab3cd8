export { acceptRelease } from './comparator.store.ts'
export { comparatorRoutes } from './comparators.routes.ts'
export { readComparison, readPublishedGoals } from './present-comparison.ts'
export { takeFile } from './read-file.command.ts'
