import { shareAfterCare } from '../share-after-care.ts'

export const atUniversity = shareAfterCare(
  {
    id: 'M115',
    title: 'Care leavers in higher education',
    plainTitle: 'Care-experienced young people at university',
    whyItMatters: 'University should be as open to them as to anybody’s children.',
    theme: 'after care',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'higher',
    period: 'year',
    decimals: 0,
    whoIsCounted:
      'Care-experienced young people with a 17th to 21st birthday in the year, less those who died or went home to a parent',
    whoIsMet: 'Those in studies beyond A level, full or part time',
    source: 'DfE, children looked after statistics: care leavers, activity. SSDA903 OC3: ACTIV F1, P1',
    nationalDataset: 'la_care_leavers_activity',
    comparable: 'near',
    needs: 'The return’s OC3',
    traps: [
      'Many go later than at 18 to 21, and are not in this figure.',
      'The DfE publishes ages 17, 18 and 19 to 21 apart; this counts all ages of the return together.',
    ],
  },
  ({ row }) => /^[FP]1$/.test(row.activity),
)
