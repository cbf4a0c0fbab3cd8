import { givenByHand } from '../given-by-hand.ts'

export const needsAssessmentInTime = givenByHand({
  id: 'M120',
  title: 'Needs assessments in time',
  plainTitle: 'Asked at 16 what they will need',
  whyItMatters: 'The plan can only be as good as the question.',
  theme: 'after care',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'year',
  decimals: 0,
  whoIsCounted: 'Young people who became eligible in the year',
  whoIsMet: 'Those whose needs were assessed within three months',
  source: 'Care Leavers (England) Regulations 2010',
  nationalDataset: null,
  comparable: 'no',
  missing: 'the dates of needs assessments',
  traps: ['Three months from the sixteenth birthday, or from becoming eligible.'],
})
