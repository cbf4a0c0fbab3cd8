import { givenByHand } from '../given-by-hand.ts'

export const lifeStoryWork = givenByHand({
  id: 'M46',
  title: 'Children with life story work begun',
  plainTitle: 'Life story work begun',
  whyItMatters: 'Knowing where one comes from is part of knowing who one is.',
  theme: 'heard',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'as at',
  decimals: 0,
  whoIsCounted: 'Children in our care whose plan includes life story work',
  whoIsMet: 'Those with whom it has begun',
  source: 'A council’s own count',
  nationalDataset: null,
  comparable: 'no',
  missing: 'whose life story work has begun',
  traps: ['Not for adoption only.'],
})
