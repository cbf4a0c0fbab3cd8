import { givenByHand } from '../given-by-hand.ts'

export const englishAndMaths = givenByHand({
  id: 'M73',
  title: 'Grade 4 or above in English and maths GCSE',
  plainTitle: 'English and maths at 16',
  whyItMatters: 'These two open the next door for everybody.',
  theme: 'learning',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'academic year',
  decimals: 1,
  whoIsCounted:
    'Children in our care on 31 March and for twelve months without a day between, and at the end of key stage 4',
  whoIsMet: 'Those with grade 4 or above in both',
  source: 'DfE, outcomes for children looked after: key stage 4',
  nationalDataset: 'ks4_la',
  comparable: 'yes',
  missing: 'GCSE results',
  traps: ['2020 and 2021 were graded in another way.'],
})
