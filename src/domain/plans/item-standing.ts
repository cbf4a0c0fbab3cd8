import { addDays, type IsoDate } from '../shared/calendar-date.ts'

export const PROGRESS = ['not started', 'under way', 'done', 'broken down', 'offered again'] as const
export type Progress = (typeof PROGRESS)[number]

export interface StandingFacts {
  progress: Progress | null
  dueOn: IsoDate | null
  dueAsWritten: string | null
  owners: readonly string[]
  wayToTell: string | null
  /** When its owner last said anything; null where nobody has. */
  lastSaidOn: IsoDate | null
  /** When it was given or its plan agreed; null where nobody wrote it down. */
  givenOn: IsoDate | null
}

/** Days without a word after which one is owed. */
export const A_WORD_EVERY = 91

/** Late is worked out: its day has passed, and it is not done. On the day itself it is in time. */
export function isLate({ progress, dueOn }: Pick<StandingFacts, 'progress' | 'dueOn'>, today: IsoDate): boolean {
  return progress !== 'done' && dueOn !== null && dueOn < today
}

/** What the plan does not say. Nothing is filled in: a gap is shown as a gap. */
export function listGaps(
  facts: Pick<StandingFacts, 'owners' | 'dueOn' | 'dueAsWritten' | 'wayToTell'> & { dates?: number },
): string[] {
  return [
    facts.owners.length === 0 && 'no owner',
    facts.dueOn === null && !facts.dueAsWritten && 'no date',
    facts.dueOn === null && !!facts.dueAsWritten && facts.dates === 0 && 'a date that is no date',
    !facts.wayToTell && 'no way to tell',
  ].filter((gap) => gap !== false)
}

export type Owed = 'broke down' | 'late' | 'no word yet' | 'no word for long' | null

/**
 * What an item asks of its owner today, the most pressing first. What broke down waits until it is offered again or
 * ended; a word is owed once a quarter.
 */
export function findOwed(facts: StandingFacts, today: IsoDate): Owed {
  if (facts.progress === 'done') return null
  if (facts.progress === 'broken down') return 'broke down'
  const isWordOld = facts.lastSaidOn === null || addDays(facts.lastSaidOn, A_WORD_EVERY) < today
  // A word said since the day passed tells why: the item stays late, and asks no more until the word is old.
  if (isLate(facts, today) && (isWordOld || facts.lastSaidOn! < facts.dueOn!)) return 'late'
  if (!isWordOld) return null
  if (facts.lastSaidOn !== null) return 'no word for long'
  return facts.givenOn === null || addDays(facts.givenOn, A_WORD_EVERY) < today ? 'no word yet' : null
}

/** A step or a date of an item that is asked about by itself. */
export interface AskedPart {
  dueOn: IsoDate | null
  progress: Progress | null
  lastSaidOn: IsoDate | null
}

/** What an item asks where its steps have dates of their own: each date that has passed asks until something is said of it. */
export function findOwedOfParts(facts: StandingFacts, parts: readonly AskedPart[], today: IsoDate): Owed {
  if (!parts.some(({ dueOn }) => dueOn !== null)) return findOwed(facts, today)
  const whole = findOwed({ ...facts, dueOn: null }, today)
  if (facts.progress === 'done' || whole === 'broke down') return whole
  const isLateNow = parts.some((part) => findOwed(ofPart(facts, part), today) === 'late')
  return isLateNow ? 'late' : whole
}

/** A part has its own date and progress; what was said of the whole was said of each. */
export function ofPart(facts: StandingFacts, part: AskedPart): StandingFacts {
  const said = [facts.lastSaidOn, part.lastSaidOn].filter((day) => day !== null).sort()
  return { ...facts, dueOn: part.dueOn, progress: part.progress, lastSaidOn: said.at(-1) ?? null }
}
