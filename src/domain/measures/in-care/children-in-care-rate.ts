import { collectionYearOf } from '../../shared/calendar-date.ts'
import type { CouncilFacts } from '../child-record.ts'
import { idsOf, listInCareOn } from '../in-care.ts'
import { explain, makeCount, makeNone } from '../make-result.ts'
import type { Measure } from '../measure.ts'
import { noteOnReach } from '../measure-year.ts'

export const childrenInCareRate: Measure = {
  id: 'M02',
  title: 'Children looked after per 10,000 children under 18',
  plainTitle: 'Children in our care, per 10,000 children in our area',
  whyItMatters: 'It lets areas of different sizes be set side by side.',
  theme: 'in care',
  askedForByChildren: false,
  kind: 'rate',
  direction: 'none',
  period: 'as at',
  decimals: 0,
  baseWord: 'children under 18 who live here',
  whoIsCounted: 'Children under 18 who live in the area, by the estimate for the middle of the year before',
  whoIsMet: 'Children in our care at the end of the date, short breaks left out',
  source:
    'DfE, children looked after statistics: rate per 10,000; ONS mid-year population estimates. SSDA903 Episodes: DECOM, DEC, LS',
  nationalDataset: 'cla_number_and_rate_per_10k_children',
  comparable: 'yes',
  needs: 'The return’s Episodes, and the ONS estimate of children under 18',
  traps: ['The rate of a year divides by the middle of the year before, and is shown whole.'],
  compute(records, council, asAt) {
    const reach = noteOnReach(council, asAt)
    const population = findPopulation(council, asAt)
    if (!population) {
      return makeNone(this, 'No number of children living in the area is held, so there is no rate.', {
        asAt,
        notes: reach,
      })
    }
    const count = makeCount(this, idsOf(listInCareOn(records, asAt)), {
      asAt,
      notes: [explain(`Population: the estimate for the middle of ${population.year}.`), ...reach],
    })
    return { ...count, denominator: population.children, value: (count.value! / population.children) * 10_000 }
  },
}

/**
 * The rate of a year divides by the middle of the year before (that of 2025 by mid-2024). Where that is not held yet,
 * the newest one before it stands; where only later ones are, the oldest.
 */
function findPopulation({ populationUnder18 }: CouncilFacts, asAt: string): { year: number; children: number } | null {
  const held = populationUnder18.filter(({ children }) => children > 0).toSorted((a, b) => a.year - b.year)
  return held.findLast(({ year }) => year < collectionYearOf(asAt)) ?? held[0] ?? null
}
