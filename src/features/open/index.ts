export { addPublicPacks, addPublicPage } from './public-page.ts'
export { addPublicStrategy } from './public-strategy.ts'
