import { shareOfHealthYear } from '../health-year.ts'

export const seenADentist = shareOfHealthYear(
  {
    id: 'M52',
    title: 'Children with a dental check in the year',
    plainTitle: 'Saw a dentist in the year',
    whyItMatters: 'Toothache keeps a child from sleeping, eating and learning.',
    theme: 'health',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'higher',
    period: 'year',
    decimals: 0,
    whoIsCounted: 'Children in our care on 31 March and for twelve months without a day between',
    whoIsMet: 'Those whose teeth were checked by a dentist in the year',
    source: 'DfE, outcomes for children looked after: health. SSDA903 OC2: TEETH_CHECK',
    nationalDataset: 'la_conviction_health_outcome_cla',
    comparable: 'yes',
    needs: 'The return’s OC2 and Episodes',
    traps: ['The national figure of 2021 (40%) is that of the pandemic.'],
    smallUpTo: 9,
  },
  { isMet: ({ health }) => health?.teethCheck === true },
)
