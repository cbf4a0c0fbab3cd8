import { idsOf, listInCareOn } from '../in-care.ts'
import { explain, makeCount } from '../make-result.ts'
import type { BreakdownCell, Measure } from '../measure.ts'
import { noteOnReach } from '../measure-year.ts'

/** Groups of the DfE's placement table, in its order. Codes of earlier years stand with what replaced them. */
export const HOME_GROUPS: { code: string; label: string; placements: RegExp; isRare?: true }[] = [
  { code: 'foster', label: 'With foster carers', placements: /^U[1-6]$/ },
  { code: 'home or secure', label: 'In a children’s home or secure home', placements: /^K[12]$/ },
  // K3 took over H5 in 2024-25; P2 (independent living) ended with it.
  { code: 'supported', label: 'In supported accommodation', placements: /^(K3|H5|P2)$/ },
  { code: 'parents', label: 'With parents', placements: /^P1$/ },
  { code: 'adoption', label: 'With the people adopting them', placements: /^A[3-6]$/ },
  { code: 'residential school', label: 'In a residential school', placements: /^S1$/ },
  { code: 'other residential', label: 'In another residential place', placements: /^R[1-5]$/ },
  // Z1 became Z11 to Z14 in 2025-26.
  { code: 'other', label: 'Somewhere else', placements: /^(Z1[1-4]?|P3)$/ },
  { code: 'temporary', label: 'On a temporary stay', placements: /^T[0-4]$/, isRare: true },
  { code: 'unknown', label: 'Not known', placements: /.*/, isRare: true },
]

export const kindOfHome: Measure = {
  id: 'M12',
  title: 'Children looked after by kind of placement',
  plainTitle: 'The kinds of home children live in',
  whyItMatters: 'Most children do best in a family, near people they know, and some need something else.',
  theme: 'homes',
  askedForByChildren: false,
  kind: 'list',
  direction: 'none',
  period: 'as at',
  decimals: 0,
  whoIsCounted: 'Children in our care on the date, short breaks left out',
  whoIsMet: 'All of them, by the kind of home they live in that day',
  source: 'DfE, children looked after statistics: placement on 31 March. SSDA903 Episodes: PLACE',
  nationalDataset: 'la_cla_on_31_march_by_characteristics',
  comparable: 'yes',
  needs: 'The return’s Episodes',
  traps: ['Codes change: Z1 became Z11 to Z14 in 2025-26, H5 became K3 in 2024-25.'],
  compute(records, council, asAt) {
    const inCare = listInCareOn(records, asAt)
    const counts = new Map<string, number>()
    for (const { episode } of inCare) {
      const { code } = HOME_GROUPS.find(({ placements }) => placements.test(episode.placement))!
      counts.set(code, (counts.get(code) ?? 0) + 1)
    }
    const breakdown = HOME_GROUPS.filter(({ code, isRare }) => !isRare || counts.has(code)).map(
      ({ code, label }): Omit<BreakdownCell, 'percent'> => ({ code, label, count: counts.get(code) ?? 0, part: 'met' }),
    )
    const notes = [
      explain('Each percentage is of all children in our care on the date.'),
      ...noteOnReach(council, asAt),
    ]
    return { ...makeCount(this, idsOf(inCare), { asAt, notes, breakdown }), denominator: inCare.length }
  },
}
