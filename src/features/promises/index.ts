export { presentWall, sayState, sayWall } from './pages/wall.presenter.ts'
export { promisePaths } from './promises.paths.ts'
export { promiseRoutes } from './promises.routes.ts'
export { readWall, type Wall } from './read-wall.ts'
