import { givenByHand } from '../given-by-hand.ts'

export const whatTheySay = givenByHand({
  id: 'M126',
  title: 'Care leavers who say they always or mostly feel safe where they live',
  plainTitle: 'Say that they feel safe where they live',
  whyItMatters: 'Only they can tell.',
  theme: 'after care',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'survey',
  decimals: 0,
  whoIsCounted: 'Care-experienced young people who answered the question',
  whoIsMet: 'Those who chose one of the top two answers',
  source: 'Survey of the kind of Bright Spots',
  nationalDataset: null,
  comparable: 'no',
  missing: 'answers to a survey',
  traps: ['Say how many answered. “Do not know” stays in the number counted.'],
})
