import { givenByHand } from '../given-by-hand.ts'

export const inAGoodSchool = givenByHand({
  id: 'M81',
  title: 'Pupils in a school judged good or better',
  plainTitle: 'In a good school',
  whyItMatters: 'Children who start behind need the best schools.',
  theme: 'learning',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'as at',
  decimals: 0,
  whoIsCounted: 'Pupils of the virtual school: children in our care from nursery to year 13',
  whoIsMet: 'Those in a school judged good or outstanding when last inspected',
  source: 'Ofsted’s published judgements',
  nationalDataset: null,
  comparable: 'no',
  missing: 'which school each pupil goes to',
  traps: ['Ofsted stopped giving one overall word to schools in 2024.'],
})
