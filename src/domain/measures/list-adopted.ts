import { addDays, collectionYear, collectionYearOf, type IsoDate, type Period } from '../shared/calendar-date.ts'
import { findLastLeaving } from './came-and-left.ts'
import type { ChildRecord } from './child-record.ts'
import { findHomeSince } from './count-homes.ts'
import { define, type Found } from './define-measure.ts'
import { findInCareSince } from './in-care.ts'
import { explain } from './make-result.ts'
import type { Measure, MeasureWords } from './measure.ts'

export interface Adopted {
  record: ChildRecord
  /** The start of the time in care that ended in adoption. */
  cameOn: IsoDate
  adoptedOn: IsoDate
  /** Moved in with the adoptive family: where its foster carers adopt, the day they became the child's carers. */
  movedInOn: IsoDate | null
  /** Null where no answers about the adoption (the return's AD1) are held. */
  adoption: ChildRecord['adoptions'][number] | null
  placementOrderOn: IsoDate | null
}

const ADOPTIVE = /^A[3-6]$/

/** Children who left our care adopted in a period. */
export function listAdopted(records: readonly ChildRecord[], period: Period): Adopted[] {
  return records.flatMap((record) => {
    const last = findLastLeaving(record, period)
    if (!last || (last.reasonEnded !== 'E11' && last.reasonEnded !== 'E12')) return []
    const dayBefore = addDays(last.endsOn!, -1)
    const cameOn = findInCareSince(record, dayBefore) ?? last.startsOn
    const ofThisTime = record.episodes.filter(({ startsOn }) => startsOn >= cameOn && startsOn <= last.startsOn)
    const placed = ofThisTime.find(({ placement }) => ADOPTIVE.test(placement))?.startsOn ?? null
    const adoption = record.adoptions.findLast(({ startsOn }) => startsOn <= last.endsOn!) ?? null
    const isWithCarers = adoption?.byFormerCarer === true
    return [
      {
        record,
        cameOn,
        adoptedOn: last.endsOn!,
        movedInOn: isWithCarers ? findHomeSince(record, dayBefore) : placed,
        adoption,
        placementOrderOn: ofThisTime.find(({ legalStatus }) => legalStatus === 'E1')?.startsOn ?? null,
      },
    ]
  })
}

/** The collection year of the date and the two before it. */
export function findThreeYearsTo(asAt: IsoDate): { period: Period; isPartYear: boolean } {
  const year = collectionYearOf(asAt)
  return { period: { from: collectionYear(year - 2).from, to: asAt }, isPartYear: asAt !== collectionYear(year).to }
}

/** Of children adopted in the three years to the date. */
export function defineOfAdopted(words: MeasureWords, work: (adopted: Adopted[]) => Found | string): Measure {
  return define(words, ({ records, asAt, council }) => {
    const time = findThreeYearsTo(asAt)
    const held = council.returnYears.filter((year) => collectionYear(year).to > time.period.from)
    const found = work(listAdopted(records, time.period))
    if (typeof found === 'string') return found
    const notes = [...(found.notes ?? [])]
    if (council.returnYears.length > 0 && held.length < 3)
      notes.push(
        explain('Fewer than three years of returns are held, so this counts fewer children than the scorecard does.'),
      )
    return { ...found, ...time, notes }
  })
}
