import { givenByHand } from '../given-by-hand.ts'

export const attainment8 = givenByHand({
  id: 'M74',
  title: 'Average Attainment 8 score',
  plainTitle: 'Points over eight subjects at 16',
  whyItMatters: 'It counts every grade, not only the line at grade 4.',
  theme: 'learning',
  askedForByChildren: false,
  kind: 'mean',
  direction: 'higher',
  period: 'academic year',
  decimals: 1,
  whoIsCounted:
    'Children in our care on 31 March and for twelve months without a day between, and at the end of key stage 4',
  whoIsMet: 'The average of their scores',
  source: 'DfE, outcomes for children looked after: key stage 4',
  nationalDataset: 'ks4_la',
  comparable: 'yes',
  missing: 'GCSE results',
  traps: ['No Progress 8 in 2024/25.'],
})
