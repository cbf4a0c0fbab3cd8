export { addPublicPacks, addPublicPage } from './public-page.ts'
