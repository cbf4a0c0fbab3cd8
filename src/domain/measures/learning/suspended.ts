import { givenByHand } from '../given-by-hand.ts'

export const suspended = givenByHand({
  id: 'M77',
  title: 'Suspended at least once',
  plainTitle: 'Sent home from school',
  whyItMatters: 'A suspension says “not here” to a child who has heard it before.',
  theme: 'learning',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'lower',
  period: 'academic year',
  decimals: 2,
  whoIsCounted: 'Children in our care on 31 March and for twelve months without a day between, in the school census',
  whoIsMet: 'Those suspended at least once in the school year',
  source: 'DfE, outcomes for children looked after: exclusions',
  nationalDataset: 'permanent_exclusions_and_suspensions_la',
  comparable: 'yes',
  missing: 'suspensions from school',
  traps: ['Published a year later than the rest.'],
})
