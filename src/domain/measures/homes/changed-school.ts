import { givenByHand } from '../given-by-hand.ts'

export const changedSchool = givenByHand({
  id: 'M24',
  title: 'Children who changed school in the middle of the year',
  plainTitle: 'Changed school in the middle of a year',
  whyItMatters: 'A new school in the middle of a year means new friends and lost lessons.',
  theme: 'homes',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'lower',
  period: 'academic year',
  decimals: 0,
  whoIsCounted: 'Children in our care on 31 March of school age who are found in the school census',
  whoIsMet: 'Those who moved school outside 1 August to 30 September',
  source: 'DfE, children looked after statistics: school moves, matched with the school census',
  nationalDataset: 'la_cla_school_moves',
  comparable: 'yes',
  missing: 'the schools that children went to',
  traps: ['Some published values of 2018 and 2019 are the same for every area: treat them as faulty.'],
})
