import { findAfterCareYear, NO_AFTER_CARE_YEAR } from '../after-care.ts'
import { makeNone, makePercent } from '../make-result.ts'
import type { Measure } from '../measure.ts'

export const inASuitableHome: Measure = {
  id: 'M112',
  title: 'Care leavers in suitable accommodation',
  plainTitle: 'Care-experienced young people in a suitable home',
  whyItMatters: 'A safe place of one’s own is what everything else in a young adult’s life stands on.',
  theme: 'after care',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'year',
  decimals: 0,
  whoIsCounted:
    'Care-experienced young people with a 17th to 21st birthday in the year, less those who died or went home to a parent. Those whose home is not known are counted',
  whoIsMet: 'Those in a home that the council judged suitable (a code ending in 1)',
  source:
    'DfE, children looked after statistics: care leavers, accommodation suitability. SSDA903 OC3: IN_TOUCH, ACCOM',
  nationalDataset: 'la_care_leavers_accommodation_suitability',
  comparable: 'near',
  needs: 'The return’s OC3',
  traps: [
    'Custody and no fixed home have no suitable twin. The DfE publishes ages 17, 18 and 19 to 21 apart; this counts all ages of the return together.',
  ],
  compute(records, _council, asAt) {
    const year = findAfterCareYear(records, asAt)
    if (!year) return makeNone(this, NO_AFTER_CARE_YEAR, { asAt })
    const met: string[] = []
    let unsuitable = 0
    for (const { childId, row } of year.people) {
      if (/^[A-Z]1$/.test(row.accommodation)) met.push(childId)
      else if (/^[A-Z]2$/.test(row.accommodation)) unsuitable += 1
    }
    const counted = year.people.map(({ childId }) => childId)
    return makePercent(
      this,
      { met, counted },
      {
        asAt,
        period: year.period,
        notes: [year.note],
        breakdown: [
          { code: 'suitable', label: 'In a suitable home', count: met.length, part: 'met' },
          { code: 'unsuitable', label: 'In a home that is not suitable', count: unsuitable, part: 'unmet' },
          { code: 'unknown', label: 'Not known', count: counted.length - met.length - unsuitable, part: 'unmet' },
        ],
      },
    )
  },
}
