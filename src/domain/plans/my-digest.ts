import { addDays, type IsoDate } from '../shared/calendar-date.ts'
import {
  type AskedPart,
  findOwed,
  findOwedOfParts,
  isLate,
  type Owed,
  ofPart,
  type StandingFacts,
} from './item-standing.ts'

export interface DigestPart extends AskedPart {
  position: number
  how: string | null
  owners: readonly string[]
  answeredBy: readonly string[]
  dueAsWritten: string | null
}

export interface DigestItem extends StandingFacts {
  parts: readonly DigestPart[]
}

/** One thing that a digest asks: an item, or one of its steps or dates. */
export interface Asked<Item> {
  item: Item
  part: DigestPart | null
  why: Exclude<Owed, null> | 'due soon'
  dueOn: IsoDate | null
  dueAsWritten: string | null
}

/** How many days before its day a thing is named. */
export const NAMED_BEFORE = 14

/**
 * What one person is asked on one day, of all that they answer for: what is late, what broke down, what is due in the next two
 * weeks and what a word is owed of. A step with an owner of its own asks that owner; one without asks every owner of the item.
 */
export function listAsked<Item extends DigestItem>(
  items: readonly Item[],
  personId: string,
  today: IsoDate,
): Asked<Item>[] {
  const asked = items
    .filter(({ progress }) => progress !== 'done')
    .flatMap((item): Asked<Item>[] => {
      const mine = item.parts.filter(({ owners, answeredBy }) => owners.length === 0 || answeredBy.includes(personId))
      const dated = mine.filter((part) => part.dueOn !== null)
      const fromParts = dated.flatMap((part) => ask(item, part, findOwed(ofPart(item, part), today), today))
      if (fromParts.length > 0) return fromParts
      const undated = mine.length === 1 && dated.length === 0 ? mine[0]! : null
      if (dated.length === 0) return ask(item, undated, findOwed(item, today), today)
      const owed = findOwedOfParts(item, dated, today)
      return owed === null ? [] : [{ item, part: null, why: owed, dueOn: null, dueAsWritten: item.dueAsWritten }]
    })
  return asked.toSorted((one, other) => (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999'))
}

function ask<Item extends DigestItem>(item: Item, part: DigestPart | null, owed: Owed, today: IsoDate): Asked<Item>[] {
  const isDated = part !== null && part.dueOn !== null
  const facts = isDated ? ofPart(item, part) : item
  if (facts.progress === 'done') return []
  const isSoon = facts.dueOn !== null && !isLate(facts, today) && facts.dueOn <= addDays(today, NAMED_BEFORE)
  // A word that is owed of the whole is not asked for once for each of its dates.
  const own = isDated && owed !== 'late' && owed !== 'broke down' ? null : owed
  const why = own === 'late' || own === 'broke down' ? own : isSoon ? 'due soon' : own
  if (why === null) return []
  return [{ item, part, why, dueOn: facts.dueOn, dueAsWritten: isDated ? part.dueAsWritten : item.dueAsWritten }]
}
