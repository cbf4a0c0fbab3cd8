export { presentAnswer, presentThemes } from './pages/themes.presenter.ts'
export { paths as themePaths } from './themes.paths.ts'
export { themeRoutes } from './themes.routes.ts'
