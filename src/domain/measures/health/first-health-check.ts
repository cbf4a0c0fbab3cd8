import { givenByHand } from '../given-by-hand.ts'

export const firstHealthCheck = givenByHand({
  id: 'M50',
  title: 'First health assessments with the report in 20 working days',
  plainTitle: 'First health check within four weeks',
  whyItMatters: 'The first check finds what has been missed before.',
  theme: 'health',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'year',
  decimals: 0,
  smallUpTo: 9,
  whoIsCounted: 'Children who came into our care from 1 April to the date and stayed 20 working days or more',
  whoIsMet: 'Those whose report came within 20 working days',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7',
  nationalDataset: null,
  comparable: 'no',
  missing: 'the dates of first health assessments',
  traps: ['Leave out who left before the 20th working day, and say how many.'],
})
