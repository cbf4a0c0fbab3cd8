import type { Measure } from '../measure.ts'
import { adopted } from './adopted.ts'
import { careToNewFamily } from './care-to-new-family.ts'
import { courtToMatch } from './court-to-match.ts'
import { newFamilyInTime } from './new-family-in-time.ts'
import { placedInAYear } from './placed-in-a-year.ts'
import { planNoLongerAdoption } from './plan-no-longer-adoption.ts'
import { specialGuardians } from './special-guardians.ts'

/** In the order shown. */
export const permanenceMeasures: readonly Measure[] = [
  adopted,
  careToNewFamily,
  courtToMatch,
  newFamilyInTime,
  specialGuardians,
  placedInAYear,
  planNoLongerAdoption,
]
