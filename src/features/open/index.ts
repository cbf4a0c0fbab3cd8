export { addPublicPage } from './public-page.ts'
