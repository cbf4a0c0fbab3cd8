import { givenByHand } from '../given-by-hand.ts'

export const challengesByReviewingOfficers = givenByHand({
  id: 'M45',
  title: 'Challenges by independent reviewing officers resolved in 20 working days',
  plainTitle: 'Reviewing officers’ challenges answered in four weeks',
  whyItMatters: 'When the reviewing officer says a plan is wrong, a child waits for the answer.',
  theme: 'heard',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'quarter',
  decimals: 0,
  baseWord: 'challenges',
  countsEvents: true,
  whoIsCounted: 'Challenges raised in the quarter',
  whoIsMet: 'Those resolved within 20 working days',
  source: 'A council’s own procedure; IRO Handbook',
  nationalDataset: null,
  comparable: 'no',
  missing: 'the challenges that reviewing officers raised',
  traps: ['More challenges can mean better watching.'],
})
