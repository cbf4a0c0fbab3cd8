import type { IsoDate } from '../shared/calendar-date.ts'
import type { ChildRecord, CouncilFacts } from './child-record.ts'
import type { Measure, MeasureResult } from './measure.ts'

/** The children whose records differ, as they were and as they are. Who has come is only in the second, who has gone in the first. */
export interface Change {
  before: readonly ChildRecord[]
  now: readonly ChildRecord[]
}

/**
 * A measure after some records changed. Each child adds to a measure without regard to any other, so where the changed
 * children alone give the same result as they did, everybody's result stands, and nobody else is looked at. The council's
 * facts must be those of the result before.
 */
export function workOutAgain(
  measure: Measure,
  { previous, change }: { previous: MeasureResult; change: Change },
  records: readonly ChildRecord[],
  council: CouncilFacts,
  asAt: IsoDate,
): MeasureResult {
  const [was, is] = [change.before, change.now].map((some) => measure.compute(some, council, asAt))
  const stands = tellsAll(was!, previous) && tellsAll(is!, previous) && JSON.stringify(was) === JSON.stringify(is)
  return stands ? previous : measure.compute(records, council, asAt)
}

/**
 * Whether a result of some children shows what they add to everybody's. "Not known" may hide it, since of the others it
 * may be known; and some measures find their own year, which must be everybody's.
 */
function tellsAll(
  { cannotCompute, denominator, period }: MeasureResult,
  { period: everybodys }: MeasureResult,
): boolean {
  return (
    (cannotCompute === null || denominator === 0) && period?.from === everybodys?.from && period?.to === everybodys?.to
  )
}
