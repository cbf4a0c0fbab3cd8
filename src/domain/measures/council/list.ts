import type { Measure } from '../measure.ts'
import { costPerWeek } from './cost-per-week.ts'
import { fosterPlaces } from './foster-places.ts'
import { homesVisited } from './homes-visited.ts'
import { membersTrained } from './members-trained.ts'
import { newFosterCarers } from './new-foster-carers.ts'
import { ourHomesRated } from './our-homes-rated.ts'
import { pledgesKept } from './pledges-kept.ts'
import { workGiven } from './work-given.ts'
import { workerTurnover } from './worker-turnover.ts'

/** In the order shown. */
export const councilMeasures: readonly Measure[] = [
  fosterPlaces,
  newFosterCarers,
  ourHomesRated,
  homesVisited,
  costPerWeek,
  workerTurnover,
  membersTrained,
  workGiven,
  pledgesKept,
]
