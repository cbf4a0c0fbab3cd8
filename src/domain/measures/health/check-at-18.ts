import { givenByHand } from '../given-by-hand.ts'

export const checkAt18 = givenByHand({
  id: 'M62',
  title: 'Health check between 18 and 19',
  plainTitle: 'A health check between 18 and 19',
  whyItMatters: 'At 18 children’s services stop, and adults’ do not always begin.',
  theme: 'health',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'year',
  decimals: 0,
  smallUpTo: 9,
  whoIsCounted: 'Care-experienced young people who turned 19 in the year',
  whoIsMet: 'Those who had a check between 18 and 19',
  source: 'A council’s own offer',
  nationalDataset: null,
  comparable: 'no',
  missing: 'who had a check between 18 and 19',
  traps: ['An offer beyond the law.'],
})
