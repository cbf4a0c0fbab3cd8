export { impactRoutes } from './impact.routes.ts'
export { impactWay } from './impact-way.ts'
export { readOurSayWays } from './pages/our-say.page.ts'
export { showRegister as showImpactRegister } from './pages/register.page.ts'
