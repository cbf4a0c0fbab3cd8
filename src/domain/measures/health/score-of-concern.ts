import { hasScore } from '../asked-for-score.ts'
import { define } from '../define-measure.ts'
import { findHealthYear, type HealthChild, NO_HEALTH_YEAR } from '../health-year.ts'

/** The bands of the questionnaire as carers fill it in. */
const BANDS = [
  { code: 'concern', label: 'Of concern (17 or more)', from: 17, part: 'met' as const },
  { code: 'borderline', label: 'Borderline (14 to 16)', from: 14, part: 'unmet' as const },
  { code: 'usual', label: 'As for most children (13 or less)', from: 0, part: 'unmet' as const },
]

export const scoreOfConcern = define(
  {
    id: 'M57',
    title: 'Children with a strengths and difficulties score of concern',
    plainTitle: 'A score that says feelings or behaviour are a worry',
    whyItMatters: 'These are children for whom help with feelings should be on its way.',
    theme: 'health',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'lower',
    period: 'year',
    decimals: 0,
    whoIsCounted:
      'Children aged 5 to 16 on 31 March with a score, in our care that day and for twelve months without a day between',
    whoIsMet: 'Those with a score of 17 or more',
    source: 'DfE, outcomes for children looked after: emotional and behavioural health. SSDA903 OC2: SDQ_SCORE',
    nationalDataset: 'la_conviction_health_outcome_cla',
    comparable: 'yes',
    needs: 'The return’s OC2, Episodes and birth dates',
    traps: ['The three bands add up to those with a score, not to all children.'],
    smallUpTo: 9,
  },
  ({ records, asAt }) => {
    const year = findHealthYear(records, asAt)
    if (!year) return NO_HEALTH_YEAR
    const scored = year.children.filter(hasScore)
    const bandOf = ({ health }: HealthChild) => BANDS.find(({ from }) => health!.sdqScore! >= from)!.code
    const ids = (children: HealthChild[]) => children.map(({ record }) => record.childId)
    return {
      met: ids(scored.filter((child) => bandOf(child) === 'concern')),
      counted: ids(scored),
      period: year.period,
      notes: year.notes,
      groups: BANDS.map(({ code, label, part }) => ({
        code,
        label,
        part,
        count: scored.filter((child) => bandOf(child) === code).length,
      })),
    }
  },
)
