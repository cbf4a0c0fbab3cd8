import { shareAfterCare } from '../share-after-care.ts'

export const inTouch = shareAfterCare(
  {
    id: 'M111',
    title: 'Care leavers with whom the council is in touch',
    plainTitle: 'Care-experienced young people we are in touch with',
    whyItMatters: 'Help reaches only those we have not lost.',
    theme: 'after care',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'higher',
    period: 'year',
    decimals: 0,
    whoIsCounted:
      'Care-experienced young people with a 17th to 21st birthday in the year, less those who died or went home to a parent',
    whoIsMet: 'Those with whom the council was in touch around their birthday',
    source: 'DfE, children looked after statistics: care leavers, in touch. SSDA903 OC3: IN_TOUCH = YES',
    nationalDataset: 'la_care_leavers_intouch',
    comparable: 'near',
    needs: 'The return’s OC3',
    traps: [
      'Some tables show those not in touch instead: then lower is better.',
      'The DfE publishes ages 17, 18 and 19 to 21 apart; this counts all ages of the return together.',
    ],
  },
  ({ row }) => row.inTouch === 'YES',
  [
    { code: 'yes', label: 'In touch', holds: ({ row }) => row.inTouch === 'YES', part: 'met' },
    {
      code: 'refused',
      label: 'Does not want to be in touch',
      holds: ({ row }) => row.inTouch === 'REFU',
      part: 'unmet',
    },
    { code: 'not needed', label: 'No longer needs support', holds: ({ row }) => row.inTouch === 'NREQ', part: 'unmet' },
    { code: 'no', label: 'Not in touch', holds: () => true, part: 'unmet' },
  ],
)
