import { daysBetween } from '../../shared/calendar-date.ts'
import { defineOfAdopted } from '../list-adopted.ts'

/** Fourteen months, as the scorecard counts them. */
const DAYS = 426

export const newFamilyInTime = defineOfAdopted(
  {
    id: 'M103',
    title: 'Adopted children who waited less than 14 months from entering care to moving in (A3)',
    plainTitle: 'Moved in with their new family within 14 months',
    whyItMatters: 'It shows how many waited longer than a child should.',
    theme: 'permanence',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'higher',
    period: 'three years',
    decimals: 0,
    whoIsCounted: 'Children adopted in the three years to the date whose day of moving in is known',
    whoIsMet: 'Those who moved in within 426 days of coming into care',
    source: 'DfE, adoption scorecard, A3. SSDA903 Episodes: DECOM, PLACE A3 to A6, REC; AD1: FOSTER_CARE',
    nationalDataset: 'adoption_scorecard',
    comparable: 'near',
    needs: 'The return’s Episodes and AD1 of three years',
    traps: ['The scorecard also counts children still waiting; this counts those adopted.'],
  },
  (adopted) => {
    const known = adopted.filter(({ movedInOn }) => movedInOn !== null)
    const inTime = known.filter(({ cameOn, movedInOn }) => daysBetween(cameOn, movedInOn!) <= DAYS)
    return {
      met: inTime.map(({ record }) => record.childId),
      counted: known.map(({ record }) => record.childId),
    }
  },
)
