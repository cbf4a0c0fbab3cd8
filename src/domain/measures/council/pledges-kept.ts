import { givenByHand } from '../given-by-hand.ts'

export const pledgesKept = givenByHand({
  id: 'M138',
  title: 'Pledges done, of those due',
  plainTitle: 'Pledges kept, of those due',
  whyItMatters: 'What was promised should be done.',
  theme: 'council',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'quarter',
  decimals: 0,
  isAboutPeople: false,
  baseWord: 'pledges',
  whoIsCounted: 'Actions of the pledge and strategy due by the date',
  whoIsMet: 'Those done by the date',
  source: 'A council’s own count',
  nationalDataset: null,
  comparable: 'no',
  missing: 'a count of pledges due and done',
  traps: ['What children themselves say of each promise is on the wall of promises.'],
})
