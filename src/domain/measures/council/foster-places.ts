import { givenByHand } from '../given-by-hand.ts'

export const fosterPlaces = givenByHand({
  id: 'M130',
  title: 'Approved foster places',
  plainTitle: 'Room with foster families',
  whyItMatters: 'A choice of homes is what makes a match.',
  theme: 'council',
  askedForByChildren: false,
  kind: 'count',
  direction: 'none',
  period: 'as at',
  decimals: 0,
  isAboutPeople: false,
  whoIsCounted: 'Foster places approved on the date, family and friends left out',
  whoIsMet: 'All of them',
  source: 'Ofsted, fostering in England',
  nationalDataset: 'fostering_in_england',
  comparable: 'near',
  missing: 'foster places approved and filled',
  traps: ['Family and friends are left out from 2022. Filled places are a number of their own.'],
})
