import { givenByHand } from '../given-by-hand.ts'

export const workerTurnover = givenByHand({
  id: 'M135',
  title: 'Turnover of children’s social workers',
  plainTitle: 'Social workers who left',
  whyItMatters: 'Each who leaves takes a story with them.',
  theme: 'council',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'lower',
  period: 'as at',
  decimals: 1,
  baseWord: 'social workers',
  whoIsCounted: 'Children’s social workers employed, in whole posts',
  whoIsMet: 'Those who left in the year to the date',
  source: 'DfE, children’s social work workforce',
  nationalDataset: 'csww_indicators',
  comparable: 'yes',
  missing: 'numbers of social workers',
  traps: ['Agency workers are a number of their own.'],
})
