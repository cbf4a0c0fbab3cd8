import { hasScore } from '../asked-for-score.ts'
import { define } from '../define-measure.ts'
import { findHealthYear, NO_HEALTH_YEAR } from '../health-year.ts'

export const averageScore = define(
  {
    id: 'M56',
    title: 'Average strengths and difficulties score',
    plainTitle: 'Average score for feelings and behaviour (SDQ)',
    whyItMatters: 'A high score says that life feels hard; it is a reason to ask, not a label.',
    theme: 'health',
    askedForByChildren: false,
    kind: 'mean',
    direction: 'lower',
    period: 'year',
    decimals: 1,
    whoIsCounted:
      'Children aged 5 to 16 on 31 March with a score, in our care that day and for twelve months without a day between',
    whoIsMet: 'The average of their scores, from 0 to 40',
    source: 'DfE, outcomes for children looked after: emotional and behavioural health. SSDA903 OC2: SDQ_SCORE',
    nationalDataset: 'la_conviction_health_outcome_cla',
    comparable: 'yes',
    needs: 'The return’s OC2, Episodes and birth dates',
    traps: ['Read it with the share of children who have a score: those without one may be the ones in most need.'],
    smallUpTo: 9,
  },
  ({ records, asAt }) => {
    const year = findHealthYear(records, asAt)
    if (!year) return NO_HEALTH_YEAR
    const scored = year.children.filter(hasScore)
    return {
      met: [],
      counted: scored.map(({ record }) => record.childId),
      sum: scored.reduce((sum, { health }) => sum + health!.sdqScore!, 0),
      period: year.period,
      notes: year.notes,
    }
  },
)
