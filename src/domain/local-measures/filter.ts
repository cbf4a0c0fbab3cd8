import { z } from 'zod'
import type { ChildRecord } from '../measures/child-record.ts'
import { isShortBreak } from '../measures/in-care.ts'
import { type EventKindName, eventKinds } from '../record/event-kinds.ts'
import { ageOn, daysBetween, type IsoDate, overlaps, type Period } from '../shared/calendar-date.ts'

/** The kinds of fact a filter may look at, and where a child's record holds them. None of them tells where a child is. */
const LISTS = {
  episode: 'episodes',
  review: 'reviews',
  social_worker: 'workers',
  missing: 'missing',
  health_year: 'health',
  conviction_year: 'convictions',
  leaving_care_year: 'leavingCare',
  document_held: 'documents',
  unaccompanied: 'unaccompanied',
  adoption: 'adoptions',
  adoption_decision: 'adoptionDecisions',
  previous_permanence: 'earlierPermanence',
} as const satisfies Partial<Record<EventKindName, keyof ChildRecord>>

export type FilterKind = keyof typeof LISTS
export const FILTER_KINDS = Object.keys(LISTS) as FilterKind[]

/** Of the child, or of the fact, whatever its kind: age on the date, days the fact has lasted by then. */
const COMMON_FIELDS = ['age', 'sex', 'ethnicity', 'days']

export const OPERATORS = ['is', 'is not', 'at least', 'at most', 'is known', 'is not known'] as const

const condition = z.object({ field: z.string(), operator: z.enum(OPERATORS), value: z.string() })
export type Condition = z.infer<typeof condition>

export const filterShape = z.object({
  kind: z.enum(FILTER_KINDS as [FilterKind, ...FilterKind[]]),
  /** Facts that stand on the date, or that touch the year from 1 April to it. */
  when: z.enum(['on the day', 'in the year']),
  /** Counted: every child in our care on the date, or those who have such a fact that meets `counted`. */
  base: z.enum(['in care', 'with the fact']),
  counted: z.array(condition),
  met: z.array(condition),
})
export type Filter = z.infer<typeof filterShape>

export function listFields(kind: FilterKind): string[] {
  const own = kind === 'social_worker' ? ['worker'] : Object.keys(eventKinds[kind].payload.shape)
  return [...own, ...(kind === 'episode' ? ['miles', 'insideArea'] : []), ...COMMON_FIELDS]
}

/** Facts about health, offending or coming here alone, of which numbers up to 9 are hidden (rule 39). */
export function isSensitive(kind: FilterKind): boolean {
  return ['health', 'offending', 'immigration'].includes(eventKinds[kind].fieldGroup)
}

type Value = string | number | boolean | null | undefined
interface Dated {
  startsOn: IsoDate
  endsOn: IsoDate | null
}

/** Whether a child has a fact in the time that meets the conditions. */
export function hasFact(
  record: ChildRecord,
  { kind, when }: Pick<Filter, 'kind' | 'when'>,
  conditions: readonly Condition[],
  period: Period,
): boolean {
  return listFacts(record, kind).some(
    (fact) =>
      (when === 'in the year' ? overlaps(fact.startsOn, fact.endsOn, period) : standsOn(fact, period.to)) &&
      conditions.every((asked) => meets(readField(record, fact, asked.field, period.to), asked)),
  )
}

function listFacts(record: ChildRecord, kind: FilterKind): Dated[] {
  if (kind === 'review') return record.reviews.map((review) => ({ ...review, startsOn: review.on, endsOn: review.on }))
  if (kind === 'episode') return record.episodes.filter((episode) => !isShortBreak(episode))
  return record[LISTS[kind]] as Dated[]
}

function standsOn({ startsOn, endsOn }: Dated, day: IsoDate): boolean {
  return startsOn <= day && (endsOn === null || endsOn > day)
}

function readField(record: ChildRecord, fact: Dated, field: string, day: IsoDate): Value {
  switch (field) {
    case 'age':
      return record.bornOn === null ? null : ageOn(record.bornOn, day)
    case 'sex':
      return record.sex
    case 'ethnicity':
      return record.ethnicity
    case 'days':
      return daysBetween(fact.startsOn, fact.endsOn === null || fact.endsOn > day ? day : fact.endsOn)
    default:
      return (fact as unknown as Record<string, Value>)[field]
  }
}

/** What is not known is neither this nor that: it meets only a condition that asks for it. */
function meets(found: Value, { operator, value }: Condition): boolean {
  const isKnown = found !== null && found !== undefined && found !== ''
  if (operator === 'is known') return isKnown
  if (operator === 'is not known') return !isKnown
  if (!isKnown) return false
  const text = found === true ? 'yes' : found === false ? 'no' : String(found)
  const wanted = value.split(',').map((one) => one.trim().toLowerCase())
  if (operator === 'is') return wanted.includes(text.toLowerCase())
  if (operator === 'is not') return !wanted.includes(text.toLowerCase())
  const isMore = typeof found === 'number' ? found - Number(value) : text.localeCompare(value.trim())
  return operator === 'at least' ? isMore >= 0 : isMore <= 0
}
