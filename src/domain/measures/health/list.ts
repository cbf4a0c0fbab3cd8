import type { Measure } from '../measure.ts'
import { averageScore } from './average-score.ts'
import { checkAt18 } from './check-at-18.ts'
import { developmentChecks } from './development-checks.ts'
import { drugsOrAlcohol } from './drugs-or-alcohol.ts'
import { firstHealthCheck } from './first-health-check.ts'
import { hadHelpForIt } from './had-help-for-it.ts'
import { healthSummary } from './health-summary.ts'
import { healthTold } from './health-told.ts'
import { jabsUpToDate } from './jabs-up-to-date.ts'
import { scoreKnown } from './score-known.ts'
import { scoreOfConcern } from './score-of-concern.ts'
import { seenADentist } from './seen-a-dentist.ts'
import { yearlyHealthCheck } from './yearly-health-check.ts'

/** In the order shown. */
export const healthMeasures: readonly Measure[] = [
  firstHealthCheck,
  yearlyHealthCheck,
  seenADentist,
  jabsUpToDate,
  developmentChecks,
  scoreKnown,
  averageScore,
  scoreOfConcern,
  drugsOrAlcohol,
  hadHelpForIt,
  healthSummary,
  healthTold,
  checkAt18,
]
