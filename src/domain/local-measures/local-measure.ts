import { z } from 'zod'
import type { ChildRecord, CouncilFacts } from '../measures/child-record.ts'
import { define, defineInCare, defineInYear, type Given } from '../measures/define-measure.ts'
import { sayMissing } from '../measures/given-by-hand.ts'
import type { ChildInCare } from '../measures/in-care.ts'
import type { Measure, MeasureResult, MeasureWords } from '../measures/measure.ts'
import { THEMES, type Theme } from '../measures/themes.ts'
import type { IsoDate } from '../shared/calendar-date.ts'
import { type Filter, filterShape, hasFact, isSensitive } from './filter.ts'

const themeIds = THEMES.map(({ id }) => id) as [Theme, ...Theme[]]

/** What a council writes of a measure of its own. */
export const localWordsShape = z.object({
  title: z.string().min(1),
  plainTitle: z.string().min(1),
  whyItMatters: z.string().min(1),
  theme: z.enum(themeIds),
  askedForByChildren: z.boolean(),
  kind: z.enum(['count', 'percent', 'mean']),
  direction: z.enum(['higher', 'lower', 'none']),
  period: z.enum(['as at', 'year', 'academic year', 'term', 'quarter', 'month', 'survey']),
  decimals: z.int().min(0).max(2),
  unit: z.string().optional(),
  whoIsCounted: z.string().min(1),
  whoIsMet: z.string().min(1),
  source: z.string().min(1),
  isSensitive: z.boolean(),
})
export type LocalWords = z.infer<typeof localWordsShape>

export interface LocalMeasure {
  /** L01, L02 … */
  id: string
  version: number
  words: LocalWords
  /** Null: its numbers are typed in. */
  filter: Filter | null
  /** Not counted any longer. */
  isEnded: boolean
}

/** From what is kept; null where it can no longer be read. */
export function readLocalMeasure(row: {
  id: string
  version: number
  words: unknown
  filter: unknown
  isEnded: boolean
}) {
  const words = localWordsShape.safeParse(row.words)
  const filter = row.filter === null ? { success: true as const, data: null } : filterShape.safeParse(row.filter)
  if (!words.success || !filter.success) return null
  return { ...row, words: words.data, filter: filter.data } satisfies LocalMeasure
}

/** A council's own measure, as a measure like any other. */
export function toMeasure({ id, words: { isSensitive: isMarked, unit, ...words }, filter }: LocalMeasure): Measure {
  const all: MeasureWords = {
    ...words,
    id,
    ...(unit && { unit }),
    nationalDataset: null,
    comparable: 'no',
    needs:
      filter === null
        ? 'A definition of our own: the number is typed in'
        : 'The record of each child, by a filter of our own',
    traps: ['A definition of our own: no other council counts the same.'],
    ...((isMarked || (filter !== null && isSensitive(filter.kind))) && { smallUpTo: 9 }),
  }
  if (filter === null) return define(all, () => sayMissing('this number'))
  const work = (given: Given & { inCare: readonly ChildInCare[] }) => count(filter, given)
  return filter.when === 'in the year' ? defineInYear(all, work) : defineInCare(all, work)
}

function count(filter: Filter, { records, inCare, period }: Given & { inCare: readonly ChildInCare[] }) {
  const counted =
    filter.base === 'in care'
      ? inCare.map(({ record }) => record)
      : records.filter((record) => hasFact(record, filter, filter.counted, period))
  const met = counted.filter((record) => hasFact(record, filter, [...filter.counted, ...filter.met], period))
  const ids = (some: readonly ChildRecord[]) => some.map(({ childId }) => childId)
  return { met: ids(met), counted: ids(counted) }
}

/** The result of each with its words, since it stands in no list of the product's own. */
export function computeLocal(
  locals: readonly LocalMeasure[],
  records: readonly ChildRecord[],
  council: CouncilFacts,
  asAt: IsoDate,
): MeasureResult[] {
  return locals.map((local) => {
    const { compute, ...words } = toMeasure(local)
    return { ...compute(records, council, asAt), definition: { ...words, version: local.version } }
  })
}
