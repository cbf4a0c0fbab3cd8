export { addOwnDoor } from './own-door.ts'
export { ownPageRoutes } from './own-pages.routes.ts'
export { showOwnHome } from './pages/own-home.page.ts'
