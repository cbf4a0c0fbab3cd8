import { givenByHand } from '../given-by-hand.ts'

export const planForPermanence = givenByHand({
  id: 'M31',
  title: 'Children with a plan for permanence by their second review',
  plainTitle: 'A plan for a home for good by the second review',
  whyItMatters: 'A child should know early where they will grow up.',
  theme: 'heard',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'as at',
  decimals: 0,
  whoIsCounted: 'Children in our care whose second review has been held',
  whoIsMet: 'Those whose plan for permanence was agreed by that review',
  source: 'Children Act 1989 guidance, volume 2',
  nationalDataset: null,
  comparable: 'no',
  missing: 'what was decided at each review',
  traps: ['The second review comes about four months after coming into care.'],
})
