import type { YoungAdult } from '../after-care.ts'
import { shareAfterCare } from '../share-after-care.ts'

const REASONS = [
  { code: 'illness', label: 'Illness or disability', activity: 'G4' },
  { code: 'parenting', label: 'Pregnancy or being a parent', activity: 'G6' },
  { code: 'other', label: 'Another reason', activity: 'G5' },
]

export const notInWorkOrLearning = shareAfterCare(
  {
    id: 'M114',
    title: 'Care leavers not in education, employment or training',
    plainTitle: 'Care-experienced young people without work or learning',
    whyItMatters: 'With nothing to get up for, days are long and money is short.',
    theme: 'after care',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'lower',
    period: 'year',
    decimals: 0,
    whoIsCounted:
      'Care-experienced young people with a 17th to 21st birthday in the year, less those who died or went home to a parent. Those about whom it is not known are counted',
    whoIsMet: 'Those not in education, employment or training, for whatever reason',
    source: 'DfE, children looked after statistics: care leavers, activity. SSDA903 OC3: ACTIV G4, G5, G6',
    nationalDataset: 'la_care_leavers_activity',
    comparable: 'near',
    needs: 'The return’s OC3',
    traps: [
      'Bringing up a child is work. The reasons are shown apart where they are not too few.',
      'The DfE publishes ages 17, 18 and 19 to 21 apart; this counts all ages of the return together.',
    ],
    smallUpTo: 9,
  },
  ({ row }) => /^G[456]$/.test(row.activity),
  [
    ...REASONS.map(({ code, label, activity }) => ({
      code,
      label,
      holds: ({ row }: YoungAdult) => row.activity === activity,
      part: 'met' as const,
    })),
    { code: 'in', label: 'In work or learning', holds: ({ row }) => /^[FP]\d$/.test(row.activity), part: 'unmet' },
    { code: 'unknown', label: 'Not known', holds: () => true, part: 'unmet' },
  ],
)
