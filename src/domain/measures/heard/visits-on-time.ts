import { givenByHand } from '../given-by-hand.ts'

export const visitsOnTime = givenByHand({
  id: 'M43',
  title: 'Children visited on time',
  plainTitle: 'Visited by their social worker on time',
  whyItMatters: 'A visit is when a child can say what is wrong.',
  theme: 'heard',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'month',
  decimals: 0,
  whoIsCounted: 'Children in our care on the date, short breaks left out',
  whoIsMet: 'Those all of whose visits of the month were in time',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28',
  nationalDataset: null,
  comparable: 'no',
  missing: 'the dates of social workers’ visits',
  traps: ['How often a visit is due depends on the child’s time in the home.'],
})
