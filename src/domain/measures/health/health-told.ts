import { givenByHand } from '../given-by-hand.ts'

export const healthTold = givenByHand({
  id: 'M61',
  title: 'Health services told within 5 working days of a child coming into care',
  plainTitle: 'Health services told within a week',
  whyItMatters: 'Until they know, no check can be booked.',
  theme: 'health',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'month',
  decimals: 0,
  smallUpTo: 9,
  whoIsCounted: 'Children who came into our care in the month',
  whoIsMet: 'Those of whom health services were told within 5 working days',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010',
  nationalDataset: null,
  comparable: 'no',
  missing: 'when health services were told',
  traps: ['Days that the council loses here come out of the 20 for the first check.'],
})
