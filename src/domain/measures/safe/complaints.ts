import { givenByHand } from '../given-by-hand.ts'

export const complaints = givenByHand({
  id: 'M95',
  title: 'Complaints by children and young people',
  plainTitle: 'Complaints that children made',
  whyItMatters: 'A complaint is a child who believes it can get better.',
  theme: 'safe',
  askedForByChildren: false,
  kind: 'count',
  direction: 'none',
  period: 'year',
  decimals: 0,
  whoIsCounted: 'Complaints received in the year about care',
  whoIsMet: 'Those made by children and young people themselves or by an advocate for them',
  source: 'Children Act 1989, section 26; a council’s own register',
  nationalDataset: null,
  comparable: 'no',
  missing: 'the register of complaints',
  traps: ['By whom, at which stage and whether in time are numbers of their own.'],
})
