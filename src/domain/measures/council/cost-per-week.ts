import { givenByHand } from '../given-by-hand.ts'

export const costPerWeek = givenByHand({
  id: 'M134',
  title: 'Average cost of a week in care',
  plainTitle: 'What a week of care costs',
  whyItMatters: 'Money should follow children, not the other way.',
  theme: 'council',
  askedForByChildren: false,
  kind: 'mean',
  direction: 'none',
  period: 'year',
  decimals: 0,
  isAboutPeople: false,
  unit: 'pounds',
  baseWord: 'weeks',
  whoIsCounted: 'Weeks of care paid for in the year',
  whoIsMet: 'Pounds spent for them',
  source: 'DfE section 251 and RO3 returns',
  nationalDataset: 'la_and_school_expenditure',
  comparable: 'near',
  missing: 'spending',
  traps: ['Without a good direction: dearer is not better, and cheaper is not.'],
})
