import { z } from 'zod'
import type { IsoDate } from '../shared/calendar-date.ts'

/**
 * The kinds of dated fact in a child's record, each with the shape of its payload, who may read it (field group), how
 * long it is kept, and which system is its master. A payload holds no dates that the event itself carries.
 *
 * A new kind is one entry here: its SQL view, its check on the way in and its place on the timeline follow from it.
 */
export const FIELD_GROUPS = [
  'identity', // name, birth date, sex, ethnicity
  'care', // legal status, kind of home, why it began and ended
  'location', // rule 16: all that tells where a child is: postcodes, home's number
  'reviews',
  'workers',
  'health',
  'offending',
  'education',
  'immigration', // rule 20: kept apart
  'permanence', // adoption and earlier permanent homes
  'safety', // missing episodes
  'leaving_care',
] as const
/** Papers that a young person needs as an adult. */
export const DOCUMENTS = [
  'bank account',
  'passport',
  'birth certificate',
  'National Insurance number',
  'provisional driving licence',
] as const

export type FieldGroup = (typeof FIELD_GROUPS)[number]

export interface EventKind {
  /** Plain title, as a person reads it on the timeline. */
  title: string
  fieldGroup: FieldGroup
  /** Where the fact is mastered: Kept holds a copy (rule 27). */
  systemOfRecord: 'case system' | 'kept'
  /** Whether the payload can name somebody other than the child (subject access). */
  thirdParty: boolean
  /** From when retention counts, and for how long. The 75th birthday: Care Planning Regulations 2010, reg 50. */
  retention: '75th birthday' | '100 years from order'
  /** Which parts of an event make it the same fact in a later return. */
  key: 'child' | 'start' | 'start and worker' | 'start and document' | 'year'
  payload: z.ZodObject
}

const code = z.string().min(1).max(12)
const optionalCode = code.nullable()
const yesNo = z.boolean().nullable()

export const eventKinds = {
  characteristics: {
    title: 'About the child',
    fieldGroup: 'identity',
    systemOfRecord: 'case system',
    thirdParty: true,
    retention: '75th birthday',
    key: 'child',
    /** Starts on the birth date. */
    payload: z.object({ sex: code, ethnicity: code, isMother: yesNo, motherOfChildBornOn: z.iso.date().nullable() }),
  },
  pupil_number: {
    title: 'Pupil number',
    fieldGroup: 'education',
    systemOfRecord: 'case system',
    thirdParty: false,
    retention: '75th birthday',
    key: 'child',
    payload: z.object({ upn: z.string().min(1).max(13) }),
  },
  episode: {
    title: 'Home and legal status',
    fieldGroup: 'care',
    systemOfRecord: 'case system',
    thirdParty: false,
    retention: '75th birthday',
    key: 'start',
    /** SSDA903 Episodes: starts on DECOM, ends on DEC. Codes as in `reference data` of the return. */
    payload: z.object({
      reasonForNewEpisode: code,
      legalStatus: code,
      need: code,
      placement: code,
      provider: optionalCode,
      reasonEnded: optionalCode,
      reasonPlaceChanged: optionalCode,
    }),
  },
  placement_address: {
    title: 'Where the home is',
    fieldGroup: 'location',
    systemOfRecord: 'case system',
    thirdParty: true,
    retention: '75th birthday',
    key: 'start',
    /** Same dates as the episode it belongs to. Postcodes upper case with one space, or null where the return has none. */
    payload: z.object({ homePostcode: optionalCode, placementPostcode: optionalCode, urn: optionalCode }),
  },
  review: {
    title: 'Review',
    fieldGroup: 'reviews',
    systemOfRecord: 'case system',
    thirdParty: false,
    retention: '75th birthday',
    key: 'start',
    payload: z.object({ participation: code }),
  },
  social_worker: {
    title: 'Social worker',
    fieldGroup: 'workers',
    systemOfRecord: 'case system',
    thirdParty: true,
    retention: '75th birthday',
    key: 'start and worker',
    payload: z.object({ worker: code, reason: optionalCode }),
  },
  unaccompanied: {
    title: 'Came to this country alone',
    fieldGroup: 'immigration',
    systemOfRecord: 'case system',
    thirdParty: false,
    retention: '75th birthday',
    key: 'child',
    /** Starts on the birth date (the return gives no start); ends on DUC. */
    payload: z.object({}),
  },
  health_year: {
    title: 'Health in the year',
    fieldGroup: 'health',
    systemOfRecord: 'case system',
    thirdParty: false,
    retention: '75th birthday',
    key: 'year',
    /** OC2 of one year: 1 April to 31 March. */
    payload: z.object({
      sdqScore: z.int().min(0).max(40).nullable(),
      sdqReason: optionalCode,
      developmentCheck: yesNo,
      immunisations: yesNo,
      teethCheck: yesNo,
      healthAssessment: yesNo,
      substanceMisuse: yesNo,
      interventionReceived: yesNo,
      interventionOffered: yesNo,
    }),
  },
  conviction_year: {
    title: 'Convictions in the year',
    fieldGroup: 'offending',
    systemOfRecord: 'case system',
    thirdParty: false,
    retention: '75th birthday',
    key: 'year',
    payload: z.object({ convicted: yesNo }),
  },
  leaving_care_year: {
    title: 'After care, in the year',
    fieldGroup: 'leaving_care',
    systemOfRecord: 'case system',
    thirdParty: false,
    retention: '75th birthday',
    key: 'year',
    /** OC3 of one year: 1 April to 31 March. */
    payload: z.object({ inTouch: code, activity: code, accommodation: code }),
  },
  adoption: {
    title: 'Adoption',
    fieldGroup: 'permanence',
    systemOfRecord: 'case system',
    thirdParty: true,
    retention: '100 years from order',
    key: 'start',
    /** AD1: starts on the date the intention was decided. */
    payload: z.object({
      matchedOn: z.iso.date(),
      byFormerCarer: yesNo,
      adopters: z.int().min(1).max(2).nullable(),
      adopterSex: optionalCode,
      adopterStatus: optionalCode,
    }),
  },
  adoption_decision: {
    title: 'Decision for adoption',
    fieldGroup: 'permanence',
    systemOfRecord: 'case system',
    thirdParty: false,
    retention: '100 years from order',
    key: 'start',
    payload: z.object({ reasonCeased: optionalCode }),
  },
  previous_permanence: {
    title: 'An earlier permanent home',
    fieldGroup: 'permanence',
    systemOfRecord: 'case system',
    thirdParty: false,
    retention: '75th birthday',
    key: 'year',
    /** DATE_PERM stays as written: its parts may be unknown (ZZ). */
    payload: z.object({ order: code, authority: optionalCode, orderDate: optionalCode }),
  },
  missing: {
    title: 'Missing or away',
    fieldGroup: 'safety',
    systemOfRecord: 'case system',
    thirdParty: false,
    retention: '75th birthday',
    key: 'start',
    payload: z.object({ type: code }),
  },
  document_held: {
    title: 'A paper of their own',
    fieldGroup: 'leaving_care',
    systemOfRecord: 'kept',
    thirdParty: false,
    retention: '75th birthday',
    key: 'start and document',
    /** Starts on the day it was in their hands or name; ends on the last day it was good, that day included. */
    payload: z.object({ paper: z.enum(DOCUMENTS) }),
  },
} as const satisfies Record<string, EventKind>

export type EventKindName = keyof typeof eventKinds
export type Payload<K extends EventKindName> = z.infer<(typeof eventKinds)[K]['payload']>

export function isEventKind(name: string): name is EventKindName {
  return Object.hasOwn(eventKinds, name)
}

/** One dated fact, without the ledger's own columns. `endsOn` null: still so, or has no end. */
export interface Fact<K extends EventKindName = EventKindName> {
  kind: K
  startsOn: IsoDate
  endsOn: IsoDate | null
  data: Payload<K>
}

/**
 * The text that makes two facts of one child the same fact, stated again: a later statement with the same key and other
 * content is a correction, not a second fact.
 */
export function factKey(fact: Fact): string {
  switch (eventKinds[fact.kind].key) {
    case 'child':
      return fact.kind
    case 'start and worker':
      return `${fact.kind} ${fact.startsOn} ${(fact.data as Payload<'social_worker'>).worker}`
    case 'start and document':
      return `${fact.kind} ${fact.startsOn} ${(fact.data as Payload<'document_held'>).paper}`
    default:
      return `${fact.kind} ${fact.startsOn}`
  }
}
