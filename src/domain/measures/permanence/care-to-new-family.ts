import { daysBetween } from '../../shared/calendar-date.ts'
import { defineOfAdopted } from '../list-adopted.ts'

export const careToNewFamily = defineOfAdopted(
  {
    id: 'M101',
    title: 'Average days between entering care and moving in with the adoptive family (A10)',
    plainTitle: 'Days from coming into care to moving in with a new family',
    whyItMatters: 'For a baby a year of waiting is a whole life.',
    theme: 'permanence',
    askedForByChildren: false,
    kind: 'mean',
    direction: 'lower',
    period: 'three years',
    decimals: 0,
    unit: 'days',
    whoIsCounted: 'Children adopted in the three years to the date whose day of moving in is known',
    whoIsMet:
      'Days from the start of the time in care to the day of moving in. Where foster carers adopt, to the day they became the child’s carers',
    source: 'DfE, adoption scorecard, A10. SSDA903 Episodes: DECOM, PLACE A3 to A6, REC; AD1: FOSTER_CARE',
    nationalDataset: 'adoption_scorecard',
    comparable: 'near',
    needs: 'The return’s Episodes and AD1 of three years',
    traps: ['The scorecard’s threshold was 426 days (14 months). An average hides a few very long waits.'],
  },
  (adopted) => {
    const known = adopted.filter(({ movedInOn }) => movedInOn !== null)
    if (known.length === 0) return 'Nobody adopted in the three years has a known day of moving in.'
    return {
      met: [],
      counted: known.map(({ record }) => record.childId),
      sum: known.reduce((sum, { cameOn, movedInOn }) => sum + daysBetween(cameOn, movedInOn!), 0),
    }
  },
)
