import { shareMissing } from '../share-missing.ts'

export const awayWithoutPermission = shareMissing(
  {
    id: 'M91',
    title: 'Children away without authorisation in the year',
    plainTitle: 'Away without permission',
    whyItMatters: 'Often it is a visit to family or friends that could have been agreed.',
    theme: 'safe',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'lower',
    period: 'year',
    decimals: 0,
    whoIsCounted: 'Children in our care at any time from 1 April to the date, short breaks left out',
    whoIsMet: 'Those who were away without permission, their place known, at least once in that time',
    source: 'DfE, children looked after statistics: missing. SSDA903 Missing: MISSING = A, MIS_START, MIS_END',
    nationalDataset: 'la_cla_missing',
    comparable: 'near',
    needs: 'The return’s Missing table and Episodes',
    traps: ['Councils differ in what they record as away.'],
  },
  'A',
)
