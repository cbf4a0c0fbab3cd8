import { cameIn } from '../came-and-left.ts'
import { makeCount, makeNone } from '../make-result.ts'
import type { Measure } from '../measure.ts'
import { findYearTo, noteOnReach, sayWhyYearIsMissing } from '../measure-year.ts'
import { noteOnStockAndFlow } from '../stock-and-flow.ts'

export const childrenWhoCame: Measure = {
  id: 'M03',
  title: 'Children who started to be looked after in the year',
  plainTitle: 'Children who came into our care',
  whyItMatters: 'It shows how many children needed the council to become their parent.',
  theme: 'in care',
  askedForByChildren: false,
  kind: 'count',
  direction: 'none',
  period: 'year',
  decimals: 0,
  whoIsCounted: 'Children whose time in care began from 1 April to the date, short breaks left out',
  whoIsMet: 'All of them, each once: only the first start in the year counts',
  source:
    'DfE, children looked after statistics: children starting to be looked after. SSDA903 Episodes: DECOM, RNE = S, LS',
  nationalDataset: 'cla_number_and_rate_per_10k_children',
  comparable: 'yes',
  needs: 'The return’s Episodes',
  traps: ['Only the first start of a child in the year counts.'],
  compute(records, council, asAt) {
    const { period, isPartYear } = findYearTo(asAt)
    const reach = noteOnReach(council, asAt)
    const missing = sayWhyYearIsMissing(records, council, asAt)
    if (missing) return makeNone(this, missing, { asAt, period, isPartYear, notes: reach })
    const notes = [...noteOnStockAndFlow(records, period), ...reach]
    const came = records.filter((record) => cameIn(record, period)).map((record) => record.childId)
    return makeCount(this, came, { asAt, period, isPartYear, notes })
  },
}
