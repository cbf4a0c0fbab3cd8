import { givenByHand } from '../given-by-hand.ts'

export const membersTrained = givenByHand({
  id: 'M136',
  title: 'Councillors trained as corporate parents',
  plainTitle: 'Councillors who learned about being corporate parents',
  whyItMatters: 'Every councillor is a corporate parent, whether they know or not.',
  theme: 'council',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'year',
  decimals: 0,
  baseWord: 'councillors',
  isAboutPeople: false,
  whoIsCounted: 'Elected members of the council',
  whoIsMet: 'Those who had the training in the year',
  source: 'A council’s own count',
  nationalDataset: null,
  comparable: 'no',
  missing: 'members’ training',
  traps: ['Of all members, not of the board only.'],
})
