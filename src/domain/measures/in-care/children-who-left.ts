import { leftIn } from '../came-and-left.ts'
import { makeCount, makeNone } from '../make-result.ts'
import type { Measure } from '../measure.ts'
import { findYearTo, noteOnReach, sayWhyYearIsMissing } from '../measure-year.ts'
import { noteOnStockAndFlow } from '../stock-and-flow.ts'

export const childrenWhoLeft: Measure = {
  id: 'M04',
  title: 'Children who ceased to be looked after in the year',
  plainTitle: 'Children who left our care',
  whyItMatters:
    'Leaving care, home, to a new family or to a place of one’s own, is a time when people need others most.',
  theme: 'in care',
  askedForByChildren: false,
  kind: 'count',
  direction: 'none',
  period: 'year',
  decimals: 0,
  whoIsCounted: 'Children whose time in care ended from 1 April to the date, short breaks left out',
  whoIsMet:
    'All of them, each once: only the last ending in the year counts. Those whose care another council took over are included',
  source:
    'DfE, children looked after statistics: children ceasing to be looked after. SSDA903 Episodes: DEC, REC other than X1, LS',
  nationalDataset: 'cla_number_and_rate_per_10k_children',
  comparable: 'yes',
  needs: 'The return’s Episodes',
  traps: ['Only the last ending of a child in the year counts. Handing over to another council is one.'],
  compute(records, council, asAt) {
    const { period, isPartYear } = findYearTo(asAt)
    const reach = noteOnReach(council, asAt)
    const missing = sayWhyYearIsMissing(records, council, asAt)
    if (missing) return makeNone(this, missing, { asAt, period, isPartYear, notes: reach })
    const notes = [...noteOnStockAndFlow(records, period), ...reach]
    const left = records.filter((record) => leftIn(record, period)).map((record) => record.childId)
    return makeCount(this, left, { asAt, period, isPartYear, notes })
  },
}
