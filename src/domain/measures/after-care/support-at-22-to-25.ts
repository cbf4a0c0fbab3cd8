import { givenByHand } from '../given-by-hand.ts'

export const supportAt22To25 = givenByHand({
  id: 'M118',
  title: 'Care leavers aged 22 to 25 who asked for support and got it',
  plainTitle: 'Asked for help at 22 to 25 and got it',
  whyItMatters: 'The door stays open to 25.',
  theme: 'after care',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'year',
  decimals: 0,
  whoIsCounted: 'Care-experienced young people aged 22 to 25 who asked for support',
  whoIsMet: 'Those who got it',
  source: 'DfE, children looked after statistics: care leavers aged 22 to 25, from 2023',
  nationalDataset: 'la_care_leavers_22_to_25',
  comparable: 'near',
  missing: 'who aged 22 to 25 asked for support',
  traps: ['Most do not ask, and need not.'],
})
