import { givenByHand } from '../given-by-hand.ts'

export const daysMissed = givenByHand({
  id: 'M75',
  title: 'Overall absence',
  plainTitle: 'School missed',
  whyItMatters: 'Each day away is lessons and friends missed.',
  theme: 'learning',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'lower',
  period: 'academic year',
  decimals: 1,
  baseWord: 'half days',
  countsEvents: true,
  whoIsCounted: 'Half days on which pupils in our care could have been at school',
  whoIsMet: 'Half days missed, for whatever reason',
  source: 'DfE, outcomes for children looked after: absence',
  nationalDataset: 'absence_six_half_terms_la',
  comparable: 'yes',
  missing: 'school attendance',
  traps: ['Of half days, not of children.'],
})
