import { givenByHand } from '../given-by-hand.ts'

export const workGiven = givenByHand({
  id: 'M137',
  title: 'Work experience, apprenticeships and jobs given to care-experienced young people',
  plainTitle: 'Work the council gave to care-experienced young people',
  whyItMatters: 'A parent opens the doors they can.',
  theme: 'council',
  askedForByChildren: false,
  kind: 'count',
  direction: 'higher',
  period: 'year',
  decimals: 0,
  whoIsCounted: 'Care-experienced young people given work by the council in the year',
  whoIsMet: 'All of them, each once',
  source: 'A council’s own count',
  nationalDataset: null,
  comparable: 'no',
  missing: 'who was given work',
  traps: ['By directorate the numbers are small.'],
})
