import { givenByHand } from '../given-by-hand.ts'

export const joinedIn = givenByHand({
  id: 'M49',
  title: 'Children aged 8 and over who joined in the children in care council',
  plainTitle: 'Joined in the children’s council',
  whyItMatters: 'What is decided for all should be heard from many, not the same few.',
  theme: 'heard',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'year',
  decimals: 0,
  whoIsCounted: 'Children in our care on the date aged 8 and over',
  whoIsMet: 'Different children who joined in at least once in the year',
  source: 'A council’s own count',
  nationalDataset: null,
  comparable: 'no',
  missing: 'who came to the children’s council',
  traps: ['Count different children, not seats.'],
})
