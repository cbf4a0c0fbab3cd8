import type { Measure } from '../measure.ts'
import { adviserBy16 } from './adviser-by-16.ts'
import { atUniversity } from './at-university.ts'
import { documentsBy16 } from './documents-by-16.ts'
import { homeless } from './homeless.ts'
import { inASuitableHome } from './in-a-suitable-home.ts'
import { inAnApprenticeship } from './in-an-apprenticeship.ts'
import { inCustody } from './in-custody.ts'
import { inTouch } from './in-touch.ts'
import { inWorkOrLearning } from './in-work-or-learning.ts'
import { keptTheirTenancy } from './kept-their-tenancy.ts'
import { needsAssessmentInTime } from './needs-assessment-in-time.ts'
import { notInWorkOrLearning } from './not-in-work-or-learning.ts'
import { papersAt17 } from './papers-at-17.ts'
import { pathwayPlanInDate } from './pathway-plan-in-date.ts'
import { stayedPut } from './stayed-put.ts'
import { supportAt22To25 } from './support-at-22-to-25.ts'
import { whatTheySay } from './what-they-say.ts'
import { whomWeSupport } from './whom-we-support.ts'

/** In the order shown. */
export const afterCareMeasures: readonly Measure[] = [
  whomWeSupport,
  inTouch,
  inASuitableHome,
  inWorkOrLearning,
  notInWorkOrLearning,
  atUniversity,
  inAnApprenticeship,
  stayedPut,
  supportAt22To25,
  pathwayPlanInDate,
  needsAssessmentInTime,
  adviserBy16,
  homeless,
  keptTheirTenancy,
  inCustody,
  papersAt17,
  whatTheySay,
  documentsBy16,
]
