import { givenByHand } from '../given-by-hand.ts'

export const pathwayPlanInDate = givenByHand({
  id: 'M119',
  title: 'Pathway plans in date',
  plainTitle: 'A pathway plan made or looked at in the last six months',
  whyItMatters: 'The plan says who will help with what, and by when.',
  theme: 'after care',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'as at',
  decimals: 0,
  whoIsCounted: 'Young people who must have a pathway plan',
  whoIsMet: 'Those whose plan was made or reviewed within six months',
  source: 'Care Leavers (England) Regulations 2010',
  nationalDataset: null,
  comparable: 'near',
  missing: 'the dates of pathway plans',
  traps: ['Eligible, relevant and former relevant together.'],
})
