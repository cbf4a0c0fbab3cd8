export { bankHolidays } from './bank-holiday.ts'
export { childRoutes } from './children.routes.ts'
export { type DueChild, readMyChildren } from './read-my-children.ts'
