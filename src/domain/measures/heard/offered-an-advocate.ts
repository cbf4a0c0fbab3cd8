import { givenByHand } from '../given-by-hand.ts'

export const offeredAnAdvocate = givenByHand({
  id: 'M47',
  title: 'Children offered an advocate',
  plainTitle: 'Offered somebody to speak for them',
  whyItMatters: 'An advocate is on the child’s side only.',
  theme: 'heard',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'year',
  decimals: 0,
  whoIsCounted: 'Children who should have been offered an advocate in the year',
  whoIsMet: 'Those who were offered one',
  source: 'Children Act 1989, section 26A; a council’s own count',
  nationalDataset: null,
  comparable: 'no',
  missing: 'to whom an advocate was offered',
  traps: ['Offered and had are two numbers.'],
})
