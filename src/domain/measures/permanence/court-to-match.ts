import { daysBetween } from '../../shared/calendar-date.ts'
import { defineOfAdopted } from '../list-adopted.ts'

export const courtToMatch = defineOfAdopted(
  {
    id: 'M102',
    title: 'Average days between court authority to place and matching (A2)',
    plainTitle: 'Days from the court’s yes to being matched with a family',
    whyItMatters: 'When the court has agreed, waiting is in our hands.',
    theme: 'permanence',
    askedForByChildren: false,
    kind: 'mean',
    direction: 'lower',
    period: 'three years',
    decimals: 0,
    unit: 'days',
    whoIsCounted: 'Children adopted in the three years to the date with a placement order and a day of matching',
    whoIsMet: 'Days from the placement order to the match; nought where the match came first',
    source: 'DfE, adoption scorecard, A2. SSDA903 Episodes: LS E1; AD1: DATE_MATCH',
    nationalDataset: 'adoption_scorecard',
    comparable: 'near',
    needs: 'The return’s Episodes and AD1 of three years',
    traps: [
      'The scorecard’s threshold was 121 days. Who was placed by consent has no placement order and is left out.',
    ],
  },
  (adopted) => {
    const known = adopted.filter(({ adoption, placementOrderOn }) => adoption !== null && placementOrderOn !== null)
    if (known.length === 0) return 'Nobody adopted in the three years has both a placement order and a day of matching.'
    return {
      met: [],
      counted: known.map(({ record }) => record.childId),
      sum: known.reduce(
        (sum, { adoption, placementOrderOn }) => sum + Math.max(0, daysBetween(placementOrderOn!, adoption!.matchedOn)),
        0,
      ),
    }
  },
)
