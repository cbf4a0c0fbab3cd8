import { givenByHand } from '../given-by-hand.ts'

export const oftenAbsent = givenByHand({
  id: 'M76',
  title: 'Persistent absence',
  plainTitle: 'Missed a tenth of school or more',
  whyItMatters: 'Missing that much, one cannot keep up.',
  theme: 'learning',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'lower',
  period: 'academic year',
  decimals: 1,
  whoIsCounted: 'Children in our care on 31 March and for twelve months without a day between, in the school census',
  whoIsMet: 'Those who missed 10% or more of their half days',
  source: 'DfE, outcomes for children looked after: absence',
  nationalDataset: 'absence_six_half_terms_la',
  comparable: 'yes',
  missing: 'school attendance',
  traps: ['Part of a year is never set beside a whole one.'],
})
