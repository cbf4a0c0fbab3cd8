import type { IsoDate } from '../shared/calendar-date.ts'
import { listGaps } from './item-standing.ts'
import { readDues } from './read-due.ts'

/** What a plan can leave open, the most pressing first. */
export const GAPS = [
  'no owner',
  'owner left',
  'no date',
  'a date that is no date',
  'two dates',
  'no way to tell',
  'number used twice',
] as const
export type Gap = (typeof GAPS)[number]

export interface GapFacts {
  reference: string | null
  priority: string | null
  owners: readonly string[]
  dueOn: IsoDate | null
  dueAsWritten: string | null
  wayToTell: string | null
  parts: readonly {
    owners: readonly string[]
    dueOn: IsoDate | null
    dueAsWritten: string | null
    how: string | null
  }[]
  /** Who answers for it in Kept, and who of these has left. */
  answeredBy: readonly string[]
  gone: readonly string[]
}

/** What each item of one plan leaves open. What a person has added since fills a gap; nothing else does. */
export function findGaps<Item extends GapFacts>(items: readonly Item[]): { item: Item; gaps: Gap[] }[] {
  const twice = findUsedTwice(items)
  return items.map((item) => ({
    item,
    gaps: [...gapsOf(item), ...(twice.has(item) ? (['number used twice'] as const) : [])],
  }))
}

function gapsOf(item: GapFacts): Gap[] {
  const dueOn = item.dueOn ?? item.parts.find((part) => part.dueOn !== null)?.dueOn ?? null
  const owners = [...item.owners, ...item.parts.flatMap((part) => part.owners), ...item.answeredBy]
  const dates = readDues(item.dueAsWritten ?? '').length
  const found = listGaps({ ...item, owners, dueOn, dates }) as Gap[]
  const haveAllLeft = item.answeredBy.length > 0 && item.answeredBy.every((id) => item.gone.includes(id))
  // Two dates of one cell stay a gap until somebody says which step has which.
  const areTold = item.parts.some(({ how, dueOn: own }) => how !== null && own !== null)
  return GAPS.filter(
    (gap) =>
      found.includes(gap) || (gap === 'owner left' && haveAllLeft) || (gap === 'two dates' && dates > 1 && !areTold),
  )
}

/** A number used twice; where each priority starts again at the first number, twice in the same priority. */
export function findUsedTwice<Item extends { reference: string | null; priority: string | null }>(
  items: readonly Item[],
): Set<Item> {
  const numbered = items.filter(({ reference }) => reference !== null && reference !== '')
  const first = numbered.filter(({ reference }) => reference === numbered[0]!.reference)
  const startsAgain = new Set(first.map(({ priority }) => priority)).size > 1
  const groups = Map.groupBy(numbered, ({ reference, priority }) =>
    startsAgain ? `${priority}\t${reference}` : reference,
  )
  return new Set([...groups.values()].filter((group) => group.length > 1).flat())
}
