import type { IsoDate } from '../shared/calendar-date.ts'
import type { ChildRecord, CouncilFacts } from './child-record.ts'
import { childrenInCare } from './children-in-care.ts'
import { childrenInCareRate } from './children-in-care-rate.ts'
import { childrenWhoCame } from './children-who-came.ts'
import { childrenWhoLeft } from './children-who-left.ts'
import { documentsBy16 } from './documents-by-16.ts'
import { inASuitableHome } from './in-a-suitable-home.ts'
import { inWorkOrLearning } from './in-work-or-learning.ts'
import { kindOfHome } from './kind-of-home.ts'
import type { Measure, MeasureResult } from './measure.ts'
import { outsideOurArea } from './outside-our-area.ts'
import { threeOrMoreHomes } from './three-or-more-homes.ts'
import { threeOrMoreWorkers } from './three-or-more-workers.ts'
import { tookPartInReview } from './took-part-in-review.ts'
import { within20Miles } from './within-20-miles.ts'

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
