import { givenByHand } from '../given-by-hand.ts'

export const ourHomesRated = givenByHand({
  id: 'M132',
  title: 'Our own children’s homes judged good or better',
  plainTitle: 'Our own children’s homes that are good',
  whyItMatters: 'It is our own house that is being judged.',
  theme: 'council',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'as at',
  decimals: 0,
  baseWord: 'homes',
  whoIsCounted: 'The council’s own registered children’s homes',
  whoIsMet: 'Those judged good or outstanding when last inspected',
  source: 'Ofsted’s published judgements',
  nationalDataset: null,
  comparable: 'no',
  missing: 'Ofsted’s judgements of our homes',
  traps: ['So few that the figure names the home.'],
})
