import { shareOfHealthYear } from '../health-year.ts'

export const yearlyHealthCheck = shareOfHealthYear(
  {
    id: 'M51',
    title: 'Children with an annual health assessment',
    plainTitle: 'Had their yearly health check',
    whyItMatters: 'A check each year finds what a busy home can miss.',
    theme: 'health',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'higher',
    period: 'year',
    decimals: 0,
    whoIsCounted: 'Children in our care on 31 March and for twelve months without a day between',
    whoIsMet: 'Those whose health assessments of the year were up to date',
    source: 'DfE, outcomes for children looked after: health. SSDA903 OC2: HEALTH_ASSESSMENT',
    nationalDataset: 'la_conviction_health_outcome_cla',
    comparable: 'yes',
    needs: 'The return’s OC2 and Episodes',
    traps: ['Children under five need two in the year.'],
    smallUpTo: 9,
  },
  { isMet: ({ health }) => health?.healthAssessment === true },
)
