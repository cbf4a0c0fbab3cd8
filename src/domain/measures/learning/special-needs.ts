import { givenByHand } from '../given-by-hand.ts'

export const specialNeeds = givenByHand({
  id: 'M79',
  title: 'Children with an education, health and care plan',
  plainTitle: 'With an education, health and care plan',
  whyItMatters: 'It shows how many need more help to learn.',
  theme: 'learning',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'none',
  period: 'as at',
  decimals: 1,
  whoIsCounted: 'Children in our care on 31 March and for twelve months without a day between, in the school census',
  whoIsMet: 'Those with an education, health and care plan',
  source: 'DfE, outcomes for children looked after: special educational needs',
  nationalDataset: 'sen_la',
  comparable: 'yes',
  missing: 'special educational needs from the school census',
  traps: ['Support without a plan is a number of its own.'],
})
