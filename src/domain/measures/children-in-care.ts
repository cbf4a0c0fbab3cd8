import { idsOf, listInCareOn } from './in-care.ts'
import { makeCount } from './make-result.ts'
import type { Measure } from './measure.ts'
import { noteOnReach } from './measure-year.ts'

export const childrenInCare: Measure = {
  id: 'M01',
  title: 'Children looked after',
  plainTitle: 'Children in our care',
  whyItMatters: 'It is how many children the council is a parent to.',
  askedForByChildren: false,
  kind: 'count',
  direction: 'none',
  period: 'as at',
  decimals: 0,
  whoIsCounted: 'Children in our care at the end of the date, short breaks (V3, V4) left out',
  whoIsMet: 'All of them, each once',
  source: 'DfE, children looked after statistics: children looked after on 31 March. SSDA903 Episodes: DECOM, DEC, LS',
  nationalDataset: 'cla_number_and_rate_per_10k_children',
  compute(records, council, asAt) {
    return makeCount(this, idsOf(listInCareOn(records, asAt)), { asAt, notes: noteOnReach(council, asAt) })
  },
}
