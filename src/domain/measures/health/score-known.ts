import { isAskedForScore } from '../asked-for-score.ts'
import { shareOfHealthYear } from '../health-year.ts'

export const scoreKnown = shareOfHealthYear(
  {
    id: 'M55',
    title: 'Children aged 5 to 16 with a strengths and difficulties score',
    plainTitle: 'Asked how children are feeling and getting on (SDQ)',
    whyItMatters: 'A score shows who may need help with feelings; without one nobody looked.',
    theme: 'health',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'higher',
    period: 'year',
    decimals: 0,
    whoIsCounted: 'Children aged 5 to 16 on 31 March, in our care that day and for twelve months without a day between',
    whoIsMet: 'Those for whom a score is recorded for the year',
    source:
      'DfE, outcomes for children looked after: emotional and behavioural health. SSDA903 OC2: SDQ_SCORE, SDQ_REASON',
    nationalDataset: 'la_conviction_health_outcome_cla',
    comparable: 'yes',
    needs: 'The return’s OC2, Episodes and birth dates',
    traps: ['The carer is asked. What the child and the teacher say is not in this figure.'],
    smallUpTo: 9,
  },
  { isCounted: isAskedForScore, isMet: ({ health }) => (health?.sdqScore ?? null) !== null },
)
