import { defineInYear } from '../define-measure.ts'
import { listEndedHomes } from '../list-ended-homes.ts'

const UNPLANNED = new Set(['ALLEG', 'STAND', 'APPRR', 'CREQB', 'CREQO', 'CLOSE', 'CHILD', 'CUSTOD'])

export const endedUnplanned = defineInYear(
  {
    id: 'M29',
    title: 'Placements that ended unplanned',
    plainTitle: 'Moves that nobody had planned',
    whyItMatters: 'A move that was not planned leaves no time to say goodbye.',
    theme: 'homes',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'lower',
    period: 'year',
    decimals: 0,
    baseWord: 'moves',
    countsEvents: true,
    whoIsCounted:
      'Moves from one home to another from 1 April to the date whose reason is recorded. Moves are counted, not children',
    whoIsMet:
      'Those made because the carer or the child asked, the carer stopped or lost approval, there was an allegation or poor care, or the young person was held in custody',
    source: 'Our own grouping of the return’s reasons. SSDA903 Episodes: REASON_PLACE_CHANGE',
    nationalDataset: 'la_cla_during_year_new_placements',
    comparable: 'near',
    needs: 'The return’s Episodes with the reason for each change of placement',
    traps: [
      'There is no agreed list of unplanned reasons. Those that the council asked for, or “other”, are counted as planned here.',
    ],
  },
  ({ records, period }) => {
    const moves = listEndedHomes(records, period)
    if (moves.length === 0) return 'No move with a reason is recorded in this time.'
    const unplanned = moves.filter(({ reason }) => UNPLANNED.has(reason))
    return {
      met: [...new Set(unplanned.map(({ childId }) => childId))],
      counted: [...new Set(moves.map(({ childId }) => childId))],
      numbers: { numerator: unplanned.length, denominator: moves.length },
    }
  },
)
