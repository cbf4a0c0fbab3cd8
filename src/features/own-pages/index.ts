export { ownPageRoutes } from './own-pages.routes.ts'
export { showOwnHome } from './pages/own-home.page.ts'
