import { givenByHand } from '../given-by-hand.ts'

export const inCustody = givenByHand({
  id: 'M124',
  title: 'Care leavers in custody',
  plainTitle: 'In custody or prison',
  whyItMatters: 'Who is inside is still ours, and most need us more.',
  theme: 'after care',
  askedForByChildren: false,
  kind: 'count',
  direction: 'none',
  period: 'as at',
  decimals: 0,
  smallUpTo: 9,
  whoIsCounted: 'Care-experienced young people whom the council supports',
  whoIsMet: 'Those in custody on the date',
  source: 'A council’s own count; SSDA903 OC3: ACCOM X2 tells it once a year only',
  nationalDataset: null,
  comparable: 'no',
  missing: 'who is in custody on the date',
  traps: ['For named roles. Parents and disabled young people are counts of their own.'],
})
