import { givenByHand } from '../given-by-hand.ts'

export const visitsOutOfArea = givenByHand({
  id: 'M44',
  title: 'Children living outside the area visited on time',
  plainTitle: 'Visited on time, of those who live outside our area',
  whyItMatters: 'Far away, a visit is easier to miss and matters more.',
  theme: 'heard',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'month',
  decimals: 0,
  whoIsCounted: 'Children in our care on the date whose home is outside the council’s boundary',
  whoIsMet: 'Those all of whose visits of the month were in time',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28',
  nationalDataset: null,
  comparable: 'no',
  missing: 'the dates of social workers’ visits',
  traps: ['Report it beside visits on time for all.'],
})
