export { type Figures, workOutFigures, workOutTrend } from './figures.command.ts'
export { presentFigure, type ShownFigure } from './pages/figure.presenter.ts'
export { paths as figurePaths } from './performance.paths.ts'
export { performanceRoutes } from './performance.routes.ts'
