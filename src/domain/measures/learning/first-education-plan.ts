import { givenByHand } from '../given-by-hand.ts'

export const firstEducationPlan = givenByHand({
  id: 'M71',
  title: 'First personal education plan within 10 days',
  plainTitle: 'First education plan within two weeks',
  whyItMatters: 'School should know at once what has changed.',
  theme: 'learning',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'term',
  decimals: 0,
  whoIsCounted: 'Pupils who came into our care in the term',
  whoIsMet: 'Those with a plan within 10 working days',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010',
  nationalDataset: null,
  comparable: 'no',
  missing: 'the dates of education plans',
  traps: ['Working days, or school days: say which.'],
})
