import type { Measure } from '../measure.ts'
import { atRiskOfExploitation } from './at-risk-of-exploitation.ts'
import { awayWithoutPermission } from './away-without-permission.ts'
import { complaints } from './complaints.ts'
import { inTroubleWithTheLaw } from './in-trouble-with-the-law.ts'
import { talkedToAfter } from './talked-to-after.ts'
import { wentMissing } from './went-missing.ts'

/** In the order shown. */
export const safeMeasures: readonly Measure[] = [
  wentMissing,
  awayWithoutPermission,
  talkedToAfter,
  inTroubleWithTheLaw,
  atRiskOfExploitation,
  complaints,
]
