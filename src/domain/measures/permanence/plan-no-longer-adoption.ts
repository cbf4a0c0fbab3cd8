import { defineInYear, groupChildren } from '../define-measure.ts'

const REASONS = [
  { code: 'RD1', label: 'The child’s needs changed' },
  { code: 'RD2', label: 'The court made no placement order' },
  { code: 'RD3', label: 'No adopters were found' },
  { code: 'RD4', label: 'Another reason' },
]

export const planNoLongerAdoption = defineInYear(
  {
    id: 'M106',
    title: 'Children for whom the decision for adoption was reversed',
    plainTitle: 'A plan for adoption that was given up',
    whyItMatters: 'A child was told of a new family, and it did not come; the next plan must.',
    theme: 'permanence',
    askedForByChildren: false,
    kind: 'list',
    direction: 'none',
    period: 'year',
    decimals: 0,
    whoIsCounted: 'Children for whom the decision for adoption was ended without one from 1 April to the date',
    whoIsMet: 'All of them, by reason',
    source: 'DfE, adoption scorecard, A5. SSDA903 PlacedAdoption: DATE_PLACED_CEASED, REASON_PLACED_CEASED',
    nationalDataset: 'adoption_scorecard',
    comparable: 'near',
    needs: 'The return’s PlacedAdoption table',
    traps: ['Locally a handful at most.'],
  },
  ({ records, period }) => {
    const ended = records.flatMap(({ childId, adoptionDecisions }) => {
      const last = adoptionDecisions.findLast(
        ({ endsOn, reasonCeased }) =>
          reasonCeased !== null && endsOn !== null && endsOn >= period.from && endsOn <= period.to,
      )
      return last ? [{ childId, reason: last.reasonCeased! }] : []
    })
    return {
      met: ended.map(({ childId }) => childId),
      groups: groupChildren(ended, REASONS, ({ reason }) =>
        REASONS.some(({ code }) => code === reason) ? reason : null,
      ),
    }
  },
)
