import { givenByHand } from '../given-by-hand.ts'

export const nearTheCentre = givenByHand({
  id: 'M27c',
  title: 'Children living within 20 miles of the council’s centre',
  plainTitle: 'Living within 20 miles of the town hall',
  whyItMatters: 'Homes near our own schools, workers and doctors are easier to hold on to.',
  theme: 'homes',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'as at',
  decimals: 0,
  whoIsCounted: 'Children in our care on the date, short breaks left out',
  whoIsMet: 'Those whose home is 20 miles or less from the centre that the council names',
  source: 'A council’s own definition, for planning which homes it needs',
  nationalDataset: null,
  comparable: 'no',
  missing: 'which place the council calls its centre',
  traps: ['From a centre, not from the child’s own home: never mix it with M27.'],
})
