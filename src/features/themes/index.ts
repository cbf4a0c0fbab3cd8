export { paths as themePaths } from './themes.paths.ts'
export { themeRoutes } from './themes.routes.ts'
