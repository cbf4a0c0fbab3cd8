import type { Payload } from '../record/event-kinds.ts'
import type { IsoDate } from '../shared/calendar-date.ts'

type Dated<T> = T & { startsOn: IsoDate; endsOn: IsoDate | null }

/**
 * What measures read: one child's current facts at an as-known moment, each list in date order. Miles and
 * inside-our-area are worked out from the postcode directory before they get here, so no measure sees a postcode.
 */
export interface ChildRecord {
  childId: string
  bornOn: IsoDate | null
  sex: string | null
  ethnicity: string | null
  episodes: Dated<Payload<'episode'> & { miles: number | null; insideArea: boolean | null }>[]
  reviews: { on: IsoDate; participation: string }[]
  workers: Dated<{ worker: string }>[]
  leavingCare: Dated<Payload<'leaving_care_year'>>[]
  documents: Dated<Payload<'document_held'>>[]
  /** Came to this country alone: until the day it ended, that day not included. */
  unaccompanied: Dated<object>[]
  /** One of each for a year in which the child was in care from its first day to its last. */
  health: Dated<Payload<'health_year'>>[]
  convictions: Dated<Payload<'conviction_year'>>[]
  missing: Dated<Payload<'missing'>>[]
  adoptions: Dated<Payload<'adoption'>>[]
  adoptionDecisions: Dated<Payload<'adoption_decision'>>[]
  earlierPermanence: Dated<Payload<'previous_permanence'>>[]
}

/** Facts about the council, not about a child, that some measures need. */
export interface CouncilFacts {
  /** Children under 18 living in the area, mid-year estimates by year. Empty where none is held. */
  populationUnder18: { year: number; children: number }[]
  /** Years (ending 31 March) whose return has been taken in, ascending. */
  returnYears: number[]
  /** Whether a postcode directory has been loaded. */
  hasPostcodes: boolean
  /** Bank holidays in England, for what is due in working days. */
  holidays: ReadonlySet<IsoDate>
}
