import { givenByHand } from '../given-by-hand.ts'

export const homeless = givenByHand({
  id: 'M122',
  title: 'Care leavers who presented as homeless or at risk of it',
  plainTitle: 'Without a home, or about to be',
  whyItMatters: 'No parent lets a child sleep on the street.',
  theme: 'after care',
  askedForByChildren: false,
  kind: 'count',
  direction: 'lower',
  period: 'quarter',
  decimals: 0,
  whoIsCounted: 'Care-experienced young people whom the council supports',
  whoIsMet: 'Those who asked for help as homeless, or at risk of it, in the quarter',
  source: 'Homelessness Reduction Act 2017; a council’s own register',
  nationalDataset: null,
  comparable: 'no',
  missing: 'who asked for help with homelessness',
  traps: ['Small, so often hidden.'],
})
