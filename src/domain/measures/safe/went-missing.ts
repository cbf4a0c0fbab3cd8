import { shareMissing } from '../share-missing.ts'

export const wentMissing = shareMissing(
  {
    id: 'M90',
    title: 'Children who went missing in the year',
    plainTitle: 'Went missing',
    whyItMatters: 'A child who runs is telling us something, and is in danger meanwhile.',
    theme: 'safe',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'lower',
    period: 'year',
    decimals: 0,
    whoIsCounted: 'Children in our care at any time from 1 April to the date, short breaks left out',
    whoIsMet: 'Those who were missing at least once in that time',
    source: 'DfE, children looked after statistics: missing. SSDA903 Missing: MISSING = M, MIS_START, MIS_END',
    nationalDataset: 'la_cla_missing',
    comparable: 'yes',
    needs: 'The return’s Missing table and Episodes',
    traps: ['Counts children, not times. Good recording raises it.'],
  },
  'M',
)
