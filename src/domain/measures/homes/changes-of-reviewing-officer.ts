import { givenByHand } from '../given-by-hand.ts'

export const changesOfReviewingOfficer = givenByHand({
  id: 'M28',
  title: 'Children with two or more independent reviewing officers in the year',
  plainTitle: 'Had more than one reviewing officer in the year',
  whyItMatters: 'The reviewing officer is the one adult who should stay and remember.',
  theme: 'homes',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'lower',
  period: 'year',
  decimals: 0,
  whoIsCounted: 'Children in our care on the date, short breaks left out',
  whoIsMet: 'Those with two or more different reviewing officers from 1 April to the date',
  source: 'A council’s own aim',
  nationalDataset: null,
  comparable: 'no',
  missing: 'who reviewed each child’s plan over the year',
  traps: ['Count people, not letters of appointment.'],
})
