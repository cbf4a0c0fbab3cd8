import { givenByHand } from '../given-by-hand.ts'

export const keyStage2 = givenByHand({
  id: 'M72',
  title: 'Reaching the expected standard in reading, writing and maths at key stage 2',
  plainTitle: 'Reading, writing and maths at 11',
  whyItMatters: 'At 11 what was lost can still be caught up.',
  theme: 'learning',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'academic year',
  decimals: 0,
  whoIsCounted:
    'Children in our care on 31 March and for twelve months without a day between, and at the end of key stage 2',
  whoIsMet: 'Those reaching the expected standard in all three',
  source: 'DfE, outcomes for children looked after: key stage 2',
  nationalDataset: 'ks2_la',
  comparable: 'yes',
  missing: 'test results at the end of primary school',
  traps: ['None for 2020 and 2021. Say a handful in words, not as a percentage.'],
})
