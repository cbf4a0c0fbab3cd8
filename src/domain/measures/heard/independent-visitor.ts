import { givenByHand } from '../given-by-hand.ts'

export const independentVisitor = givenByHand({
  id: 'M48',
  title: 'Children matched with an independent visitor',
  plainTitle: 'Matched with an independent visitor',
  whyItMatters: 'A visitor is an adult who comes only because of the child.',
  theme: 'heard',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'as at',
  decimals: 0,
  whoIsCounted: 'Children referred for an independent visitor',
  whoIsMet: 'Those matched with one',
  source: 'Children Act 1989, schedule 2, paragraph 17',
  nationalDataset: null,
  comparable: 'no',
  missing: 'referrals to the independent visitors’ scheme',
  traps: ['Those who wait are few and easily recognised.'],
})
