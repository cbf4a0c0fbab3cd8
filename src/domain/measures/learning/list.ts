import type { Measure } from '../measure.ts'
import { attainment8 } from './attainment-8.ts'
import { daysMissed } from './days-missed.ts'
import { educationPlanInDate } from './education-plan-in-date.ts'
import { englishAndMaths } from './english-and-maths.ts'
import { firstEducationPlan } from './first-education-plan.ts'
import { gapToAllPupils } from './gap-to-all-pupils.ts'
import { goodStart } from './good-start.ts'
import { inAGoodSchool } from './in-a-good-school.ts'
import { keyStage2 } from './key-stage-2.ts'
import { oftenAbsent } from './often-absent.ts'
import { permanentlyExcluded } from './permanently-excluded.ts'
import { specialNeeds } from './special-needs.ts'
import { suspended } from './suspended.ts'

/** In the order shown. */
export const learningMeasures: readonly Measure[] = [
  educationPlanInDate,
  firstEducationPlan,
  keyStage2,
  englishAndMaths,
  attainment8,
  gapToAllPupils,
  daysMissed,
  oftenAbsent,
  suspended,
  permanentlyExcluded,
  specialNeeds,
  goodStart,
  inAGoodSchool,
]
