import type { IsoDate } from '../shared/calendar-date.ts'
import { afterCareMeasures } from './after-care/list.ts'
import type { ChildRecord, CouncilFacts } from './child-record.ts'
import { councilMeasures } from './council/list.ts'
import { healthMeasures } from './health/list.ts'
import { heardMeasures } from './heard/list.ts'
import { homesMeasures } from './homes/list.ts'
import { outsideOurArea } from './homes/outside-our-area.ts'
import { threeOrMoreHomes } from './homes/three-or-more-homes.ts'
import { threeOrMoreWorkers } from './homes/three-or-more-workers.ts'
import { within20Miles } from './homes/within-20-miles.ts'
import { inCareMeasures } from './in-care/list.ts'
import { learningMeasures } from './learning/list.ts'
import type { Measure, MeasureResult, MeasureWords } from './measure.ts'
import { permanenceMeasures } from './permanence/list.ts'
import { safeMeasures } from './safe/list.ts'

/** Rule 40: those that children asked for come first, in this order. */
const askedForByChildren: readonly Measure[] = [threeOrMoreHomes, outsideOurArea, within20Miles, threeOrMoreWorkers]

/** In the order shown. A new measure is a file in the folder of its theme, and a line in the folder's list. */
export const allMeasures: readonly Measure[] = [
  ...askedForByChildren,
  ...[
    ...inCareMeasures,
    ...homesMeasures,
    ...heardMeasures,
    ...healthMeasures,
    ...learningMeasures,
    ...safeMeasures,
    ...permanenceMeasures,
    ...afterCareMeasures,
    ...councilMeasures,
  ].filter((measure) => !askedForByChildren.includes(measure)),
]

const byId = new Map(allMeasures.map((measure) => [measure.id.toUpperCase(), measure]))

export function findMeasure(id: string): Measure | null {
  return byId.get(id.toUpperCase()) ?? null
}

/** The words of any result: of the product's own measures, or of a council's. */
export function wordsOf(result: Pick<MeasureResult, 'id' | 'definition'>): MeasureWords {
  return findMeasure(result.id) ?? result.definition!
}

export function computeAll(records: readonly ChildRecord[], council: CouncilFacts, asAt: IsoDate): MeasureResult[] {
  return allMeasures.map((measure) => measure.compute(records, council, asAt))
}
