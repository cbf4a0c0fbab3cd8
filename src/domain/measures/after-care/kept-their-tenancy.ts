import { givenByHand } from '../given-by-hand.ts'

export const keptTheirTenancy = givenByHand({
  id: 'M123',
  title: 'Care leavers who kept their tenancy for 12 months',
  plainTitle: 'Kept their own home for a year',
  whyItMatters: 'Keeping a home is harder than getting one.',
  theme: 'after care',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'year',
  decimals: 0,
  whoIsCounted: 'Care-experienced young people who took a tenancy 12 months before',
  whoIsMet: 'Those who still have it',
  source: 'A council’s own count',
  nationalDataset: null,
  comparable: 'no',
  missing: 'tenancies',
  traps: ['A move to a better home is no loss: say how it is counted.'],
})
