import { countHomes } from '../count-homes.ts'
import { idsOf, listInCareOn } from '../in-care.ts'
import { explain, makeNone, makePercent } from '../make-result.ts'
import type { Measure } from '../measure.ts'
import { findYearTo, noteOnReach, sayWhyYearIsMissing } from '../measure-year.ts'

export const threeOrMoreHomes: Measure = {
  id: 'M20',
  title: 'Children with three or more homes in the year',
  plainTitle: 'Three or more homes in the year',
  whyItMatters: 'Each move can mean a new bedroom, new adults, and friends and things left behind.',
  theme: 'homes',
  askedForByChildren: true,
  kind: 'percent',
  direction: 'lower',
  period: 'year',
  decimals: 0,
  whoIsCounted: 'Children in our care on the date, short breaks left out',
  whoIsMet:
    'Those who lived in three or more homes from 1 April to the date, the first one included. Temporary stays, and changes of legal status or of a placement’s kind with the same carer, are not a new home',
  source:
    'DfE, children looked after statistics: placements during the year of children looked after on 31 March. SSDA903 Episodes: DECOM, DEC, RNE, LS, PLACE',
  nationalDataset: 'la_cla_placement_stability',
  comparable: 'near',
  needs: 'The return’s Episodes',
  traps: [
    'How the DfE treats very short and temporary stays is not fully known, so a local figure may be lower than the published one.',
  ],
  compute(records, council, asAt) {
    const { period, isPartYear } = findYearTo(asAt)
    const notes = [
      explain('Three homes are two moves. Going back to an earlier home after living in another counts as a move.'),
      ...noteOnReach(council, asAt),
    ]
    const missing = sayWhyYearIsMissing(records, council, asAt)
    if (missing) return makeNone(this, missing, { asAt, period, isPartYear, notes })
    const inCare = listInCareOn(records, asAt)
    const met = inCare.filter(({ record }) => countHomes(record, period) >= 3)
    return makePercent(this, { met: idsOf(met), counted: idsOf(inCare) }, { asAt, period, isPartYear, notes })
  },
}
