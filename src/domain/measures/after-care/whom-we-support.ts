import { findAfterCareYear, NO_AFTER_CARE_YEAR } from '../after-care.ts'
import { define } from '../define-measure.ts'

export const whomWeSupport = define(
  {
    id: 'M110',
    title: 'Care leavers',
    plainTitle: 'Care-experienced young people we support',
    whyItMatters: 'Being a parent does not stop at 18.',
    theme: 'after care',
    askedForByChildren: false,
    kind: 'count',
    direction: 'none',
    period: 'year',
    decimals: 0,
    whoIsCounted:
      'Care-experienced young people with a 17th to 21st birthday in the year, less those who died or went home to a parent',
    whoIsMet: 'All of them, each once',
    source: 'DfE, children looked after statistics: care leavers. SSDA903 OC3',
    nationalDataset: 'la_care_leavers_activity',
    comparable: 'near',
    needs: 'The return’s OC3',
    traps: ['The DfE gives ages 17, 18, 19 to 21 and, from 2023, 22 to 25 apart. The return asks about 17 to 21.'],
  },
  ({ records, asAt }) => {
    const year = findAfterCareYear(records, asAt)
    if (!year) return NO_AFTER_CARE_YEAR
    return { met: year.people.map(({ childId }) => childId), period: year.period, notes: [year.note] }
  },
)
