import { findAfterCareYear, NO_AFTER_CARE_YEAR } from '../after-care.ts'
import { makeNone, makePercent } from '../make-result.ts'
import type { BreakdownCell, Measure } from '../measure.ts'

/** F full time, P part time. F3 and P3 were training until 2020-21. */
const GROUPS: { code: string; label: string; activities: RegExp; part: BreakdownCell['part'] }[] = [
  { code: 'learning', label: 'In education', activities: /^[FP][12]$/, part: 'met' },
  { code: 'work', label: 'In work, training, apprenticeship', activities: /^[FP]/, part: 'met' },
  { code: 'illness', label: 'Neither: illness or disability', activities: /^G4$/, part: 'unmet' },
  {
    code: 'parenting',
    label: 'Neither: pregnant or a parent',
    activities: /^G6$/,
    part: 'unmet',
  },
  { code: 'not', label: 'Neither: another reason', activities: /^G5$/, part: 'unmet' },
  { code: 'unknown', label: 'Not known', activities: /.*/, part: 'unmet' },
]

export const inWorkOrLearning: Measure = {
  id: 'M113',
  title: 'Care leavers in education, employment or training',
  plainTitle: 'Care-experienced young people in work or learning',
  whyItMatters: 'Work and learning give young adults money, friends and choices.',
  theme: 'after care',
  askedForByChildren: false,
  kind: 'percent',
  direction: 'higher',
  period: 'year',
  decimals: 0,
  whoIsCounted:
    'Care-experienced young people with a 17th to 21st birthday in the year, less those who died or went home to a parent. Those about whom it is not known are counted',
  whoIsMet: 'Those in education, employment or training, full or part time',
  source: 'DfE, children looked after statistics: care leavers, activity. SSDA903 OC3: IN_TOUCH, ACTIV F and P',
  nationalDataset: 'la_care_leavers_activity',
  comparable: 'near',
  needs: 'The return’s OC3',
  traps: [
    'The number counted can differ from that of homes: the two come from different answers. The DfE publishes ages 17, 18 and 19 to 21 apart; this counts all ages of the return together.',
  ],
  compute(records, _council, asAt) {
    const year = findAfterCareYear(records, asAt)
    if (!year) return makeNone(this, NO_AFTER_CARE_YEAR, { asAt })
    const met: string[] = []
    const counts = new Map<string, number>()
    for (const { childId, row } of year.people) {
      const group = GROUPS.find(({ activities }) => activities.test(row.activity))!
      counts.set(group.code, (counts.get(group.code) ?? 0) + 1)
      if (group.part === 'met') met.push(childId)
    }
    const counted = year.people.map(({ childId }) => childId)
    return makePercent(
      this,
      { met, counted },
      {
        asAt,
        period: year.period,
        notes: [year.note],
        breakdown: GROUPS.map(({ code, label, part }) => ({ code, label, part, count: counts.get(code) ?? 0 })),
      },
    )
  },
}
