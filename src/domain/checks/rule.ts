import type { ChildRecord, CouncilFacts } from '../measures/child-record.ts'
import type { FieldGroup } from '../record/event-kinds.ts'
import type { IsoDate } from '../shared/calendar-date.ts'

/** One thing that looks wrong in one child's record. `on` is the day of the fact it speaks of: with rule and child, its name. */
export interface Found {
  on: IsoDate
  says: string
  fix: string
}

/** What the council holds at all: of a year that nobody has taken in, nothing is missing. */
export interface Held {
  /** The years, by the one they end in, of which health answers are held. */
  healthYears: readonly number[]
}

export interface Rule {
  /** The number in the return's own list of rules. */
  id: string
  checks: string
  /** The table of the return that the row stands in. */
  table: string
  /** Where it tells of another part of the record than its table holds. */
  reads?: FieldGroup
  severity: 'wrong' | 'look again'
  /** The measures that would count wrongly. */
  protects: readonly string[]
  find(record: ChildRecord, held: Held): Found[]
  /** Why it has nothing to read, as a sentence; null where it can run. */
  cannotRun?(records: readonly ChildRecord[], facts: CouncilFacts): string | null
}

/** Which part of the record a finding tells of: nobody reads it in a finding who may not read it there. */
const GROUPS: Record<string, FieldGroup> = {
  Episodes: 'care',
  Reviews: 'reviews',
  OC2: 'health',
  OC3: 'leaving_care',
  Missing: 'safety',
  UASC: 'immigration',
  AD1: 'permanence',
  PlacedAdoption: 'permanence',
}
export function fieldGroupOf({ table, reads }: Pick<Rule, 'table' | 'reads'>): FieldGroup {
  return reads ?? GROUPS[table]!
}

export interface Finding extends Found {
  rule: Rule
  childId: string
}
