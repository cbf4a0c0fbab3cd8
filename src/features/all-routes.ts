import type { Route } from '../web/route.ts'
import { analysisRoutes } from './analysis/index.ts'
import { bodyRoutes } from './bodies/index.ts'
import { checkRoutes } from './checks/index.ts'
import { childRoutes } from './children/index.ts'
import { commitmentRoutes } from './commitments/index.ts'
import { comparatorRoutes } from './comparators/index.ts'
import { figurePackRoutes } from './figure-packs/index.ts'
import { fileRoutes } from './files/index.ts'
import { governanceRoutes } from './governance/index.ts'
import { homeRoutes } from './home/index.ts'
import { impactRoutes } from './impact/index.ts'
import { importRoutes } from './imports/index.ts'
import { memberRoutes } from './members/index.ts'
import { offerRoutes } from './offers/index.ts'
import { ownPageRoutes } from './own-pages/index.ts'
import { peopleRoutes } from './people/index.ts'
import { performanceRoutes } from './performance/index.ts'
import { preElectionRoutes } from './pre-election/index.ts'
import { promiseRoutes } from './promises/index.ts'
import { releaseRoutes } from './release/index.ts'
import { reportRoutes } from './reports/index.ts'
import { safeDoorRoutes } from './safe-door/index.ts'
import { strategyRoutes } from './strategy/index.ts'
import { themeRoutes } from './themes/index.ts'
import { voiceRoutes } from './voices/index.ts'

/** Every page of the product: URL, right and trace, in one table. */
export const allRoutes: Route[] = [
  ...homeRoutes,
  ...promiseRoutes,
  ...commitmentRoutes,
  ...strategyRoutes,
  ...reportRoutes,
  ...performanceRoutes,
  ...analysisRoutes,
  ...checkRoutes,
  ...comparatorRoutes,
  ...figurePackRoutes,
  ...bodyRoutes,
  ...governanceRoutes,
  ...memberRoutes,
  ...impactRoutes,
  ...releaseRoutes,
  ...preElectionRoutes,
  ...childRoutes,
  ...importRoutes,
  ...peopleRoutes,
  ...ownPageRoutes,
  ...fileRoutes,
  ...offerRoutes,
  ...safeDoorRoutes,
  ...voiceRoutes,
  ...themeRoutes,
]
