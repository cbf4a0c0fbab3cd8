import { givenByHand } from '../given-by-hand.ts'

export const homesVisited = givenByHand({
  id: 'M133',
  title: 'Visits by independent persons to our homes in time',
  plainTitle: 'Independent visits to our homes each month',
  whyItMatters: 'Somebody from outside looks and talks with the children.',
  theme: 'council',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'month',
  decimals: 0,
  baseWord: 'visits due',
  whoIsCounted: 'Months in which each of our homes should be visited',
  whoIsMet: 'Those with a visit and its report in time',
  source: 'Children’s Homes (England) Regulations 2015, regulations 44 and 45',
  nationalDataset: null,
  comparable: 'no',
  missing: 'visits by independent persons',
  traps: ['Few homes: the figure names the home.'],
})
