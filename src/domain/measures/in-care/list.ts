import type { Measure } from '../measure.ts'
import { ageBands } from './age-bands.ts'
import { aloneInThisCountry } from './alone-in-this-country.ts'
import { boysAndGirls } from './boys-and-girls.ts'
import { cameBack } from './came-back.ts'
import { childrenInCare } from './children-in-care.ts'
import { childrenInCareRate } from './children-in-care-rate.ts'
import { childrenWhoCame } from './children-who-came.ts'
import { childrenWhoLeft } from './children-who-left.ts'
import { ethnicity } from './ethnicity.ts'
import { legalStatus } from './legal-status.ts'
import { whyTheyCame } from './why-they-came.ts'
import { whyTheyLeft } from './why-they-left.ts'

/** In the order shown. */
export const inCareMeasures: readonly Measure[] = [
  childrenInCare,
  childrenInCareRate,
  childrenWhoCame,
  childrenWhoLeft,
  aloneInThisCountry,
  ageBands,
  boysAndGirls,
  ethnicity,
  legalStatus,
  whyTheyCame,
  cameBack,
  whyTheyLeft,
]
