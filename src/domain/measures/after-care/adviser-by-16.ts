import { givenByHand } from '../given-by-hand.ts'

export const adviserBy16 = givenByHand({
  id: 'M121',
  title: 'Personal adviser named by 16',
  plainTitle: 'An adviser named by 16',
  whyItMatters: 'One should know before leaving who will be there after.',
  theme: 'after care',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'as at',
  decimals: 0,
  whoIsCounted: 'Children in our care aged 16 and 17',
  whoIsMet: 'Those with a named personal adviser',
  source: 'Children Act 1989, schedule 2, paragraph 19C',
  nationalDataset: null,
  comparable: 'no',
  missing: 'who each young person’s adviser is',
  traps: ['Named, and known to the young person, are two things.'],
})
