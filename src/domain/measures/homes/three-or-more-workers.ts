import { overlaps, type Period } from '../../shared/calendar-date.ts'
import type { ChildRecord } from '../child-record.ts'
import { idsOf, listInCareOn } from '../in-care.ts'
import { explain, makeNone, makePercent, state } from '../make-result.ts'
import type { Measure } from '../measure.ts'
import { findYearTo, noteOnReach, sayWhyYearIsMissing } from '../measure-year.ts'
import { sayChildren } from '../say-children.ts'

export const threeOrMoreWorkers: Measure = {
  id: 'M23',
  title: 'Children with three or more social workers in the year',
  plainTitle: 'Three or more social workers in the year',
  whyItMatters: 'Every new worker is one more person to whom a child must tell their story again.',
  theme: 'homes',
  askedForByChildren: true,
  kind: 'percent',
  direction: 'lower',
  period: 'year',
  decimals: 0,
  whoIsCounted: 'Children in our care on the date, short breaks left out',
  whoIsMet: 'Those who had three or more different social workers from 1 April to the date, time before care included',
  source:
    'DfE, children looked after statistics: social worker changes, from 2024. SSDA903 social worker episodes: SW_ID, SW_DECOM, SW_DEC',
  nationalDataset: 'la_cla_swcount',
  comparable: 'yes',
  needs: 'The return’s social worker episodes',
  traps: ['Published from 2024 only.'],
  compute(records, council, asAt) {
    const { period, isPartYear } = findYearTo(asAt)
    const notes = [
      explain('A worker who comes back counts once. A child whose worker is not recorded stays in the number counted.'),
      ...noteOnReach(council, asAt),
    ]
    const missing = sayWhyYearIsMissing(records, council, asAt)
    if (missing) return makeNone(this, missing, { asAt, period, isPartYear, notes })
    const children = listInCareOn(records, asAt).map((child) => ({
      ...child,
      workers: countWorkers(child.record, period),
    }))
    const without = children.filter(({ workers }) => workers === 0).length
    if (children.length > 0 && without === children.length) {
      return makeNone(this, 'No social worker is recorded for this year, so this is not known.', {
        asAt,
        period,
        isPartYear,
        notes,
      })
    }
    if (without > 0) notes.push(state(`For ${sayChildren(without)} no social worker is recorded in the year.`))
    const met = children.filter(({ workers }) => workers >= 3)
    return makePercent(this, { met: idsOf(met), counted: idsOf(children) }, { asAt, period, isPartYear, notes })
  },
}

/** Different workers with at least a day in the period, both ends included. */
function countWorkers(record: ChildRecord, period: Period): number {
  const workers = new Set<string>()
  for (const { worker, startsOn, endsOn } of record.workers) {
    if (overlaps(startsOn, endsOn, period)) workers.add(worker)
  }
  return workers.size
}
