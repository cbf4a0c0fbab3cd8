import { shareOfHealthYear } from '../health-year.ts'

export const jabsUpToDate = shareOfHealthYear(
  {
    id: 'M53',
    title: 'Children with immunisations up to date',
    plainTitle: 'Vaccinations up to date',
    whyItMatters: 'After moves and changes of doctor, jabs are easily missed.',
    theme: 'health',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'higher',
    period: 'year',
    decimals: 0,
    whoIsCounted: 'Children in our care on 31 March and for twelve months without a day between',
    whoIsMet: 'Those whose immunisations were up to date on 31 March',
    source: 'DfE, outcomes for children looked after: health. SSDA903 OC2: IMMUNISATIONS',
    nationalDataset: 'la_conviction_health_outcome_cla',
    comparable: 'yes',
    needs: 'The return’s OC2 and Episodes',
    traps: ['Who came from abroad without papers starts anew, and is behind for a while.'],
    smallUpTo: 9,
  },
  { isMet: ({ health }) => health?.immunisations === true },
)
