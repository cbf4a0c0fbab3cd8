import { givenByHand } from '../given-by-hand.ts'

export const gapToAllPupils = givenByHand({
  id: 'M74g',
  title: 'Gap to all pupils in English and maths, in percentage points',
  plainTitle: 'How far behind all pupils at 16',
  whyItMatters: 'The gap is what care has not yet made up for.',
  theme: 'learning',
  askedForByChildren: false,
  kind: 'gap',
  direction: 'lower',
  period: 'academic year',
  decimals: 1,
  whoIsCounted:
    'Children in our care on 31 March and for twelve months without a day between, and at the end of key stage 4',
  whoIsMet: 'The percentage of all pupils less that of our children',
  source: 'Worked out from the DfE’s two figures',
  nationalDataset: 'ks4_la',
  comparable: 'near',
  missing: 'GCSE results and those of all pupils',
  traps: ['A gap that falls is better. In points, not in percent.'],
})
