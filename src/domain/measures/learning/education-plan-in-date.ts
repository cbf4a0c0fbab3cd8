import { givenByHand } from '../given-by-hand.ts'

export const educationPlanInDate = givenByHand({
  id: 'M70',
  title: 'Personal education plans up to date',
  plainTitle: 'An education plan made or looked at this term',
  whyItMatters: 'The plan is where school and council agree what a pupil needs.',
  theme: 'learning',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'term',
  decimals: 0,
  whoIsCounted: 'Pupils of the virtual school: children in our care from nursery to year 13',
  whoIsMet: 'Those whose plan was made or reviewed this term',
  source: 'Promoting the education of looked-after children, statutory guidance',
  nationalDataset: null,
  comparable: 'no',
  missing: 'the dates of education plans',
  traps: ['Of all pupils, nursery and post-16 included: say so.'],
})
