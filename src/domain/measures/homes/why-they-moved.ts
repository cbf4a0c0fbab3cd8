import { defineInYear, groupChildren } from '../define-measure.ts'
import { listEndedHomes } from '../list-ended-homes.ts'

const REASONS = [
  { code: 'CARPL', label: 'It was in the care plan' },
  { code: 'CREQB', label: 'Carer asked, because of behaviour' },
  { code: 'CREQO', label: 'Carer asked, for another reason' },
  { code: 'CHILD', label: 'The child asked' },
  { code: 'LAREQ', label: 'The council asked' },
  { code: 'CLOSE', label: 'Carer stopped, or home closed' },
  { code: 'ALLEG', label: 'There was an allegation' },
  { code: 'STAND', label: 'The care was not good enough' },
  { code: 'APPRR', label: 'Carer’s approval was taken away' },
  { code: 'CUSTOD', label: 'Held in custody', smallUpTo: 9 },
  { code: 'OTHER', label: 'Another reason' },
]

export const whyTheyMoved = defineInYear(
  {
    id: 'M30',
    title: 'Reasons for placement changes',
    plainTitle: 'Why children moved home',
    whyItMatters: 'Knowing why moves happen is how to have fewer of them.',
    theme: 'homes',
    askedForByChildren: false,
    kind: 'list',
    direction: 'none',
    period: 'year',
    decimals: 0,
    baseWord: 'moves',
    countsEvents: true,
    whoIsCounted:
      'Moves from one home to another from 1 April to the date whose reason is recorded. Moves are counted, not children',
    whoIsMet: 'All of them, by reason. A change of the placement’s status alone is no move',
    source:
      'DfE, children looked after statistics: new placements, reason for change. SSDA903 Episodes: REASON_PLACE_CHANGE',
    nationalDataset: 'la_cla_during_year_new_placements',
    comparable: 'near',
    needs: 'The return’s Episodes with the reason for each change of placement',
    traps: ['Most local numbers are small, and hidden in what the DfE publishes.'],
  },
  ({ records, period }) => {
    const moves = listEndedHomes(records, period)
    if (moves.length === 0) return 'No move with a reason is recorded in this time.'
    const groups = groupChildren(moves, REASONS, ({ reason }) =>
      REASONS.some(({ code }) => code === reason) ? reason : null,
    )
    return {
      met: [...new Set(moves.map(({ childId }) => childId))],
      numbers: { numerator: moves.length, denominator: moves.length },
      groups: groups.map((group) => ({
        ...group,
        children: new Set(moves.filter(({ reason }) => reason === group.code).map(({ childId }) => childId)).size,
      })),
    }
  },
)
