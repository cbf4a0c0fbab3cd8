import { givenByHand } from '../given-by-hand.ts'

export const goodStart = givenByHand({
  id: 'M80',
  title: 'A good level of development at the end of reception',
  plainTitle: 'A good start at school',
  whyItMatters: 'What is behind at 5 grows until it is helped.',
  theme: 'learning',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'academic year',
  decimals: 1,
  whoIsCounted:
    'Children in our care on 31 March and for twelve months without a day between, and at the end of reception',
  whoIsMet: 'Those at a good level of development',
  source: 'DfE, early years foundation stage profile',
  nationalDataset: null,
  comparable: 'near',
  missing: 'assessments at the end of reception',
  traps: ['Very few children in each year.'],
})
