import { givenByHand } from '../given-by-hand.ts'

export const healthSummary = givenByHand({
  id: 'M60',
  title: 'Care leavers given their health summary',
  plainTitle: 'Given the story of their own health on leaving care',
  whyItMatters: 'Doctors ask what one’s family had; a summary is the only answer many have.',
  theme: 'health',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'year',
  decimals: 0,
  smallUpTo: 9,
  whoIsCounted: 'Young people in our care who turned 18 in the year',
  whoIsMet: 'Those given a summary of their health history',
  source: 'Promoting the health and well-being of looked-after children, statutory guidance',
  nationalDataset: null,
  comparable: 'no',
  missing: 'who was given a health summary',
  traps: ['Offered, taken and given are three numbers.'],
})
