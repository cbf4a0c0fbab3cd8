import { shareOfHealthYear } from '../health-year.ts'

export const developmentChecks = shareOfHealthYear(
  {
    id: 'M54',
    title: 'Children under 5 with development checks up to date',
    plainTitle: 'Small children’s development checks up to date',
    whyItMatters: 'Help with walking and talking works best early.',
    theme: 'health',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'higher',
    period: 'year',
    decimals: 0,
    whoIsCounted: 'Children under 5 on 31 March, in our care that day and for twelve months without a day between',
    whoIsMet: 'Those whose development assessments were up to date',
    source: 'DfE, outcomes for children looked after: health. SSDA903 OC2: HEALTH_CHECK; Header: DOB',
    nationalDataset: 'la_conviction_health_outcome_cla',
    comparable: 'yes',
    needs: 'The return’s OC2, Episodes and birth dates',
    traps: ['A small group in most councils.'],
    smallUpTo: 9,
  },
  {
    isCounted: ({ age }) => age !== null && age < 5,
    isMet: ({ health }) => health?.developmentCheck === true,
  },
)
