import { idsOf, listInCareOn } from '../in-care.ts'
import { makeCount } from '../make-result.ts'
import type { Measure } from '../measure.ts'
import { noteOnReach } from '../measure-year.ts'

export const childrenInCare: Measure = {
  id: 'M01',
  title: 'Children looked after',
  plainTitle: 'Children in our care',
  whyItMatters: 'It is how many children the council is a parent to.',
  theme: 'in care',
  askedForByChildren: false,
  kind: 'count',
  direction: 'none',
  period: 'as at',
  decimals: 0,
  whoIsCounted: 'Children in our care at the end of the date, short breaks (V3, V4) left out',
  whoIsMet: 'All of them, each once',
  source: 'DfE, children looked after statistics: children looked after on 31 March. SSDA903 Episodes: DECOM, DEC, LS',
  nationalDataset: 'cla_number_and_rate_per_10k_children',
  comparable: 'yes',
  needs: 'The return’s Episodes',
  traps: [
    'A count of one’s own on the day differs from the DfE’s: records that come late, and children handed over between councils.',
  ],
  compute(records, council, asAt) {
    return makeCount(this, idsOf(listInCareOn(records, asAt)), { asAt, notes: noteOnReach(council, asAt) })
  },
}
