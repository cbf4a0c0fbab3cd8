export { loadDemonstration } from './load-demonstration.command.ts'
