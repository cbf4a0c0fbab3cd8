import { givenByHand } from '../given-by-hand.ts'

export const permanentlyExcluded = givenByHand({
  id: 'M78',
  title: 'Permanent exclusions',
  plainTitle: 'Excluded from school for good',
  whyItMatters: 'No child in our care should lose a school.',
  theme: 'learning',
  askedForByChildren: false,
  kind: 'count',
  direction: 'lower',
  period: 'academic year',
  decimals: 0,
  whoIsCounted: 'Children in our care on 31 March and for twelve months without a day between, in the school census',
  whoIsMet: 'Those permanently excluded in the school year',
  source: 'DfE, outcomes for children looked after: exclusions',
  nationalDataset: 'permanent_exclusions_and_suspensions_la',
  comparable: 'yes',
  missing: 'exclusions from school',
  traps: ['A few at most, so nearly always hidden.'],
})
