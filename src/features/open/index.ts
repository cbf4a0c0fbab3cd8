export { addPublicPacks, addPublicPage, addPublicReports } from './public-page.ts'
export { addPublicStrategy } from './public-strategy.ts'
