import { shareOfHealthYear } from '../health-year.ts'

export const drugsOrAlcohol = shareOfHealthYear(
  {
    id: 'M58',
    title: 'Children identified as having a substance misuse problem',
    plainTitle: 'Known to have a problem with drugs or alcohol',
    whyItMatters: 'Behind it is often pain that needs help, and help exists.',
    theme: 'health',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'lower',
    period: 'year',
    decimals: 0,
    whoIsCounted: 'Children in our care on 31 March and for twelve months without a day between',
    whoIsMet: 'Those identified in the year as having a problem with substances',
    source: 'DfE, outcomes for children looked after: health. SSDA903 OC2: SUBSTANCE_MISUSE',
    nationalDataset: 'la_conviction_health_outcome_cla',
    comparable: 'yes',
    needs: 'The return’s OC2 and Episodes',
    traps: ['A council that asks well finds more. Locally the number is small.'],
    smallUpTo: 9,
  },
  { isMet: ({ health }) => health?.substanceMisuse === true },
)
