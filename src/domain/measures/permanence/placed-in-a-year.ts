import { addMonths } from '../../shared/calendar-date.ts'
import { defineInYear } from '../define-measure.ts'

export const placedInAYear = defineInYear(
  {
    id: 'M105',
    title: 'Children placed for adoption within 12 months of the decision',
    plainTitle: 'With their new family within a year of the decision',
    whyItMatters: 'A decision is only a beginning; the child still waits.',
    theme: 'permanence',
    askedForByChildren: false,
    kind: 'percent',
    direction: 'higher',
    period: 'year',
    decimals: 0,
    whoIsCounted: 'Children placed for adoption from 1 April to the date whose day of decision is known',
    whoIsMet: 'Those placed within twelve months of the decision that they should be placed for adoption',
    source:
      'DfE, children looked after statistics: placed for adoption (national table). SSDA903 PlacedAdoption: DATE_PLACED; Episodes: PLACE A3 to A6',
    nationalDataset: null,
    comparable: 'near',
    needs: 'The return’s PlacedAdoption table and Episodes',
    traps: ['Decisions of years before the oldest return held are not known, and those children are left out.'],
  },
  ({ records, period }) => {
    const met: string[] = []
    const counted: string[] = []
    for (const { childId, episodes, adoptionDecisions } of records) {
      const placed = episodes.find(({ placement }) => /^A[3-6]$/.test(placement))?.startsOn
      if (placed === undefined || placed < period.from || placed > period.to) continue
      const decision = adoptionDecisions.findLast(({ startsOn }) => startsOn <= placed)
      if (!decision) continue
      counted.push(childId)
      if (placed <= addMonths(decision.startsOn, 12)) met.push(childId)
    }
    return { met, counted }
  },
)
