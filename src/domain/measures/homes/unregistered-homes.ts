import { givenByHand } from '../given-by-hand.ts'

export const unregisteredHomes = givenByHand({
  id: 'M15',
  title: 'Children placed in unregistered homes',
  plainTitle: 'Living in a home that nobody inspects',
  whyItMatters: 'Nobody checks such a home, and the law allows it for no child.',
  theme: 'homes',
  askedForByChildren: false,
  kind: 'count',
  direction: 'lower',
  period: 'month',
  decimals: 0,
  whoIsCounted: 'Children in our care on the date, short breaks left out',
  whoIsMet: 'Those living in a home that must be registered and is not',
  source: 'Care Standards Act 2000; our own count',
  nationalDataset: null,
  comparable: 'no',
  missing: 'which homes are registered',
  traps: ['Always a small number, so nearly always hidden.'],
})
