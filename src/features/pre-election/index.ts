export { preElectionRoutes } from './pre-election.routes.ts'
