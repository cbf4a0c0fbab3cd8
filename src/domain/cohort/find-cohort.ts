import { DIMENSIONS } from '../breakdown/dimension.ts'
import type { ChildRecord } from '../measures/child-record.ts'
import { findGroup } from '../measures/define-measure.ts'
import { LEGAL_GROUPS } from '../measures/in-care/legal-status.ts'
import { findInCareSince, listInCareOn } from '../measures/in-care.ts'
import type { MeasureResult } from '../measures/measure.ts'
import { addMonths, ageOn, type IsoDate } from '../shared/calendar-date.ts'
import type { Filter } from './filter.ts'

/** What a list says of one child. Null where it is not known, or not this reader's to know. */
export interface Found {
  childId: string
  age: number | null
  since: IsoDate
  home: string
  legal: string | null
  area: 'in' | 'out' | null
}

/** Children in care on the day who fit. `result`: of the measure asked for, on the same records and day. */
export function findCohort(
  records: readonly ChildRecord[],
  day: IsoDate,
  filter: Filter,
  result: MeasureResult | null,
): Found[] {
  const behind = result === null ? null : listBehind(result, filter.met)
  return listInCareOn(records, day).flatMap(({ record, episode }) => {
    const is = (dimension: string) => DIMENSIONS.find(({ id }) => id === dimension)!.groupOf(record, day)
    const age = record.bornOn === null ? null : ageOn(record.bornOn, day)
    const since = findInCareSince(record, day)!
    const found: Found = {
      childId: record.childId,
      age,
      since,
      home: is('home') ?? 'unknown',
      legal: findGroup(LEGAL_GROUPS, episode.legalStatus),
      area: episode.insideArea === null ? null : episode.insideArea ? 'in' : 'out',
    }
    const fits =
      (filter.ageFrom === '' || (age !== null && age >= Number(filter.ageFrom))) &&
      (filter.ageTo === '' || (age !== null && age <= Number(filter.ageTo))) &&
      (filter.sex === '' || is('sex') === filter.sex) &&
      (filter.home === '' || found.home === filter.home) &&
      (filter.legal === '' || found.legal === filter.legal) &&
      (filter.area === '' || found.area === filter.area) &&
      (filter.monthsFrom === '' || since <= addMonths(day, -Number(filter.monthsFrom))) &&
      (filter.monthsTo === '' || since >= addMonths(day, -Number(filter.monthsTo))) &&
      (filter.alone === '' || (is('unaccompanied') === 'alone') === (filter.alone === 'yes')) &&
      (behind === null || behind.has(record.childId))
    return fits ? [found] : []
  })
}

function listBehind({ met, counted }: MeasureResult, which: string): ReadonlySet<string> {
  return which === 'no' ? new Set(counted).difference(new Set(met)) : new Set(met)
}
