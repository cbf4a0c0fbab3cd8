import { addDays, addMonths } from '../../shared/calendar-date.ts'
import { countHomes } from '../count-homes.ts'
import { defineInCare } from '../define-measure.ts'
import { idsOf, listInCareFor } from '../in-care.ts'

export const threeHomesInTwoYears = defineInCare(
  {
    id: 'M22',
    title: 'Children with three or more placements in two years',
    plainTitle: 'Three or more homes in two years',
    whyItMatters: 'One year can look calm when the year before was not.',
    theme: 'homes',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'lower',
    period: 'as at',
    decimals: 0,
    whoIsCounted: 'Children in our care on the date for two years or more without a day between',
    whoIsMet: 'Those who lived in three or more homes in the two years, the first one included',
    source: 'DfE, children looked after statistics: placement stability. SSDA903 Episodes: DECOM, DEC, RNE, PLACE',
    nationalDataset: 'la_cla_placement_stability',
    comparable: 'near',
    needs: 'The return’s Episodes of two years',
    traps: ['Same rules as for three homes in a year: temporary stays are not a home.'],
  },
  ({ records, asAt }) => {
    const twoYears = { from: addDays(addMonths(asAt, -24), 1), to: asAt }
    const counted = listInCareFor(records, asAt, 24)
    return {
      met: idsOf(counted.filter(({ record }) => countHomes(record, twoYears) >= 3)),
      counted: idsOf(counted),
    }
  },
)
