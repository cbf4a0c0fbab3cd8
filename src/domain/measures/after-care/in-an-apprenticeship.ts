import { shareAfterCare } from '../share-after-care.ts'

export const inAnApprenticeship = shareAfterCare(
  {
    id: 'M116',
    title: 'Care leavers in an apprenticeship',
    plainTitle: 'Care-experienced young people in an apprenticeship',
    whyItMatters: 'Earning while learning suits many who have nobody to lend them money.',
    theme: 'after care',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'higher',
    period: 'year',
    decimals: 0,
    whoIsCounted:
      'Care-experienced young people with a 17th to 21st birthday in the year, less those who died or went home to a parent',
    whoIsMet: 'Those in an apprenticeship, full or part time',
    source: 'DfE, children looked after statistics: care leavers, activity. SSDA903 OC3: ACTIV F4, P4',
    nationalDataset: 'la_care_leavers_activity',
    comparable: 'near',
    needs: 'The return’s OC3',
    traps: [
      'Apprenticeships have a code of their own from 2021-22 only.',
      'The DfE publishes ages 17, 18 and 19 to 21 apart; this counts all ages of the return together.',
    ],
  },
  ({ row }) => /^[FP]4$/.test(row.activity),
)
