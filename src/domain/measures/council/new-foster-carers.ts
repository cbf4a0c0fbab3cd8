import { givenByHand } from '../given-by-hand.ts'

export const newFosterCarers = givenByHand({
  id: 'M131',
  title: 'Foster families approved in the year',
  plainTitle: 'New foster families',
  whyItMatters: 'More come than go, or there are fewer homes.',
  theme: 'council',
  askedForByChildren: false,
  kind: 'count',
  direction: 'higher',
  period: 'year',
  decimals: 0,
  whoIsCounted: 'Foster families approved from 1 April to the date',
  whoIsMet: 'All of them',
  source: 'A council’s own count',
  nationalDataset: null,
  comparable: 'no',
  missing: 'approvals of foster carers',
  traps: ['Set it beside those who left.'],
})
