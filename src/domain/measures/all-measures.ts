import type { IsoDate } from '../shared/calendar-date.ts'
import { documentsBy16 } from './after-care/documents-by-16.ts'
import { inASuitableHome } from './after-care/in-a-suitable-home.ts'
import { inWorkOrLearning } from './after-care/in-work-or-learning.ts'
import type { ChildRecord, CouncilFacts } from './child-record.ts'
import { tookPartInReview } from './heard/took-part-in-review.ts'
import { kindOfHome } from './homes/kind-of-home.ts'
import { outsideOurArea } from './homes/outside-our-area.ts'
import { threeOrMoreHomes } from './homes/three-or-more-homes.ts'
import { threeOrMoreWorkers } from './homes/three-or-more-workers.ts'
import { within20Miles } from './homes/within-20-miles.ts'
import { childrenInCare } from './in-care/children-in-care.ts'
import { childrenInCareRate } from './in-care/children-in-care-rate.ts'
import { childrenWhoCame } from './in-care/children-who-came.ts'
import { childrenWhoLeft } from './in-care/children-who-left.ts'
import type { Measure, MeasureResult } from './measure.ts'

/** In the order shown. Rule 40: those that children asked for come first. A new measure is a file and a line here. */
export const allMeasures: readonly Measure[] = [
  threeOrMoreHomes,
  outsideOurArea,
  within20Miles,
  threeOrMoreWorkers,
  childrenInCare,
  childrenInCareRate,
  childrenWhoCame,
  childrenWhoLeft,
  kindOfHome,
  tookPartInReview,
  documentsBy16,
  inASuitableHome,
  inWorkOrLearning,
]

export function findMeasure(id: string): Measure | null {
  return allMeasures.find((measure) => measure.id === id.toUpperCase()) ?? null
}

export function computeAll(records: readonly ChildRecord[], council: CouncilFacts, asAt: IsoDate): MeasureResult[] {
  return allMeasures.map((measure) => measure.compute(records, council, asAt))
}
