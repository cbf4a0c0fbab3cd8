import { givenByHand } from '../given-by-hand.ts'

export const talkedToAfter = givenByHand({
  id: 'M92',
  title: 'Return interviews held within 72 hours',
  plainTitle: 'Somebody independent talked with them within three days of coming back',
  whyItMatters: 'They tell why they ran only to somebody who asks soon.',
  theme: 'safe',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'month',
  decimals: 0,
  baseWord: 'times back',
  countsEvents: true,
  whoIsCounted: 'Times that children came back from being missing',
  whoIsMet: 'Those after which an interview was held within 72 hours',
  source: 'Statutory guidance on children who run away or go missing, 2014',
  nationalDataset: null,
  comparable: 'no',
  missing: 'return interviews',
  traps: ['In hours from coming back. Offered and held are two numbers.'],
})
