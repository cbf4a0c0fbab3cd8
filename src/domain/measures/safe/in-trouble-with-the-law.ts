import { shareOfHealthYear } from '../health-year.ts'

export const inTroubleWithTheLaw = shareOfHealthYear(
  {
    id: 'M93',
    title: 'Children aged 10 to 17 convicted or cautioned in the year',
    plainTitle: 'In trouble with the law',
    whyItMatters: 'What a parent would settle at home should not become a criminal record.',
    theme: 'safe',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'lower',
    period: 'year',
    decimals: 0,
    whoIsCounted:
      'Children aged 10 to 17 on 31 March, in our care that day and for twelve months without a day between',
    whoIsMet: 'Those convicted, or given a youth caution, in the year',
    source: 'DfE, outcomes for children looked after: offending. SSDA903 OC2: CONVICTED; Header: DOB',
    nationalDataset: 'la_conviction_health_outcome_cla',
    comparable: 'yes',
    needs: 'The return’s OC2, Episodes and birth dates',
    traps: ['Of those in care all year only: who came or left in the year is not in it.'],
    smallUpTo: 9,
  },
  {
    isCounted: ({ age }) => age !== null && age >= 10 && age <= 17,
    isMet: ({ isConvicted }) => isConvicted === true,
  },
)
